import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * Who may do what with an alliance and its partners. The secretariat runs it; caseworkers and members see who takes
 * part; a partner sees itself; an observer only what is published (domain.md, "Who uses it").
 */
export const alliancesPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  can('read', 'Alliance');
  if (hasRole(actor, 'secretariat')) can('manage', ['Alliance', 'Member', 'Partner', 'PartnerImport']);
  if (hasRole(actor, 'caseworker', 'member')) can('read', ['Member', 'Partner']);
  const own = organisationsOf(actor, 'partner');
  if (own.length > 0) can('read', 'Partner', { id: { $in: own } });
};

/** The lists it opens. */
export const allianceLists = [
  seenRows({
    key: 'partners',
    label: { da: 'Partnere', en: 'Partners' },
    subject: 'Partner',
    table: 'organisation',
  }),
  seenRows({
    key: 'members',
    label: { da: 'Personer i alliancen', en: 'People of the alliance' },
    subject: 'Member',
    table: 'alliances_member',
  }),
];
