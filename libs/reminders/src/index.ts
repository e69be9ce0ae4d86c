/** The public door of reminders: the port by which other modules say what is due. */
export { DueItemSources } from './application/due-item-sources.js';
export type {
  BothLanguages,
  DueDescription,
  DueItem,
  DueItemSource,
  DueKind,
  DueRecipient,
  DueRule,
  DueSubject,
  NotedItem,
} from './application/due-item-source.js';
export { ScanAlliance, type Scanned } from './application/scan-alliance.js';
export { RemindersModule } from './reminders.module.js';
