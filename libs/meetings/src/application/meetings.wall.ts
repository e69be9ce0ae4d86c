import { hasRole, type HistoryWall } from '#libs/platform';
import { isSeenBy } from './meeting-access.js';

const ofSeenMeeting = (table: string, person: string, orOwn = ''): string =>
  `select x.id from ${table} x join meeting m on m.alliance_id = x.alliance_id and m.id = x.meeting_id
   where x.alliance_id = $1 and (${isSeenBy(person)}${orOwn})`;

/** Whose history and feed tell of meetings: those who find the group, the meeting or the action itself. */
export const meetingsWall: HistoryWall = {
  module: 'meetings',
  seesAll: (actor) => hasRole(actor, 'secretariat'),
  kinds: {
    meeting: (person) => `select m.id from meeting m where m.alliance_id = $1 and ${isSeenBy(person)}`,
    'meeting-group': (person) =>
      `select gm.group_id from meeting_group_member gm where gm.alliance_id = $1 and gm.person_id = ${person}`,
    'meeting-decision': (person) => ofSeenMeeting('meeting_decision', person),
    'meeting-action': (person) => ofSeenMeeting('meeting_action', person, ` or x.owner_id = ${person}`),
  },
};
