import { Injectable } from '@nestjs/common';
import type { ReminderState } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import {
  type ChangedReminder,
  type NewReminder,
  ReminderRepository,
  type StoredReminder,
} from '../application/reminder.repository.js';
import { reminderTransitions, type ReminderTransition, statesBefore } from '../domain/reminder-state.js';

interface Row {
  id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  due_at: Date;
  recipient_email: string;
  recipient_name: string;
  recipient_locale: 'da' | 'en';
  person_id: string | null;
  title_da: string;
  title_en: string;
  detail_da: string | null;
  detail_en: string | null;
  path: string;
  state: ReminderState;
  version: number;
  closed_at: Date | null;
}

const columns = `id, kind, subject_kind, subject_id, due_at, recipient_email, recipient_name, recipient_locale,
  person_id, title_da, title_en, detail_da, detail_en, path, state, version, closed_at`;

/** Reminders in PostgreSQL, written and read in batches. */
@Injectable()
export class ReminderSqlRepository extends ReminderRepository {
  async lock(tx: Transaction): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reminders:' || $1, 0))`, [tx.allianceId]);
  }

  async note(tx: Transaction, items: readonly NewReminder[], sendAt: Date): Promise<number> {
    const rows = [...new Map(items.map((given) => [keyOf(given), given])).values()];
    if (rows.length === 0) return 0;
    const noted = await tx.query<{ is_new: boolean }>(
      `insert into reminder (alliance_id, send_at, created_at, id, kind, subject_kind, subject_id, due_at,
         recipient_email, recipient_name, recipient_locale, person_id, title_da, title_en, detail_da, detail_en, path,
         state, code)
       select $1, $2, $3, * from unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::timestamptz[], $9::text[],
         $10::text[], $11::text[], $12::uuid[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[],
         $18::text[], $19::text[])
       on conflict (alliance_id, subject_id, subject_kind, kind, due_at, recipient_email) do update
         set closed_at = null, closed_as = null, version = reminder.version + 1,
           state = case reminder.state when 'dropped' then 'pending' else reminder.state end,
           delivery_id = case reminder.state when 'dropped' then null else reminder.delivery_id end,
           send_at = case reminder.state when 'dropped' then excluded.send_at else reminder.send_at end
         where reminder.closed_as = 'not_due'
       returning xmax = 0 as is_new`,
      [
        tx.allianceId,
        sendAt,
        tx.now(),
        rows.map(() => newId()),
        rows.map(({ item }) => item.kind),
        rows.map(({ item }) => item.subject.kind),
        rows.map(({ item }) => item.subject.id),
        rows.map(({ item }) => item.dueAt),
        rows.map(({ email }) => email),
        rows.map(({ item }) => item.recipient.name.slice(0, 200)),
        rows.map(({ item }) => item.recipient.locale),
        rows.map(({ item }) => item.recipient.personId ?? null),
        rows.map(({ item }) => item.title.da.slice(0, 300)),
        rows.map(({ item }) => item.title.en.slice(0, 300)),
        rows.map(({ item }) => item.detail?.da.slice(0, 300) ?? null),
        rows.map(({ item }) => item.detail?.en.slice(0, 300) ?? null),
        rows.map(({ item }) => item.path),
        rows.map(({ reachable }) => (reachable ? 'pending' : 'failed')),
        rows.map(({ reachable }) => (reachable ? null : 'bad-address')),
      ],
    );
    return noted.filter((row) => row.is_new).length;
  }

  listOpen(tx: Transaction, kind: string): Promise<readonly StoredReminder[]> {
    return this.list(tx, 'kind = $2 and closed_at is null', [kind]);
  }

  async close(tx: Transaction, ids: readonly string[], as: 'done' | 'not_due'): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      `update reminder set closed_at = $3, closed_as = $4, version = version + 1,
         state = case when state = 'pending' then 'dropped' else state end,
         settled_at = case when state = 'pending' then $3 else settled_at end
       where alliance_id = $1 and id = any ($2) and closed_at is null`,
      [tx.allianceId, ids, tx.now(), as],
    );
  }

  listWaiting(tx: Transaction): Promise<readonly StoredReminder[]> {
    return this.list(
      tx,
      `state = 'pending' and delivery_id is null and closed_at is null and send_at <= $2`,
      [tx.now()],
    );
  }

  async countMails(tx: Transaction, since: Date): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ email: string; mails: number }>(
      `select recipient_email as email, count(distinct delivery_id)::int as mails from reminder
       where alliance_id = $1 and mailed_at >= $2 and delivery_id is not null and state <> 'dropped'
       group by recipient_email`,
      [tx.allianceId, since],
    );
    return new Map(rows.map((row) => [row.email, row.mails]));
  }

  async postpone(tx: Transaction, ids: readonly string[], sendAt: Date): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('update reminder set send_at = $3 where alliance_id = $1 and id = any ($2)', [
      tx.allianceId,
      ids,
      sendAt,
    ]);
  }

  async attach(tx: Transaction, ids: readonly string[], deliveryId: string): Promise<void> {
    await tx.query(
      `update reminder set delivery_id = $3, mailed_at = $4, snoozed_until = null
       where alliance_id = $1 and id = any ($2)`,
      [tx.allianceId, ids, deliveryId, tx.now()],
    );
  }

  listOfDelivery(tx: Transaction, deliveryId: string): Promise<readonly StoredReminder[]> {
    return this.list(tx, 'delivery_id = $2', [deliveryId], 'for update');
  }

  async move(
    tx: Transaction,
    ids: readonly string[],
    transition: ReminderTransition,
  ): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const state = reminderTransitions[transition].to;
    const rows = await tx.query<{ id: string }>(
      `update reminder set state = $3, version = version + 1,
         settled_at = case when $3 in ('pending', 'sending') then null else $5::timestamptz end
       where alliance_id = $1 and id = any ($2) and state = any ($4) returning id`,
      [tx.allianceId, ids, state, statesBefore(transition), tx.now()],
    );
    return rows.map((row) => row.id);
  }

  async findForChange(tx: Transaction, id: string): Promise<ChangedReminder | undefined> {
    const [row] = await tx.query<Row>(
      `select ${columns} from reminder where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, id],
    );
    if (row === undefined) return undefined;
    return {
      id: row.id,
      kind: row.kind,
      subject: { kind: row.subject_kind, id: row.subject_id },
      state: row.state,
      version: row.version,
      closed: row.closed_at !== null,
      columns: { person_id: row.person_id, recipient_email: row.recipient_email },
    };
  }

  async snooze(tx: Transaction, id: string, until: Date): Promise<void> {
    await tx.query(
      `update reminder set state = 'pending', send_at = $3, snoozed_until = $3, delivery_id = null, settled_at = null,
         code = null, version = version + 1
       where alliance_id = $1 and id = $2 and state = any ($4)`,
      [tx.allianceId, id, until, statesBefore('snoozed')],
    );
  }

  private async list(
    tx: Transaction,
    condition: string,
    parameters: readonly unknown[],
    lock = '',
  ): Promise<readonly StoredReminder[]> {
    const rows = await tx.query<Row>(
      `select ${columns} from reminder where alliance_id = $1 and ${condition} order by due_at, id ${lock}`,
      [tx.allianceId, ...parameters],
    );
    return rows.map(storedOf);
  }
}

function keyOf({ item, email }: NewReminder): string {
  return [item.kind, item.subject.kind, item.subject.id, item.dueAt.getTime(), email].join('|');
}

function storedOf(row: Row): StoredReminder {
  const { title_da, title_en, detail_da, detail_en } = row;
  return {
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    dueAt: row.due_at,
    recipientEmail: row.recipient_email,
    recipient: {
      name: row.recipient_name,
      email: row.recipient_email,
      locale: row.recipient_locale,
      ...(row.person_id !== null && { personId: row.person_id }),
    },
    title: { da: title_da, en: title_en },
    detail: detail_da === null || detail_en === null ? undefined : { da: detail_da, en: detail_en },
    path: row.path,
    state: row.state,
    closed: row.closed_at !== null,
  };
}
