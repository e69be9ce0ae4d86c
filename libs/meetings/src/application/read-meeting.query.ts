import { Injectable } from '@nestjs/common';
import type { AgendaItemView, MeetingDetailView, MeetingGroupView, RoomPerson } from '#libs/api-schema';
import { notFound, UnitOfWork, type Actor, type Transaction } from '#libs/platform';
import { ListActions } from './list-actions.query.js';
import { MeetingAccess } from './meeting-access.js';
import { groupJson } from './meeting-groups.js';

const itemSql = `
  select i.id, i.position, i.type, i.title, i.description, i.minutes, i.indicator_id as "indicatorId", i.version,
         case when p.id is null then null else json_build_object('personId', p.id, 'name', p.name) end as owner
  from meeting_item i left join person p on p.id = i.owner_id
  where i.alliance_id = $1 and i.meeting_id = $2 order by i.position`;

/** The agenda in its order. */
export async function agendaOf(tx: Transaction, meetingId: string): Promise<AgendaItemView[]> {
  return tx.query<AgendaItemView>(itemSql, [tx.allianceId, meetingId]);
}

/** A meeting with its agenda and the open actions it begins with. */
@Injectable()
export class ReadMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly actions: ListActions,
  ) {}

  /** @throws DomainError platform/not-found */
  async read(actor: Actor, meetingId: string): Promise<MeetingDetailView> {
    return this.work.readAs(actor, async (tx) => {
      const meeting = await this.access.find(tx, meetingId);
      const [group] = await tx.query<{ item: MeetingGroupView }>(
        `select ${groupJson} as item from meeting_group g where g.alliance_id = $1 and g.id = $2`,
        [tx.allianceId, meeting.groupId],
      );
      if (group === undefined) throw notFound();
      const { id, title, state, place, link, version } = meeting;
      const { personId, chair, voice } = meeting.you;
      return {
        id,
        title,
        state,
        place,
        link,
        version,
        group: group.item,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
        chair: await this.chairOf(tx, meeting.chairId),
        items: await agendaOf(tx, id),
        carriedActions: await this.actions.carriedInto(tx, meeting),
        you: { personId, chair, voice },
      };
    });
  }

  private async chairOf(tx: Transaction, chairId: string | null): Promise<RoomPerson | null> {
    if (chairId === null) return null;
    const [person] = await tx.query<RoomPerson>(`select id as "personId", name from person where id = $1`, [
      chairId,
    ]);
    return person ?? null;
  }
}
