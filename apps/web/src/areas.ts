import { account } from './areas/account/routes.js';
import { administration } from './areas/administration/routes.js';
import { agenda } from './areas/agenda/routes.js';
import { contracts } from './areas/contracts/routes.js';
import { enquiries } from './areas/enquiries/routes.js';
import { history } from './areas/history/routes.js';
import { invitation } from './areas/invitation/routes.js';
import { measurements } from './areas/measurements/routes.js';
import { meetings } from './areas/meetings/routes.js';
import { overview } from './areas/overview/routes.js';
import { participants } from './areas/participants/routes.js';
import { partners } from './areas/partners/routes.js';
import { portfolio } from './areas/portfolio/routes.js';
import { reminders } from './areas/reminders/routes.js';
import { settings } from './areas/settings/routes.js';
import { start } from './areas/start/routes.js';
import type { Area } from './shell/area.js';

/** Every area in the order of the navigation. */
export const areas: readonly Area[] = [
  overview,
  agenda,
  partners,
  contracts,
  enquiries,
  participants,
  measurements,
  portfolio,
  meetings,
  reminders,
  history,
  settings,
  start,
  invitation,
  account,
  administration,
];
