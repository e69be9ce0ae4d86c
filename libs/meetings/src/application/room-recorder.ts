import { Injectable } from '@nestjs/common';
import { receiveRoomEvents, type RoomEvent, type RoomEventBody, type RoomState } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { notFound, type Transaction } from '#libs/platform';
import { insertAction, markAction } from './action-records.js';
import { roomChannel } from './channels.js';
import { RoomFeed } from './room-feed.js';
import { RoomLogRepository, type LockedRoom, type RoomCause } from './room-log.repository.js';
import { RoomStates } from './room-states.js';

/** A meeting as its room's records name it. */
export interface RecordedMeeting {
  readonly id: string;
  readonly title: string;
}

/**
 * The one way into a room's log: numbered and stored, with what it means for attendance, decisions and actions, all in the
 * transaction of its cause; told to the sockets only after the commit (security.md 14).
 */
@Injectable()
export class RoomRecorder {
  constructor(
    private readonly log: RoomLogRepository,
    private readonly states: RoomStates,
    private readonly feed: RoomFeed,
  ) {}

  /** Locks a room and answers its state. Others wait until this unit of work is over. */
  async open(tx: Transaction, meetingId: string): Promise<{ room: LockedRoom; state: RoomState }> {
    const room = await this.log.lock(tx, meetingId);
    if (room === null) throw notFound();
    return { room, state: await this.states.current(tx, meetingId) };
  }

  /** Appends to an opened room. Answers the stored events; at most once per room and unit of work. */
  async record(
    tx: Transaction,
    { room, state }: { room: LockedRoom; state: RoomState },
    meeting: RecordedMeeting,
    cause: RoomCause,
    bodies: readonly RoomEventBody[],
  ): Promise<RoomEvent[]> {
    const events = await this.show(tx, { room }, cause, bodies);
    const after = receiveRoomEvents(state, events).state;
    for (const event of events) await this.project(tx, meeting, event, after);
    return events;
  }

  /** As {@link record}, for what was stored elsewhere already and is only to be seen in the room. */
  async show(
    tx: Transaction,
    { room }: { room: LockedRoom },
    cause: RoomCause,
    bodies: readonly RoomEventBody[],
  ): Promise<RoomEvent[]> {
    if (bodies.length === 0) return [];
    const events = await this.log.append(tx, room, cause, bodies);
    const last = room.lastSequence + events.length;
    tx.afterCommit(() => {
      this.feed.push({ allianceId: tx.allianceId, meetingId: room.meetingId, events });
    });
    tx.notify(roomChannel, `${tx.allianceId}/${room.meetingId}/${String(last)}`);
    return events;
  }

  /** Opens the room and appends, for actions outside the room that its people should see. */
  async tell(
    tx: Transaction,
    meeting: RecordedMeeting,
    by: RoomCause['by'],
    bodies: readonly RoomEventBody[],
  ): Promise<void> {
    const opened = await this.open(tx, meeting.id);
    await this.record(tx, opened, meeting, { by, commandId: newId() }, bodies);
  }

  private async project(
    tx: Transaction,
    meeting: RecordedMeeting,
    { body, by, at }: RoomEvent,
    after: RoomState,
  ): Promise<void> {
    switch (body.type) {
      case 'person-arrived':
        await tx.query(
          `insert into meeting_attendance (id, alliance_id, meeting_id, person_id, person_name, voice, arrived_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (alliance_id, meeting_id, person_id) do update set voice = excluded.voice`,
          [newId(), tx.allianceId, meeting.id, by.personId, by.name, body.voice, at],
        );
        return;
      case 'decision-recorded':
        await this.projectDecision(tx, meeting, body, after);
        return;
      case 'action-agreed':
        await insertAction(tx, meeting, body);
        return;
      case 'action-done':
      case 'action-reopened':
        await markAction(tx, body.actionId, { ...by, email: null }, body.type === 'action-done');
        return;
      default:
    }
  }

  private async projectDecision(
    tx: Transaction,
    meeting: RecordedMeeting,
    body: Extract<RoomEventBody, { type: 'decision-recorded' }>,
    after: RoomState,
  ): Promise<void> {
    const round = after.proposals.flatMap((one) => one.rounds).find((one) => one.roundId === body.roundId);
    const [item] = await tx.query<{ title: string }>(
      `insert into meeting_decision (id, alliance_id, meeting_id, item_id, text, outcome, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       returning (select title from meeting_item i where i.alliance_id = $2 and i.id = $4)`,
      [
        body.decisionId,
        tx.allianceId,
        meeting.id,
        body.itemId,
        body.text,
        round?.outcome ?? 'adopted',
        tx.now(),
      ],
    );
    await tx.append(
      'meetings.decision-recorded',
      { kind: 'meeting-decision', id: body.decisionId },
      {
        meetingId: meeting.id,
        meetingTitle: meeting.title,
        itemTitle: item?.title ?? '',
        concerns: round?.answers.filter((one) => one.answer === 'concern').length ?? 0,
      },
    );
  }
}
