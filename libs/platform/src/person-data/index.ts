export { OrganisationNames, type OrganisationNamesOf } from './organisation-names.js';
export {
  type ErasedRows,
  type KeptOnErasure,
  type KnownOfPerson,
  type PersonDataRow,
  type PersonDataSection,
  type PersonDataSource,
  PersonDataSources,
  type PersonSubject,
} from './person-data-source.js';
export { type FoundPerson, type PersonSubjectKeeper, PersonSubjects } from './person-subjects.js';
export { type RetentionRule, RetentionRules } from './retention-rules.js';
