import { type ErrorCode, kindTitles, type Locale, sayEvent } from '#libs/api-schema';
import { copenhagenDate, copenhagenDateTime, DomainError } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { exportFileName } from '../spreadsheets/export-column.js';
import { writeCsv } from '../spreadsheets/write-csv.js';
import { actorJoins, actorName } from './actor-name.js';
import { type AuditNarrowing, AuditStatement, auditWhere } from './audit-narrowing.js';
import type { HistoryWalls } from './history-walls.js';

/** The most events one export holds. */
const mostExported = 50_000;

const words = {
  da: {
    file: 'Historik',
    columns: ['Nr.', 'Tidspunkt', 'Hændelse', 'Hvem', 'Type', 'Slags ting', 'Tingens id', 'API-nøglens id'],
    system: 'Systemet',
    erased: 'Slettet person',
    link: 'Via link',
  },
  en: {
    file: 'History',
    columns: [
      'No.',
      'Time',
      'Event',
      'Who',
      'Type',
      'Kind of thing',
      'Id of the thing',
      'Id of the API token',
    ],
    system: 'The system',
    erased: 'Erased person',
    link: 'By link',
  },
} as const satisfies Record<Locale, unknown>;

interface Exported {
  seq: string;
  type: string;
  occurred_at: Date;
  actor_kind: string;
  actor_name: string | null;
  token_id: string | null;
  subject_kind: string;
  subject_id: string;
  payload: Record<string, unknown>;
}

/**
 * All that matches as CSV with readable lines, oldest first; that it was taken is itself an event.
 * @throws DomainError audit/export-too-long
 */
export async function exportAudit(
  tx: Transaction,
  walls: HistoryWalls,
  asked: AuditNarrowing,
  locale: Locale,
): Promise<{ name: string; csv: string; count: number }> {
  const rows = await everyEvent(tx, walls, asked);
  await tx.append('audit.history-exported', { kind: 'alliance', id: tx.allianceId }, { count: rows.length });
  const say = words[locale];
  const columns = say.columns.map((header, at) => ({
    header,
    kind: at === 0 ? ('number' as const) : ('text' as const),
  }));
  const csv = writeCsv(
    columns,
    rows.map((row) => [
      Number(row.seq),
      clockTime(row.occurred_at),
      sayEvent(row, locale, { date: plainly, month: plainly }),
      whoDid(row, locale),
      row.type,
      kindTitles[row.subject_kind]?.[locale] ?? row.subject_kind,
      row.subject_id,
      row.token_id ?? '',
    ]),
  );
  const name = exportFileName(`${say.file} ${copenhagenDate(tx.now())}`, 'csv');
  return { name, csv: Buffer.from(csv).toString('utf8'), count: rows.length };
}

async function everyEvent(tx: Transaction, walls: HistoryWalls, asked: AuditNarrowing): Promise<Exported[]> {
  const statement = new AuditStatement(tx);
  const where = auditWhere(tx, walls, asked, statement);
  const [found] = await tx.query<{ count: number }>(
    `select count(*)::int as count from event_seal s where ${where}`,
    statement.parameters,
  );
  const count = found?.count ?? 0;
  if (count > mostExported)
    throw new DomainError<ErrorCode>('audit/export-too-long', { count, most: mostExported });
  return tx.query<Exported>(
    `select s.seq, e.type, e.occurred_at, e.actor_kind, ${actorName} as actor_name, e.token_id, e.subject_kind,
       e.subject_id, e.payload
     from event_seal s join event e on e.id = s.event_id and e.alliance_id = s.alliance_id ${actorJoins}
     where ${where} order by s.seq`,
    statement.parameters,
  );
}

function whoDid(row: Exported, locale: Locale): string {
  if (row.actor_name !== null) return row.actor_name;
  if (row.actor_kind === 'system') return words[locale].system;
  return row.actor_kind === 'link' ? words[locale].link : words[locale].erased;
}

/** `2026-11-23 09:15:02`, Copenhagen time: sorts as text. */
function clockTime(instant: Date): string {
  const { date, time } = copenhagenDateTime(instant);
  return `${date} ${time}`;
}

function plainly(value: string): string {
  return value;
}
