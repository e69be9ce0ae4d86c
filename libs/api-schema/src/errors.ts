import { alliancesErrors } from './alliances/errors.js';
import { membersErrors } from './members/errors.js';
import { portfolioErrors } from './portfolio/errors.js';
import { remindersErrors } from './reminders/errors.js';
import { agendasErrors } from './agendas/errors.js';
import { spreadsheetErrors } from './spreadsheets/errors.js';
import { measurementsErrors } from './measurements/errors.js';
import { deliveryErrors } from './delivery/errors.js';
import { partnerContractsErrors } from './partner-contracts/errors.js';
import { meetingsErrors } from './meetings/errors.js';
import { participantsErrors } from './participants/errors.js';
import { enquiriesErrors } from './enquiries/errors.js';
import { administrationErrors } from './administration/errors.js';
import { linksErrors } from './links/errors.js';
import { auditErrors } from './audit/errors.js';
import { integrationsErrors } from './integrations/errors.js';
import { outgoingErrors } from './outgoing/errors.js';
import { loginErrors } from './logins/errors.js';
import { peopleErrors } from './people/errors.js';
import { identityErrors } from './identity/errors.js';
import { personDataErrors } from './person-data/errors.js';
import { platformErrors } from './platform/errors.js';

/** Every expected failure of the product. A code that is not here does not compile. */
export const errorCatalogue = {
  ...alliancesErrors,
  ...membersErrors,
  ...portfolioErrors,
  ...agendasErrors,
  ...measurementsErrors,
  ...partnerContractsErrors,
  ...meetingsErrors,
  ...participantsErrors,
  ...enquiriesErrors,
  ...deliveryErrors,
  ...remindersErrors,
  ...administrationErrors,
  ...linksErrors,
  ...auditErrors,
  ...integrationsErrors,
  ...outgoingErrors,
  ...loginErrors,
  ...peopleErrors,
  ...identityErrors,
  ...personDataErrors,
  ...platformErrors,
  ...spreadsheetErrors,
} as const;

/** The code of an expected failure. */
export type ErrorCode = keyof typeof errorCatalogue;
