import { messages as kit } from './kit/messages.js';
import { messages as identity } from './identity/messages.js';
import { messages as shell } from './shell/messages.js';
import { messages as account } from './areas/account/messages.js';
import { messages as addresses } from './areas/account/address-messages.js';
import { messages as administration } from './areas/administration/messages.js';
import { messages as identityProviders } from './areas/administration/identity-providers/messages.js';
import { messages as everybody } from './areas/administration/people/messages.js';
import { messages as adminAudit } from './areas/administration/audit/messages.js';
import { messages as adminIntegrations } from './areas/administration/integrations/messages.js';
import { messages as agenda } from './areas/agenda/messages.js';
import { messages as contracts } from './areas/contracts/messages.js';
import { messages as enquiries } from './areas/enquiries/messages.js';
import { messages as history } from './areas/history/messages.js';
import { messages as integrations } from './areas/settings/integrations/messages.js';
import { messages as invitation } from './areas/invitation/messages.js';
import { messages as logins } from './areas/logins/messages.js';
import { messages as links } from './areas/links/messages.js';
import { messages as access } from './areas/settings/access-messages.js';
import { messages as measurements } from './areas/measurements/messages.js';
import { messages as meetings } from './areas/meetings/messages.js';
import { messages as overview } from './areas/overview/messages.js';
import { messages as participants } from './areas/participants/messages.js';
import { messages as partners } from './areas/partners/messages.js';
import { messages as personRights } from './areas/person-rights/messages.js';
import { messages as portfolio } from './areas/portfolio/messages.js';
import { messages as reminders } from './areas/reminders/messages.js';
import { messages as personData } from './areas/settings/person-data/messages.js';
import { messages as settings } from './areas/settings/messages.js';
import { messages as people } from './areas/settings/people-messages.js';
import { messages as start } from './areas/start/messages.js';

/** Every text of the interface, by key. Areas add their catalogue here, one line each. */
export const messages = {
  ...kit,
  ...identity,
  ...shell,
  ...account,
  ...addresses,
  ...administration,
  ...adminAudit,
  ...adminIntegrations,
  ...agenda,
  ...contracts,
  ...enquiries,
  ...everybody,
  ...history,
  ...identityProviders,
  ...integrations,
  ...invitation,
  ...logins,
  ...links,
  ...access,
  ...measurements,
  ...meetings,
  ...overview,
  ...participants,
  ...partners,
  ...people,
  ...personData,
  ...personRights,
  ...portfolio,
  ...reminders,
  ...settings,
  ...start,
};

/** A key that exists in both languages. Using any other key does not compile. */
export type MessageId = keyof typeof messages;
