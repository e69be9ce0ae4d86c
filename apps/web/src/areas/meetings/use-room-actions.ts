import type { MeetingActionView } from '#libs/api-schema';
import { copenhagenWall } from './copenhagen.js';
import { useTheRoom } from './room-context.js';
import type { Room } from './room-context.js';

function standingIn(room: Room, action: { actionId: string; dueOn: string }): MeetingActionView['standing'] {
  if (room.state.markedActions[action.actionId] === true) return 'done';
  const { date } = copenhagenWall(new Date(Date.now() + room.view.clockAhead).toISOString());
  return action.dueOn < date ? 'overdue' : 'open';
}

/** Actions agreed on in this room under an item, as its log has them. */
export function useActionsOfRoom(itemId: string): MeetingActionView[] {
  const room = useTheRoom();
  const { meeting, state, you } = room;
  return state.actions
    .filter((action) => action.itemId === itemId)
    .map((action) => ({
      id: action.actionId,
      title: action.title,
      owner: action.owner,
      dueOn: action.dueOn,
      standing: standingIn(room, action),
      doneAt: null,
      doneByName: null,
      meetingId: meeting.id,
      meetingTitle: meeting.title,
      meetingStartsAt: meeting.startsAt,
      groupName: meeting.group.name,
      itemId: action.itemId,
      itemTitle: null,
      helperName: null,
      noteCount: 0,
      canMark: you.chair || action.owner.personId === you.personId,
    }));
}

/** Open actions of earlier meetings; one that was marked in this room stays in sight with its mark. */
export function useCarriedActions(): MeetingActionView[] {
  const room = useTheRoom();
  const { meeting, you } = room;
  return meeting.carriedActions.map((action) => ({
    ...action,
    standing: standingIn(room, { actionId: action.id, dueOn: action.dueOn }),
    canMark: you.chair || action.owner.personId === you.personId,
  }));
}
