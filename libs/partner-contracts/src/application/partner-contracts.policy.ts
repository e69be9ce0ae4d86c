import { hasRole, type Policy } from '#libs/platform';

/**
 * Who may do what with templates and contracts. The secretariat runs them; a partner with an account reads its
 * own once they have been sent. Signing goes over a link and asks no policy.
 */
export const contractPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat')) {
    can('manage', ['Contract', 'ContractTemplate']);
    can(['read', 'update'], 'Link', { purpose: 'contract' });
  }
  if (actor.kind !== 'person') return;
  const own = actor.roles.flatMap((held) =>
    held.role === 'partner' && held.organisationId !== null ? [held.organisationId] : [],
  );
  if (own.length > 0) can('read', 'Contract', { organisation_id: { $in: own }, status: { $ne: 'draft' } });
};
