import type { Policy, RoleHeld } from '#libs/platform';

/**
 * Secretariat and caseworkers follow every chain of the alliance, a partner those it was asked or holds. What the young
 * person shared is for caseworkers of their own organisation and for whoever holds the enquiry; the secretariat sees
 * chains, not people.
 */
export const enquiryPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person') return;
  const cases = organisationsOf(actor.roles, 'caseworker');
  const partners = organisationsOf(actor.roles, 'partner');
  const isSecretariat = actor.roles.some(({ role }) => role === 'secretariat');
  if (isSecretariat || cases.length > 0) can(['read', 'update'], 'Enquiry');
  if (isSecretariat || cases.length > 0) {
    can(['read', 'update'], 'Link', { purpose: { $in: ['enquiry', 'hand-on'] } });
    can('read', 'Link', { purpose: 'enquiry-withdrawal' });
  }
  if (isSecretariat) {
    can('update', 'EnquirySetting');
    // Nobody else is there to erase, unseen, what a young person shared who came alone.
    can('delete', 'EnquiryPerson', { channel: 'direct' });
  }
  if (isSecretariat || cases.length > 0 || actor.roles.some(({ role }) => role === 'member'))
    can('read', 'Promise');
  // Who reads every chain may count them: no figure is hidden from them.
  if (isSecretariat || cases.length > 0) can('follow', 'Promise');
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

/** Organisations in which somebody holds a role. */
export function organisationsOf(roles: readonly RoleHeld[], role: RoleHeld['role']): string[] {
  return roles.flatMap((held) => (held.role === role ? (held.organisationId ?? []) : []));
}
