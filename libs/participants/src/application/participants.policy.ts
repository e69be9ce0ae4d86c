import { hasRole, organisationsOf, type Policy, seenRows } from '#libs/platform';

/**
 * Caseworkers see, keep, hand out and erase the participants of their own organisation, nobody else sees any. The
 * types of destination are words, not people: the secretariat may see those too, and decides whether CPR numbers may
 * be kept at all.
 */
export const participantsPolicy: Policy = (actor, { can }) => {
  const organisations = organisationsOf(actor, 'caseworker');
  if (organisations.length > 0) {
    can(['create', 'read', 'update', 'delete'], 'Participant', { organisation_id: { $in: organisations } });
    can('read', ['DestinationType', 'ParticipantSetting']);
  }
  if (hasRole(actor, 'secretariat')) {
    can('read', ['DestinationType', 'ParticipantSetting']);
    can('update', 'ParticipantSetting');
  }
};

/** The lists it opens. */
export const participantLists = [
  seenRows({
    key: 'participants',
    label: { da: 'Unge', en: 'Young people' },
    subject: 'Participant',
    table: 'participant',
    isPersonData: true,
  }),
];
