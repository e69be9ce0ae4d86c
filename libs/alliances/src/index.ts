/** The public door of alliances: its module and the port for the state of a partner's contract. */
export { AlliancesModule } from './alliances.module.js';
export { PartnerStatus, type PartnerStatusView } from './application/partner-status.js';
export {
  type Example,
  type ExampleName,
  type ExamplePart,
  ExampleParts,
} from './application/example-parts.js';
