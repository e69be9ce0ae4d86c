import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { enquiryListQuery } from '#libs/api-schema';
import { Access, type Actor, defineList, type ListJson, listPage, UnitOfWork } from '#libs/platform';

/** After how many days an open chain is an alarm, until the alliance says otherwise. */
export const alarmAfterDaysDefault = 14;

const alarmDays = `coalesce((select s.alarm_after_days from enquiry_setting s where s.alliance_id = $alliance),
  ${String(alarmAfterDaysDefault)})`;
const timing = `case when e.ended_at is not null then 'ended'
  when e.received_at < $now - make_interval(days => ${alarmDays}) then 'alarm'
  when e.act_due_at < $now then 'late' else 'in-time' end`;
// What is open comes first, by the day it should have moved; then what has ended, the newest first.
const urgency = `case when e.ended_at is null then e.act_due_at
  else timestamptz '3000-01-01' + (timestamptz '3000-01-01' - e.ended_at) end`;
const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const enquiries = defineList({
  name: 'enquiries',
  from: `enquiry e
    join alliances_organisation p on p.alliance_id = e.alliance_id and p.id = e.partner_organisation_id
    join alliances_organisation h on h.alliance_id = e.alliance_id and h.id = e.holder_organisation_id
    cross join lateral (select ${timing} as timing,
      enquiry_promise(e.outcome, e.answered_at, e.response_due_at, e.ended_at, $now) as verdict) x`,
  where: 'e.alliance_id = $alliance',
  id: 'e.id',
  json: {
    id: 'e.id',
    version: 'e.version',
    partner: `json_build_object('id', p.id, 'name', p.name)`,
    holder: `json_build_object('id', h.id, 'name', h.name)`,
    waitingFor: `case when e.ended_at is null then coalesce(e.coordinator, h.name) end`,
    channel: 'e.channel',
    state: 'e.state',
    timing: 'x.timing',
    outcome: 'e.outcome',
    receivedAt: utc('e.received_at'),
    responseDueAt: utc('e.response_due_at'),
    answeredAt: utc('e.answered_at'),
    endedAt: utc('e.ended_at'),
    kept: `case x.verdict when 'kept' then true when 'not-kept' then false end`,
  },
  sorts: {
    urgency: { sql: urgency, type: 'timestamptz' },
    received: { sql: 'e.received_at', type: 'timestamptz' },
    partner: { sql: 'p.name', type: 'text' },
  },
  filters: {
    state: 'e.state = any ($value::text[])',
    open: `(e.ended_at is null) = ($value = 'yes')`,
    timing: 'x.timing = any ($value::text[])',
    partner: 'e.partner_organisation_id = any ($value::uuid[])',
  },
  search: ['p.name', 'h.name', 'e.coordinator'],
});

/** Chains as they stand, the most overdue first. No young person appears here. */
@Injectable()
export class ListEnquiries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** One page of the chains the actor may follow. */
  async run(actor: Actor, query: z.infer<typeof enquiryListQuery>): Promise<ListJson> {
    return this.unitOfWork.readAs(actor, (tx) =>
      listPage(
        tx,
        enquiries,
        query,
        this.access.sql(actor, 'read', 'Enquiry', { alias: 'e', firstParam: 1 }),
      ),
    );
  }
}
