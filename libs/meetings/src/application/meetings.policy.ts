import { hasRole, type Policy } from '#libs/platform';

/**
 * Who may do what with meetings. The secretariat may do everything. Everybody else reads and takes part in the meetings of
 * the groups they are members of (that part is in the rows: see `meeting-access.ts`); an observer reads only published
 * aggregates and takes no part.
 */
export const meetingsPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person') return;
  if (hasRole(actor, 'secretariat')) {
    can('manage', ['Meeting', 'MeetingGroup', 'MeetingAction']);
    can(['read', 'update'], 'Link', { purpose: 'action' });
    return;
  }
  if (!hasRole(actor, 'member', 'caseworker', 'partner')) return;
  can('read', ['Meeting', 'MeetingGroup', 'MeetingAction']);
  can('attend', 'Meeting');
  can('chair', 'Meeting', { chair_id: actor.personId });
  can('mark', 'MeetingAction', { owner_id: actor.personId });
};
