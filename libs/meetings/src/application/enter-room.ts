import { Injectable } from '@nestjs/common';
import type { JoinRoom, RoomCatchUp, RoomEvent, RoomStanding, RoomState } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { UnitOfWork, type Actor, type Transaction } from '#libs/platform';
import { arrive } from '../domain/room.js';
import { MeetingAccess } from './meeting-access.js';
import { RoomLogRepository } from './room-log.repository.js';
import { RoomRecorder } from './room-recorder.js';
import { RoomStates } from './room-states.js';

/** Beyond so many missed events the whole state is shorter than the log. */
const longestCatchUp = 2000;

/** Lets people into a room and gives them exactly what they do not have yet. */
@Injectable()
export class EnterRoom {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly log: RoomLogRepository,
    private readonly states: RoomStates,
    private readonly recorder: RoomRecorder,
  ) {}

  /**
   * Enters: attendance is written once per person while the meeting is open. Answers the state (for `after` null) or the
   * events after that number.
   * @throws DomainError platform/not-found when there is no such meeting for this person
   */
  async enter(actor: Actor, { meetingId, after }: JoinRoom): Promise<RoomCatchUp & { you: RoomStanding }> {
    return this.work.actAs(actor, async (tx) => {
      const meeting = await this.access.find(tx, meetingId);
      const state = await this.states.current(tx, meetingId);
      if (arrive(state, meeting.you).length > 0) {
        const opened = await this.recorder.open(tx, meetingId);
        const { personId, name } = meeting.you;
        const cause = { by: { personId, name }, commandId: newId() };
        const arrived = await this.recorder.record(
          tx,
          opened,
          meeting,
          cause,
          arrive(opened.state, meeting.you),
        );
        return { ...(await this.catchUp(tx, meetingId, opened.state, arrived, after)), you: meeting.you };
      }
      return { ...(await this.catchUp(tx, meetingId, state, [], after)), you: meeting.you };
    });
  }

  /** The room as it stands, without entering it. */
  async look(actor: Actor, { meetingId, after }: JoinRoom): Promise<RoomCatchUp> {
    return this.work.readAs(actor, async (tx) => {
      await this.access.find(tx, meetingId);
      const state = await this.states.current(tx, meetingId);
      return this.catchUp(tx, meetingId, state, [], after);
    });
  }

  private async catchUp(
    tx: Transaction,
    meetingId: string,
    state: RoomState,
    fresh: readonly RoomEvent[],
    after: number | null,
  ): Promise<RoomCatchUp> {
    const sequence = state.sequence + fresh.length;
    const now = tx.now().toISOString();
    // A number the room has not reached yet comes from another time (a restored database): begin anew.
    if (after === null || after > sequence || sequence - after > longestCatchUp)
      return { state, events: [...fresh], sequence, now };
    const missed = await this.log.eventsAfter(tx, meetingId, after);
    return { state: null, events: missed, sequence: Math.max(sequence, missed.at(-1)?.sequence ?? 0), now };
  }
}
