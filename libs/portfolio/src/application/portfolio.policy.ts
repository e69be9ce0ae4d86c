import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * Everybody in the alliance sees the portfolio, stopped initiatives included. The secretariat keeps it; a member
 * standing for an organisation may bring ideas for it and keeps the initiatives that organisation is responsible for.
 */
export const portfolioPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  can('read', 'Initiative');
  if (hasRole(actor, 'secretariat')) can('manage', 'Initiative');
  const organisations = organisationsOf(actor, 'member');
  if (organisations.length > 0)
    can(['create', 'update'], 'Initiative', { responsible_organisation_id: { $in: organisations } });
};

/** The lists it opens. */
export const portfolioLists = [
  seenRows({
    key: 'initiatives',
    label: { da: 'Indsatser', en: 'Initiatives' },
    subject: 'Initiative',
    table: 'initiative',
  }),
];
