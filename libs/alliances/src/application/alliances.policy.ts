import { hasRole, type Policy } from '#libs/platform';

/**
 * Who may do what with an alliance and its partners. The secretariat runs it; caseworkers and members see who takes
 * part; a partner sees itself; an observer only what is published (domain.md, "Who uses it").
 */
export const alliancesPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  can('read', 'Alliance');
  if (hasRole(actor, 'secretariat')) can('manage', ['Alliance', 'Member', 'Partner', 'PartnerImport']);
  if (hasRole(actor, 'caseworker', 'member')) can('read', ['Member', 'Partner']);
  const own = actor.roles
    .filter((held) => held.role === 'partner')
    .flatMap((held) => held.organisationId ?? []);
  if (own.length > 0) can('read', 'Partner', { id: { $in: own } });
};
