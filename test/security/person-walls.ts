/** Subjects of the policies that are person data, with the columns that name the organisations they lie with. */
export const personColumns: ReadonlyMap<string, readonly string[]> = new Map([
  ['Participant', ['organisation_id']],
  ['EnquiryPerson', ['case_organisation_id', 'holder_organisation_id']],
]);

/** Tables behind the wall of person data, with the columns it looks at: written down, so that a wall that is gone is missed. */
export const personWalls: Readonly<Record<string, readonly string[]>> = {
  destination_confirmation: ['organisation_id'],
  destination_month_past: ['organisation_id'],
  destination_spell: ['organisation_id'],
  enquiry_person: ['case_organisation_id', 'holder_organisation_id'],
  participant: ['organisation_id'],
  participant_consent: ['organisation_id'],
  participant_consent_text: ['organisation_id'],
  participant_cpr: ['organisation_id'],
};
