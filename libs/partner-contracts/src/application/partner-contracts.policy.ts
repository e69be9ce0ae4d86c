import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * Who may do what with templates and contracts. The secretariat runs them; a partner with an account reads its
 * own once they have been sent. Signing goes over a link and asks no policy.
 */
export const contractPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat')) {
    can('manage', ['Contract', 'ContractTemplate']);
    can(['read', 'update'], 'Link', { purpose: 'contract' });
  }
  const own = organisationsOf(actor, 'partner');
  if (own.length > 0) can('read', 'Contract', { organisation_id: { $in: own }, status: { $ne: 'draft' } });
};

/** The lists it opens. */
export const contractLists = [
  seenRows({
    key: 'contracts',
    label: { da: 'Kontrakter', en: 'Contracts' },
    subject: 'Contract',
    table: 'contract',
  }),
];
