export { OrganisationNames, type OrganisationNamesOf } from './organisation-names.js';
export { type HadRole, PastRoles } from './past-roles.js';
export {
  type ErasedRows,
  type KeptOnErasure,
  type KnownOfPerson,
  type MadeOut,
  type PersonDataFile,
  type PersonDataRow,
  type PersonDataSection,
  type PersonDataSource,
  PersonDataSources,
  type PersonSubject,
} from './person-data-source.js';
export { type FoundPerson, type PersonSubjectKeeper, PersonSubjects } from './person-subjects.js';
export { theirsByAddress } from './shared-addresses.js';
export { type RetentionRule, RetentionRules } from './retention-rules.js';
export { AllianceNames, type AllianceNameOf } from './alliance-names.js';
export { type ErasureReason } from './erasures.js';
export { ExportPersonData, type HandedOut, type PersonDataExport } from './export-person-data.js';
export { ErasePerson } from './erase-person.js';
export { journalFile, type JournalEntry, readJournal } from './erasure-journal.js';
export { personDataDocument } from './person-data-document.js';
export { PersonDataZip } from './person-data-zip.js';
export { ReplayErasures } from './replay-erasures.js';
export { nextRetentionRun, outdatedBefore, Retention } from './retention.js';
