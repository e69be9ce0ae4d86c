import { Injectable } from '@nestjs/common';
import { addDays, copenhagenInstant } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
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
}

const written = (date: string, locale: 'da' | 'en'): string =>
  new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** Actions past their date, for reminders: due from the morning after the date (plus the alliance's days). */
@Injectable()
export class OverdueActionSource implements DueItemSource {
  readonly kind = 'meetings.action-overdue';
  readonly presents: DueKind = {
    label: { da: 'Handling fra et møde er ikke udført', en: 'Action from a meeting is not done' },
    counts: { da: 'dage efter handlingens frist', en: 'days after the date of the action' },
    defaultAfterDays: 1,
  };

  /** Every open action whose date lies far enough back; its owner is reminded. */
  async due(tx: Transaction, now: Date, rule: DueRule): Promise<readonly DueItem[]> {
    const rows = await tx.query<Row>(
      `select distinct on (a.id) a.id, a.title, to_char(a.due_on, 'YYYY-MM-DD') as due_on, m.title as meeting_title,
              p.person_id, p.name, p.email, p.locale
       from meeting_action a
       join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
       join alliances_member p on p.alliance_id = a.alliance_id and p.person_id = a.owner_id
       where a.alliance_id = $1 and a.done_at is null
         and (a.due_on + $2::int) <= ($3::timestamptz at time zone 'Europe/Copenhagen')::date`,
      [tx.allianceId, rule.afterDays, now],
    );
    return rows.map((row) => toDueItem(this.kind, row, rule));
  }

  /** Whether the action is still open and still that person's. */
  async stillDue(tx: Transaction, item: NotedItem): Promise<boolean> {
    const found = await tx.query(
      `select 1 as open from meeting_action where alliance_id = $1 and id = $2 and done_at is null
       and ($3::uuid is null or owner_id = $3)`,
      [tx.allianceId, item.subject.id, item.recipient.personId ?? null],
    );
    return found.length > 0;
  }
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
      da: `Aftalt på ${row.meeting_title}. Fristen var ${written(row.due_on, 'da')}.`,
      en: `Agreed at ${row.meeting_title}. It was due on ${written(row.due_on, 'en')}.`,
    },
    path: `moeder/handlinger?show=overdue&mine=true`,
  };
}
