import { alliancesEvents } from './alliances/events.js';
import { membersEvents } from './members/events.js';
import { portfolioEvents } from './portfolio/events.js';
import { remindersEvents } from './reminders/events.js';
import { agendasEvents } from './agendas/events.js';
import { measurementsEvents } from './measurements/events.js';
import { deliveryEvents } from './delivery/events.js';
import { partnerContractsEvents } from './partner-contracts/events.js';
import { meetingsEvents } from './meetings/events.js';
import { participantsEvents } from './participants/events.js';
import { enquiriesEvents } from './enquiries/events.js';
import { accessEvents } from './access/events.js';
import { administrationEvents } from './administration/events.js';
import { linksEvents } from './links/events.js';
import type { z } from 'zod';
import { loginEvents } from './logins/events.js';
import { peopleEvents } from './people/events.js';
import { auditEvents } from './audit/events.js';
import { integrationsEvents } from './integrations/events.js';
import { identityEvents } from './identity/events.js';
import { personDataEvents } from './person-data/events.js';
import { platformEvents } from './platform/events.js';

/** Every event of the product: payload, audience and feed line. */
export const eventCatalogue = {
  ...alliancesEvents,
  ...membersEvents,
  ...portfolioEvents,
  ...agendasEvents,
  ...measurementsEvents,
  ...partnerContractsEvents,
  ...meetingsEvents,
  ...participantsEvents,
  ...enquiriesEvents,
  ...accessEvents,
  ...administrationEvents,
  ...linksEvents,
  ...deliveryEvents,
  ...remindersEvents,
  ...loginEvents,
  ...peopleEvents,
  ...auditEvents,
  ...integrationsEvents,
  ...identityEvents,
  ...personDataEvents,
  ...platformEvents,
} as const;

/** The type of an event. */
export type EventType = keyof typeof eventCatalogue;

/** What an event of type T carries. */
export type EventPayload<T extends EventType> = z.infer<(typeof eventCatalogue)[T]['payload']>;
