import { hasRole, type Policy } from '#libs/platform';

/**
 * The secretariat writes the agenda and records answers; whoever stands for an organisation answers for it; an
 * observer reads what was adopted.
 */
export const agendaPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person') return;
  if (hasRole(actor, 'secretariat')) can('manage', ['Agenda', 'AgendaAnswer']);
  const stands = actor.roles.filter(({ role }) => role !== 'observer' && role !== 'secretariat');
  if (stands.length > 0) can('read', 'Agenda');
  const organisations = stands.flatMap(({ organisationId }) => organisationId ?? []);
  if (organisations.length > 0) can('answer', 'AgendaAnswer', { organisation_id: { $in: organisations } });
  if (hasRole(actor, 'observer')) can('read', 'Agenda', { state: { $in: ['adopted', 'superseded'] } });
};
