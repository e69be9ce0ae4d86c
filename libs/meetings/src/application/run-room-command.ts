import { Injectable } from '@nestjs/common';
import type { CommandAccepted, CommandRoom, RoomCommand } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { UnitOfWork, type PersonActor, type Transaction } from '#libs/platform';
import { decideRoomCommand, type RoomFacts } from '../domain/room.js';
import { findAction } from './action-records.js';
import { MeetingAccess, type AttendedMeeting } from './meeting-access.js';
import { findPerson } from './people.js';
import { RoomLogRepository } from './room-log.repository.js';
import { RoomRecorder } from './room-recorder.js';

/** Carries out what a participant asks of a room: stored first, then answered, then told to everybody. */
@Injectable()
export class RunRoomCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly log: RoomLogRepository,
    private readonly recorder: RoomRecorder,
  ) {}

  /**
   * The same command of the same person, sent again because its answer got lost, is answered again and not carried out
   * again.
   * @throws DomainError platform/not-found, and every refusal of the room's rules
   */
  async run(actor: PersonActor, { meetingId, commandId, command }: CommandRoom): Promise<CommandAccepted> {
    return this.work.actAs(actor, async (tx) => {
      const meeting = await this.access.find(tx, meetingId);
      const opened = await this.recorder.open(tx, meetingId);
      const cause = { by: { personId: actor.personId, name: actor.name }, commandId };
      const earlier = await this.log.eventsOfCommand(tx, meetingId, cause);
      if (earlier.length > 0) return { sequence: opened.room.lastSequence, events: earlier };
      const facts = await this.factsFor(tx, meeting, command);
      const bodies = decideRoomCommand(opened.state, command, meeting.you, facts);
      const events = await this.recorder.record(tx, opened, meeting, cause, bodies);
      return { sequence: opened.room.lastSequence + events.length, events };
    });
  }

  private async factsFor(
    tx: Transaction,
    meeting: AttendedMeeting,
    command: RoomCommand,
  ): Promise<RoomFacts> {
    const itemId = 'itemId' in command ? command.itemId : null;
    const items = itemId === null ? [] : await itemOf(tx, meeting.id, itemId);
    const owner = command.type === 'agree-action' ? await findPerson(tx, command.ownerId) : null;
    const action = 'actionId' in command ? await this.actionOf(tx, meeting, command.actionId) : null;
    return { itemIds: new Set(items), owner, action, now: tx.now(), newId };
  }

  /** An action of this meeting's group, whichever of its meetings agreed on it. */
  private async actionOf(
    tx: Transaction,
    meeting: AttendedMeeting,
    actionId: string,
  ): Promise<RoomFacts['action']> {
    const action = await findAction(tx, actionId, true);
    return action?.groupId === meeting.groupId ? action : null;
  }
}

async function itemOf(tx: Transaction, meetingId: string, itemId: string): Promise<string[]> {
  const rows = await tx.queryPrepared<{ id: string }>(
    'meeting-item-of',
    `select id from meeting_item where alliance_id = $1 and meeting_id = $2 and id = $3`,
    [tx.allianceId, meetingId, itemId],
  );
  return rows.map((row) => row.id);
}
