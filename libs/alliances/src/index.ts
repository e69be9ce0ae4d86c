/** The public door of alliances. */
export { AlliancesModule } from './alliances.module.js';
export { AllianceSettingsStore } from './application/alliance-settings.js';
export { CreateAlliance } from './application/create-alliance.js';
export { PartnerStatus, type PartnerStatusView } from './application/partner-status.js';
export {
  type Example,
  type ExampleName,
  type ExamplePart,
  ExampleParts,
} from './application/example-parts.js';
export { exampleId, type ExampleThing } from './application/example-id.js';
