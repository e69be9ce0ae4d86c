import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createMeeting, ErrorCode, updateMeeting } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { Access, notFound, UnitOfWork, type Actor } from '#libs/platform';
import { requireAgendaEditable, requireTimesInOrder } from '../domain/meeting.js';
import { MeetingAccess } from './meeting-access.js';
import { requirePeople } from './people.js';
import { RoomRecorder } from './room-recorder.js';

/** Plans meetings and changes what was planned. */
@Injectable()
export class PlanMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly allowed: Access,
    private readonly access: MeetingAccess,
    private readonly recorder: RoomRecorder,
  ) {}

  /** Plans a meeting of a group, with an empty room. @throws meetings/ends-before-start, meetings/owner-unknown */
  async create(actor: Actor, input: z.infer<typeof createMeeting>): Promise<string> {
    return this.work.actAs(actor, async (tx) => {
      this.allowed.authorize(actor, 'create', 'Meeting');
      const [group] = await tx.query<{ name: string }>(
        `select name from meeting_group where alliance_id = $1 and id = $2`,
        [tx.allianceId, input.groupId],
      );
      if (group === undefined) throw notFound();
      const startsAt = new Date(input.startsAt);
      const endsAt = new Date(input.endsAt);
      requireTimesInOrder(startsAt, endsAt);
      await requirePeople(tx, [input.chairId], 'meetings/owner-unknown', 'chairId');
      const id = newId();
      await tx.query(
        `with planned as (
           insert into meeting (id, alliance_id, group_id, title, starts_at, ends_at, place, link, chair_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id, alliance_id)
         insert into meeting_room (meeting_id, alliance_id) select id, alliance_id from planned`,
        [
          id,
          tx.allianceId,
          input.groupId,
          input.title,
          startsAt,
          endsAt,
          input.place,
          input.link,
          input.chairId,
        ],
      );
      await tx.append(
        'meetings.meeting-planned',
        { kind: 'meeting', id },
        { meetingTitle: input.title, groupName: group.name, startsAt: startsAt.toISOString() },
      );
      return id;
    });
  }

  /** Changes time, place, link, title or chair until the meeting is over. @throws platform/stale */
  async update(
    actor: Actor,
    id: string,
    version: number,
    input: z.infer<typeof updateMeeting>,
  ): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const meeting = await this.access.findToChair(tx, id);
      if (meeting.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      requireAgendaEditable(meeting.state);
      const startsAt = input.startsAt === undefined ? meeting.startsAt : new Date(input.startsAt);
      const endsAt = input.endsAt === undefined ? meeting.endsAt : new Date(input.endsAt);
      requireTimesInOrder(startsAt, endsAt);
      await requirePeople(tx, [input.chairId], 'meetings/owner-unknown', 'chairId');
      const title = input.title ?? meeting.title;
      const { personId, name } = meeting.you;
      await this.recorder.tell(tx, meeting, { personId, name }, [{ type: 'agenda-changed' }]);
      await tx.query(
        `update meeting set title = $3, starts_at = $4, ends_at = $5, place = $6, link = $7, chair_id = $8,
           version = version + 1
         where alliance_id = $1 and id = $2`,
        [
          tx.allianceId,
          id,
          title,
          startsAt,
          endsAt,
          input.place ?? meeting.place,
          input.link ?? meeting.link,
          input.chairId === undefined ? meeting.chairId : input.chairId,
        ],
      );
      await tx.append(
        'meetings.meeting-changed',
        { kind: 'meeting', id },
        { meetingTitle: title, startsAt: startsAt.toISOString() },
      );
    });
  }
}
