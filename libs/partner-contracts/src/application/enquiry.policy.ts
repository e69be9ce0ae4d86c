import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * Secretariat and caseworkers follow every chain of the alliance, a partner those it was asked or holds. What the young
 * person shared is for caseworkers of their own organisation and for whoever holds the enquiry; the secretariat sees
 * chains, not people.
 */
export const enquiryPolicy: Policy = (actor, { can }) => {
  const cases = organisationsOf(actor, 'caseworker');
  const partners = organisationsOf(actor, 'partner');
  const isSecretariat = hasRole(actor, 'secretariat');
  const followsAll = isSecretariat || cases.length > 0;
  if (followsAll) {
    can(['read', 'update'], 'Enquiry');
    can(['read', 'update'], 'Link', { purpose: { $in: ['enquiry', 'hand-on'] } });
    can('read', 'Link', { purpose: 'enquiry-withdrawal' });
    // Who reads every chain may count them: no figure is hidden from them.
    can('follow', 'Promise');
  }
  if (isSecretariat) {
    can('update', 'EnquirySetting');
    // Nobody else is there to erase, unseen, what a young person shared who came alone.
    can('delete', 'EnquiryPerson', { channel: 'direct' });
  }
  if (followsAll || hasRole(actor, 'member')) can('read', 'Promise');
  if (cases.length > 0) {
    can('create', 'Enquiry', { case_organisation_id: { $in: cases } });
    can(['read', 'export', 'delete'], 'EnquiryPerson', { case_organisation_id: { $in: cases } });
  }
  if (partners.length > 0) {
    for (const column of [
      'partner_organisation_id',
      'holder_organisation_id',
      'handed_on_by_organisation_id',
    ])
      can(['read', 'update'], 'Enquiry', { [column]: { $in: partners } });
    can('read', 'EnquiryPerson', { holder_organisation_id: { $in: partners } });
    can('read', 'Promise', { organisation_id: { $in: partners } });
  }
};

/** The lists it opens. */
export const enquiryLists = [
  seenRows({
    key: 'enquiries',
    label: { da: 'Henvendelser', en: 'Enquiries' },
    subject: 'Enquiry',
    table: 'enquiry',
  }),
  seenRows({
    key: 'enquiry-people',
    label: { da: 'Unge bag henvendelser', en: 'Young people behind enquiries' },
    subject: 'EnquiryPerson',
    table: 'enquiry_person',
    isPersonData: true,
  }),
];
