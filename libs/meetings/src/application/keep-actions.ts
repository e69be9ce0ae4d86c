import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createMeetingAction, ErrorCode, RoomEventBody } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { Access, notFound, UnitOfWork, type Actor, type Transaction } from '#libs/platform';
import { stepMeeting } from '../domain/meeting.js';
import { findAction, markAction, type AgreedAction } from './action-records.js';
import { MeetingAccess } from './meeting-access.js';
import { findPerson } from './people.js';
import { RoomRecorder } from './room-recorder.js';

/** Actions outside the room: agreed on while the minutes are still open, and marked at any time. */
@Injectable()
export class KeepActions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly allowed: Access,
    private readonly access: MeetingAccess,
    private readonly recorder: RoomRecorder,
  ) {}

  /** Adds an action to a meeting that runs or has just ended. @throws meetings/owner-unknown */
  async agree(actor: Actor, meetingId: string, input: z.infer<typeof createMeetingAction>): Promise<string> {
    return this.work.actAs(actor, async (tx) => {
      const meeting = await this.access.find(tx, meetingId, true);
      if (meeting.state !== 'open') stepMeeting(meeting.state, 'approve-minutes');
      const owner = await findPerson(tx, input.ownerId);
      if (owner === null) throw new DomainError<ErrorCode>('meetings/owner-unknown', {}, 'ownerId');
      const { itemId, title, dueOn } = input;
      if (itemId !== null) await requireItem(tx, meetingId, itemId);
      const actionId = newId();
      const { personId, name } = meeting.you;
      await this.recorder.tell(tx, meeting, { personId, name }, [
        { type: 'action-agreed', actionId, itemId, title, owner, dueOn },
      ]);
      return actionId;
    });
  }

  /** Marks an action as done (or opens it again); rooms of the group that are open right now see it. */
  async mark(actor: Actor, actionId: string, isDone: boolean): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const person = this.access.person(actor);
      const seen = await findAction(tx, actionId);
      if (seen === null) throw notFound();
      await this.requireMarkable(tx, actor, seen);
      const by = { personId: person.personId, name: person.name };
      const rooms = await tx.query<{ id: string }>(
        `select id from meeting where alliance_id = $1 and group_id = $2 and state = 'open' order by id`,
        [tx.allianceId, seen.groupId],
      );
      const opened = [];
      for (const meeting of rooms) opened.push(await this.recorder.open(tx, meeting.id));
      const action = await findAction(tx, actionId, true);
      if (action?.isDone === isDone)
        throw new DomainError<ErrorCode>(isDone ? 'meetings/action-is-done' : 'meetings/action-is-open');
      await markAction(tx, actionId, by, isDone);
      const body: RoomEventBody = { type: isDone ? 'action-done' : 'action-reopened', actionId };
      for (const room of opened) await this.recorder.show(tx, room, { by, commandId: newId() }, [body]);
    });
  }

  /** The owner, the chair and the secretariat may mark; other members of the group see that they may not. */
  private async requireMarkable(tx: Transaction, actor: Actor, action: AgreedAction): Promise<void> {
    if (this.allowed.allows(actor, 'mark', 'MeetingAction', { owner_id: action.ownerId })) return;
    const meeting = await this.access.find(tx, action.meetingId);
    if (!meeting.you.chair) throw new DomainError<ErrorCode>('meetings/not-your-action');
  }
}

async function requireItem(tx: Transaction, meetingId: string, itemId: string): Promise<void> {
  const found = await tx.query(
    `select id from meeting_item where alliance_id = $1 and meeting_id = $2 and id = $3`,
    [tx.allianceId, meetingId, itemId],
  );
  if (found.length === 0) throw notFound();
}
