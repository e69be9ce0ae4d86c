import { Injectable } from '@nestjs/common';
import {
  defineList,
  listPage,
  UnitOfWork,
  type Actor,
  type ListJson,
  type ListRequest,
} from '#libs/platform';
import { MeetingAccess } from './meeting-access.js';

const counted = (table: string, condition = ''): string =>
  `(select count(*)::int from ${table} x where x.alliance_id = m.alliance_id and x.meeting_id = m.id${condition})`;

/** An instant as JSON carries it. */
export const instantJson = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const meetings = defineList({
  name: 'meetings',
  from: 'meeting m join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id',
  where: 'm.alliance_id = $alliance',
  id: 'm.id',
  json: {
    id: 'm.id',
    title: 'm.title',
    groupName: 'g.name',
    startsAt: instantJson('m.starts_at'),
    endsAt: instantJson('m.ends_at'),
    place: 'm.place',
    state: 'm.state',
    items: counted('meeting_item'),
    decisions: counted('meeting_decision'),
    openActions: counted('meeting_action', ' and x.done_at is null'),
  },
  sorts: {
    startsAt: { sql: 'm.starts_at', type: 'timestamptz' },
    title: { sql: 'm.title', type: 'text' },
    groupName: { sql: 'g.name', type: 'text' },
  },
  filters: { state: 'm.state = any ($value::text[])', groupId: 'm.group_id = $value::uuid' },
  search: ['m.title', 'g.name', 'm.place'],
});

/** The list of meetings a person has to do with. */
@Injectable()
export class ListMeetings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
  ) {}

  /** One page. */
  async list(actor: Actor, query: ListRequest & Readonly<Record<string, unknown>>): Promise<ListJson> {
    return this.work.readAs(actor, (tx) => listPage(tx, meetings, query, this.access.meetingsSeen(actor)));
  }
}
