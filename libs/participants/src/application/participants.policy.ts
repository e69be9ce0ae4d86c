import { type Policy, type RoleHeld } from '#libs/platform';

/** Organisations a person is a caseworker of: only their young people are theirs to see. */
export function caseworkerOrganisations(roles: readonly RoleHeld[]): string[] {
  return roles.flatMap((held) => (held.role === 'caseworker' ? (held.organisationId ?? []) : []));
}

/**
 * Caseworkers see, keep, hand out and erase the participants of their own organisation, nobody else sees any. The types of destination
 * are words, not people: the secretariat may see those too, and decides whether CPR numbers may be kept at all.
 */
export const participantsPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person') return;
  const organisations = caseworkerOrganisations(actor.roles);
  if (organisations.length > 0) {
    can(['create', 'read', 'update', 'delete'], 'Participant', { organisation_id: { $in: organisations } });
    can('read', ['DestinationType', 'ParticipantSetting']);
  }
  if (actor.roles.some((held) => held.role === 'secretariat')) {
    can('read', ['DestinationType', 'ParticipantSetting']);
    can('update', 'ParticipantSetting');
  }
};
