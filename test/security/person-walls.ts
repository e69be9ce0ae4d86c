/** Subjects of the policies that are person data, with the columns that name the organisations they lie with. */
export const personColumns: ReadonlyMap<string, readonly string[]> = new Map([
  ['Participant', ['organisation_id']],
  ['EnquiryPerson', ['case_organisation_id', 'holder_organisation_id']],
]);
