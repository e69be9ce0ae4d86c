import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * The secretariat keeps the indicators and publishes figures. Members and caseworkers see all indicators, partners
 * and observers the published ones. Whoever stands for the responsible organisation reports its figures.
 */
export const measurementsPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  if (hasRole(actor, 'secretariat')) can('manage', ['Indicator', 'DisclosureRule']);
  if (hasRole(actor, 'member', 'caseworker')) can('read', 'Indicator');
  can('read', 'Indicator', { published: true });
  const organisations = organisationsOf(actor, 'secretariat', 'partner', 'caseworker', 'member');
  if (organisations.length > 0)
    can(['read', 'report'], 'Indicator', { responsible_organisation_id: { $in: organisations } });
};

/** The lists it opens. */
export const measurementLists = [
  seenRows({
    key: 'indicators',
    label: { da: 'Indikatorer', en: 'Indicators' },
    subject: 'Indicator',
    table: 'indicator',
  }),
];
