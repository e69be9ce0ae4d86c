import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createAgendaItem, ErrorCode, updateAgendaItem } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound, UnitOfWork, type Actor, type Transaction } from '#libs/platform';
import { requireAgendaEditable } from '../domain/meeting.js';
import { MeetingAccess, type AttendedMeeting } from './meeting-access.js';
import { requirePeople } from './people.js';
import { RoomRecorder } from './room-recorder.js';

/** The agenda of a meeting: items added, changed, ordered and removed by the chair, also while the meeting runs. */
@Injectable()
export class EditAgenda {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly recorder: RoomRecorder,
  ) {}

  /** Adds an item at the end. @throws meetings/owner-unknown */
  async add(actor: Actor, meetingId: string, input: z.infer<typeof createAgendaItem>): Promise<string> {
    const id = newId();
    await this.change(actor, meetingId, async (tx) => {
      await requirePeople(tx, [input.ownerId], 'meetings/owner-unknown', 'ownerId');
      await tx.query(
        `insert into meeting_item
           (id, alliance_id, meeting_id, position, type, title, description, owner_id, minutes, indicator_id)
         select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $6, $7::uuid, $8::int, $9::uuid
         from meeting_item where alliance_id = $2 and meeting_id = $3`,
        [
          id,
          tx.allianceId,
          meetingId,
          input.type,
          input.title,
          input.description,
          input.ownerId,
          input.minutes,
          input.indicatorId,
        ],
      );
    });
    return id;
  }

  /** Changes an item. @throws platform/stale */
  async update(
    actor: Actor,
    meetingId: string,
    itemId: string,
    version: number,
    input: z.infer<typeof updateAgendaItem>,
  ): Promise<void> {
    await this.change(actor, meetingId, async (tx) => {
      const [item] = await tx.query<{ version: number }>(
        `select version from meeting_item where alliance_id = $1 and meeting_id = $2 and id = $3`,
        [tx.allianceId, meetingId, itemId],
      );
      if (item === undefined) throw notFound();
      if (item.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      await requirePeople(tx, [input.ownerId], 'meetings/owner-unknown', 'ownerId');
      await tx.query(
        `update meeting_item set type = coalesce($4, type), title = coalesce($5, title),
           description = coalesce($6, description),
           owner_id = case when $7 then $8::uuid else owner_id end,
           minutes = case when $9 then $10::int else minutes end,
           indicator_id = case when $11 then $12::uuid else indicator_id end, version = version + 1
         where alliance_id = $1 and meeting_id = $2 and id = $3`,
        [
          tx.allianceId,
          meetingId,
          itemId,
          input.type ?? null,
          input.title ?? null,
          input.description ?? null,
          input.ownerId !== undefined,
          input.ownerId ?? null,
          input.minutes !== undefined,
          input.minutes ?? null,
          input.indicatorId !== undefined,
          input.indicatorId ?? null,
        ],
      );
    });
  }

  /** Puts all items in a new order. @throws meetings/order-incomplete unless each is named exactly once */
  async order(actor: Actor, meetingId: string, itemIds: readonly string[]): Promise<void> {
    await this.change(actor, meetingId, async (tx) => {
      const moved = await tx.query(
        `update meeting_item i set position = o.n from unnest($3::uuid[]) with ordinality as o (id, n)
         where i.alliance_id = $1 and i.meeting_id = $2 and i.id = o.id returning i.id`,
        [tx.allianceId, meetingId, itemIds],
      );
      const [all] = await tx.query<{ n: number }>(
        `select count(*)::int as n from meeting_item where alliance_id = $1 and meeting_id = $2`,
        [tx.allianceId, meetingId],
      );
      if (moved.length !== itemIds.length || all?.n !== itemIds.length)
        throw new DomainError<ErrorCode>('meetings/order-incomplete', {}, 'itemIds');
    });
  }

  /** Removes an item that nothing was said about yet. @throws meetings/item-in-use */
  async remove(actor: Actor, meetingId: string, itemId: string): Promise<void> {
    await this.change(actor, meetingId, async (tx) => {
      const [used] = await tx.query<{ used: boolean }>(
        `select exists (select from meeting_room_event e where e.alliance_id = $1 and e.meeting_id = $2
           and e.body ->> 'itemId' = $3::text) as used
         from meeting_item i where i.alliance_id = $1 and i.meeting_id = $2 and i.id = $3::uuid`,
        [tx.allianceId, meetingId, itemId],
      );
      if (used === undefined) throw notFound();
      if (used.used) throw new DomainError<ErrorCode>('meetings/item-in-use');
      await tx.query(
        `with gone as (delete from meeting_item where alliance_id = $1 and id = $3 returning position)
         update meeting_item i set position = i.position - 1 from gone
         where i.alliance_id = $1 and i.meeting_id = $2 and i.position > gone.position`,
        [tx.allianceId, meetingId, itemId],
      );
    });
  }

  /** Room first, then the agenda: everything that touches a meeting takes its locks in that order. */
  private async change(
    actor: Actor,
    meetingId: string,
    edit: (tx: Transaction, meeting: AttendedMeeting) => Promise<void>,
  ): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const meeting = await this.access.findToChair(tx, meetingId);
      requireAgendaEditable(meeting.state);
      const { personId, name } = meeting.you;
      await this.recorder.tell(tx, meeting, { personId, name }, [{ type: 'agenda-changed' }]);
      await edit(tx, meeting);
      await tx.append(
        'meetings.agenda-changed',
        { kind: 'meeting', id: meetingId },
        { meetingId, meetingTitle: meeting.title },
      );
    });
  }
}
