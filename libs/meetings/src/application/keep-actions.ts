import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createMeetingAction, ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound, UnitOfWork, type Actor, type Transaction } from '#libs/platform';
import { stepMeeting } from '../domain/meeting.js';
import { ActionAccess } from './action-access.js';
import { MarkAction } from './mark-action.js';
import { MeetingAccess } from './meeting-access.js';
import { findPerson } from './people.js';
import { RoomRecorder } from './room-recorder.js';

/** Actions outside the room: agreed on while the minutes are still open, and marked at any time. */
@Injectable()
export class KeepActions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly actions: ActionAccess,
    private readonly marks: MarkAction,
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

  /** The owner, the chair and the secretariat may mark; other members of the group see that they may not. */
  async mark(actor: Actor, actionId: string, isDone: boolean): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const { personId, name } = this.access.person(actor);
      const action = await this.actions.findToMark(tx, actor, actionId);
      await this.marks.run(tx, action, { personId, name, email: null }, isDone);
    });
  }
}

async function requireItem(tx: Transaction, meetingId: string, itemId: string): Promise<void> {
  const found = await tx.query(
    `select id from meeting_item where alliance_id = $1 and meeting_id = $2 and id = $3`,
    [tx.allianceId, meetingId, itemId],
  );
  if (found.length === 0) throw notFound();
}
