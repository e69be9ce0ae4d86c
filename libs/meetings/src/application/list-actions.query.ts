import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { MeetingActionView, meetingActionQuery } from '#libs/api-schema';
import { copenhagenDate } from '#libs/kernel';
import {
  defineList,
  listPage,
  UnitOfWork,
  type AccessSql,
  type Actor,
  type ListJson,
  type Transaction,
} from '#libs/platform';
import { instantJson } from './list-meetings.query.js';
import { MeetingAccess } from './meeting-access.js';

/** The day it is in Denmark, as SQL. */
const today = `($now at time zone 'Europe/Copenhagen')::date`;
const from = `meeting_action a
  join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
  join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id
  left join meeting_item i on i.alliance_id = a.alliance_id and i.id = a.item_id
  left join meeting_action_helper h on h.alliance_id = a.alliance_id and h.action_id = a.id`;

/** JSON of one action but for whether the reader may mark it. */
const json = {
  id: 'a.id',
  title: 'a.title',
  owner: `json_build_object('personId', a.owner_id, 'name', a.owner_name)`,
  dueOn: `to_char(a.due_on, 'YYYY-MM-DD')`,
  standing: `case when a.done_at is not null then 'done' when a.due_on < d.today then 'overdue' else 'open' end`,
  doneAt: instantJson('a.done_at'),
  doneByName: 'a.done_by_name',
  meetingId: 'm.id',
  meetingTitle: 'm.title',
  meetingStartsAt: instantJson('m.starts_at'),
  groupName: 'g.name',
  itemId: 'a.item_id',
  itemTitle: 'i.title',
  helperName: 'h.name',
  noteCount: `(select count(*)::int from meeting_action_note n where n.alliance_id = a.alliance_id and n.action_id = a.id)`,
  canMark: 'w.chairs or a.owner_id = w.person_id or m.chair_id is not distinct from w.person_id',
};

const actions = defineList({
  name: 'meeting-actions',
  // Who reads comes with the access condition, as its first two parameters.
  from: `${from} cross join (select ${today} as today) d cross join (select $1::uuid as person_id, $2::boolean as chairs) w`,
  where: 'a.alliance_id = $alliance',
  id: 'a.id',
  json,
  sorts: {
    dueOn: { sql: 'a.due_on', type: 'date' },
    title: { sql: 'a.title', type: 'text' },
    ownerName: { sql: 'a.owner_name', type: 'text' },
  },
  filters: {
    show: `case $value when 'open' then a.done_at is null when 'overdue' then a.done_at is null and a.due_on < d.today
           when 'done' then a.done_at is not null else true end`,
    mine: `$value::boolean is not true or a.owner_id = w.person_id`,
    groupId: 'm.group_id = $value::uuid',
  },
  search: ['a.title', 'a.owner_name', 'm.title'],
});

/** Actions of all meetings a person has to do with, and those of one's own. */
@Injectable()
export class ListActions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
  ) {}

  /** One page: those of one's groups' meetings, and one's own wherever they were agreed on. */
  async list(actor: Actor, query: z.infer<typeof meetingActionQuery>): Promise<ListJson> {
    return this.work.readAs(actor, (tx) => listPage(tx, actions, query, this.seen(actor)));
  }

  private seen(actor: Actor): AccessSql {
    const person = this.access.person(actor);
    const all = this.access.seesAll(actor);
    const sql = `(w.chairs or a.owner_id = w.person_id or m.chair_id = w.person_id or exists (
      select from meeting_group_member gm where gm.alliance_id = m.alliance_id and gm.group_id = m.group_id
      and gm.person_id = w.person_id))`;
    return { sql, params: [person.personId, all] };
  }

  /** Actions agreed on at one meeting, in the order they were agreed on. */
  async ofMeeting(tx: Transaction, meetingId: string): Promise<MeetingActionView[]> {
    return this.pick(tx, 'a.meeting_id = $5', [meetingId], 'a.agreed_at, a.id');
  }

  /** Open actions of the group's earlier meetings, the earliest date first. */
  async carriedInto(
    tx: Transaction,
    meeting: { id: string; groupId: string; startsAt: Date },
  ): Promise<MeetingActionView[]> {
    const condition = `m.group_id = $5 and m.id <> $6 and m.starts_at <= $7 and a.done_at is null`;
    return this.pick(tx, condition, [meeting.groupId, meeting.id, meeting.startsAt], 'a.due_on, a.id');
  }

  private async pick(
    tx: Transaction,
    condition: string,
    params: readonly unknown[],
    order: string,
  ): Promise<MeetingActionView[]> {
    const person = this.access.person(tx.actor);
    const pairs = Object.entries(json).map(([key, sql]) => `'${key}', ${sql}`);
    const rows = await tx.query<{ item: MeetingActionView }>(
      `select json_build_object(${pairs.join(', ')}) as item
       from ${from} cross join (select $1::date as today) d
         cross join (select $2::uuid as person_id, $3::boolean as chairs) w
       where a.alliance_id = $4 and ${condition} order by ${order}`,
      [copenhagenDate(tx.now()), person.personId, this.access.seesAll(tx.actor), tx.allianceId, ...params],
    );
    return rows.map((row) => row.item);
  }
}
