import { Injectable } from '@nestjs/common';
import { addDays, copenhagenInstant } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { findAction } from './action-records.js';
import { HandOverAction } from './hand-over-action.js';
import { writtenDate } from './written-date.js';
import type { DueItem, DueItemSource, DueKind, DueRule, NotedItem } from '#libs/reminders';

interface Row {
  id: string;
  title: string;
  due_on: string;
  meeting_title: string;
  person_id: string;
  name: string;
  email: string;
  locale: 'da' | 'en';
  helper_name: string | null;
  helper_email: string | null;
  helper_locale: 'da' | 'en' | null;
}

/** Actions past their date, for reminders: due from the morning after the date (plus the alliance's days). */
@Injectable()
export class OverdueActionSource implements DueItemSource {
  readonly kind = 'meetings.action-overdue';
  readonly presents: DueKind = {
    label: { da: 'Handling fra et møde er ikke udført', en: 'Action from a meeting is not done' },
    counts: { da: 'dage efter handlingens frist', en: 'days after the date of the action' },
    defaultAfterDays: 1,
  };

  constructor(private readonly hands: HandOverAction) {}

  /** Every open action whose date lies far enough back; its owner is reminded, and so is whoever it was handed to. */
  async due(tx: Transaction, now: Date, rule: DueRule): Promise<readonly DueItem[]> {
    const rows = await tx.query<Row>(
      `select distinct on (a.id) a.id, a.title, to_char(a.due_on, 'YYYY-MM-DD') as due_on, m.title as meeting_title,
              p.person_id, p.name, p.email, p.locale,
              h.name as helper_name, h.email::text as helper_email, h.locale as helper_locale
       from meeting_action a
       join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
       join alliances_member p on p.alliance_id = a.alliance_id and p.person_id = a.owner_id
       left join meeting_action_helper h on h.alliance_id = a.alliance_id and h.action_id = a.id
       where a.alliance_id = $1 and a.done_at is null
         and (a.due_on + $2::int) <= ($3::timestamptz at time zone 'Europe/Copenhagen')::date`,
      [tx.allianceId, rule.afterDays, now],
    );
    return rows.flatMap((row) => [toDueItem(this.kind, row, rule), ...helpersItem(this.kind, row, rule)]);
  }

  /** Whether the action is still open and still that person's. */
  async stillDue(tx: Transaction, item: NotedItem): Promise<boolean> {
    const { personId = null, email } = item.recipient;
    const found = await tx.query(
      `select 1 as open from meeting_action a where a.alliance_id = $1 and a.id = $2 and a.done_at is null
       and case when $3::uuid is null then exists (select from meeting_action_helper h
         where h.alliance_id = a.alliance_id and h.action_id = a.id and h.email = $4) else a.owner_id = $3 end`,
      [tx.allianceId, item.subject.id, personId, email],
    );
    return found.length > 0;
  }

  /** Whoever has no account gets a link to exactly this action; others find it on their page. */
  async link(tx: Transaction, { recipient, subject }: NotedItem): Promise<string | null> {
    if (recipient.personId !== undefined) return null;
    const action = await findAction(tx, subject.id);
    return action === null ? null : this.hands.link(tx, action.id, action.dueOn, recipient);
  }
}

function helpersItem(kind: string, row: Row, rule: DueRule): DueItem[] {
  const { helper_name: name, helper_email: email, helper_locale: locale } = row;
  if (name === null || email === null || locale === null) return [];
  return [{ ...toDueItem(kind, row, rule), recipient: { name, email, locale } }];
}

function toDueItem(kind: string, row: Row, rule: DueRule): DueItem {
  const { name, email, locale, person_id: personId } = row;
  return {
    kind,
    subject: { kind: 'meeting-action', id: row.id },
    dueAt: copenhagenInstant(addDays(row.due_on, rule.afterDays)),
    recipient: { name, email, locale, personId },
    title: { da: `Din handling er ikke udført: ${row.title}`, en: `Your action is not done: ${row.title}` },
    detail: {
      da: `Aftalt på ${row.meeting_title}. Fristen var ${writtenDate(row.due_on, 'da')}.`,
      en: `Agreed at ${row.meeting_title}. It was due on ${writtenDate(row.due_on, 'en')}.`,
    },
    path: `moeder/handlinger?show=overdue&mine=true`,
  };
}
