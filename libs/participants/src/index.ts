/** The only public door of the module. */
export { DestinationTypes } from './application/destination-types.js';
export {
  type DestinationResult,
  type DestinationRow,
  type LoggedDestination,
  LogDestinations,
} from './application/log-destinations.js';
export { RegisterParticipants } from './application/register-participants.js';
export { ParticipantsModule } from './participants.module.js';
