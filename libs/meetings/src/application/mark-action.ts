import { Injectable } from '@nestjs/common';
import type { ErrorCode, RoomEventBody } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { type ActionDoer, findAction, markAction, type AgreedAction } from './action-records.js';
import { RoomRecorder } from './room-recorder.js';

/** Marks an action as done, or opens it again; rooms of the group that are open right now see it. */
@Injectable()
export class MarkAction {
  constructor(private readonly recorder: RoomRecorder) {}

  /**
   * Locks in the order room → action. What was said and done in a room is never rewritten one by one, so the owner
   * stands there for somebody without an account.
   * @throws DomainError meetings/action-is-done, meetings/action-is-open
   */
  async run(tx: Transaction, seen: AgreedAction, by: ActionDoer, isDone: boolean): Promise<void> {
    const rooms = await tx.query<{ id: string }>(
      `select id from meeting where alliance_id = $1 and group_id = $2 and state = 'open' order by id`,
      [tx.allianceId, seen.groupId],
    );
    const opened = [];
    for (const meeting of rooms) opened.push(await this.recorder.open(tx, meeting.id));
    const action = await findAction(tx, seen.id, true);
    if (action?.isDone === isDone)
      throw new DomainError<ErrorCode>(isDone ? 'meetings/action-is-done' : 'meetings/action-is-open');
    await markAction(tx, seen.id, by, isDone);
    const body: RoomEventBody = { type: isDone ? 'action-done' : 'action-reopened', actionId: seen.id };
    const shown =
      by.personId === null
        ? { personId: seen.ownerId, name: seen.ownerName }
        : { personId: by.personId, name: by.name };
    for (const room of opened) await this.recorder.show(tx, room, { by: shown, commandId: newId() }, [body]);
  }
}
