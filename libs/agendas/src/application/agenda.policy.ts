import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * The secretariat writes the agenda and records answers; whoever stands for an organisation answers for it; an
 * observer reads what was adopted.
 */
export const agendaPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat')) can('manage', ['Agenda', 'AgendaAnswer']);
  if (hasRole(actor, 'partner', 'caseworker', 'member')) can('read', 'Agenda');
  if (hasRole(actor, 'observer')) can('read', 'Agenda', { state: { $in: ['adopted', 'superseded'] } });
  const organisations = organisationsOf(actor, 'partner', 'caseworker', 'member');
  if (organisations.length > 0) can('answer', 'AgendaAnswer', { organisation_id: { $in: organisations } });
};

/** The lists it opens. */
export const agendaLists = [
  seenRows({
    key: 'agenda',
    label: { da: 'Udgaver af dagsordenen', en: 'Versions of the agenda' },
    subject: 'Agenda',
    table: 'agenda_version',
  }),
];
