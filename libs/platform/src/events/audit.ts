import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  type auditExportQuery,
  type auditFacets,
  type auditQuery,
  type auditVerification,
  type ErrorCode,
  type Locale,
  sayEvent,
} from '#libs/api-schema';
import {
  addDays,
  type Clock,
  copenhagenDate,
  copenhagenDateTime,
  copenhagenInstant,
  DomainError,
} from '#libs/kernel';
import type { AccessSql } from '../access/access-sql.js';
import { CLOCK } from '../database/clock.token.js';
import type { Transaction } from '../database/transaction.js';
import { defineList, type ListJson, listPage } from '../read-model/list.js';
import { writeCsv } from '../spreadsheets/write-csv.js';
import { exportFileName } from '../spreadsheets/export-column.js';
import { actorJoins, actorName } from './actor-name.js';
import type { AnchoredHead } from './anchors/anchor-document.js';
import { readableTypes } from './readable-types.js';
import { verifyChain } from './verify-chains.js';

/** The most events one export holds. */
const mostExported = 50_000;

const from = `event_seal s join event e on e.id = s.event_id and e.alliance_id = s.alliance_id ${actorJoins}`;
const filters = {
  from: 'e.occurred_at >= $value::timestamptz',
  until: 'e.occurred_at < $value::timestamptz',
  actorId: `e.actor_kind = 'person' and e.actor_id = $value::uuid`,
  kind: 'e.subject_kind = $value',
  subjectId: 'e.subject_id = $value::uuid',
  type: 'e.type = any ($value)',
};
const search = [`(select string_agg(part.value, ' ') from jsonb_each_text(e.payload) part)`, actorName];

const history = defineList({
  name: 'audit',
  from,
  where: 's.alliance_id = $alliance',
  id: 'e.id',
  json: {
    seq: 's.seq',
    id: 'e.id',
    type: 'e.type',
    occurredAt: `to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    actorKind: 'e.actor_kind',
    actorId: 'e.actor_id',
    actorName,
    subject: `json_build_object('kind', e.subject_kind, 'id', e.subject_id)`,
    subjectName: `case when e.subject_kind = 'person' then (select p.name from person p where p.id = e.subject_id) end`,
    payload: 'e.payload',
  },
  sorts: { seq: { sql: 's.seq', type: 'numeric' } },
  filters,
  search,
});

type Query = z.output<typeof auditQuery>;
type ExportQuery = z.output<typeof auditExportQuery>;

/** Dates become instants, `kind:id` its two parts. */
function asFilters({ from: first, to, subject, ...rest }: ExportQuery): Record<string, unknown> {
  const [kind, subjectId] = subject?.split(':') ?? [];
  return {
    ...rest,
    ...(first === undefined ? {} : { from: copenhagenInstant(first) }),
    ...(to === undefined ? {} : { until: copenhagenInstant(addDays(to, 1)) }),
    ...(kind === undefined ? {} : { kind, subjectId }),
  };
}

const words: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  da: {
    file: 'Historik',
    seq: 'Nr.',
    at: 'Tidspunkt',
    what: 'Hændelse',
    who: 'Hvem',
    type: 'Type',
    kind: 'Slags ting',
    id: 'Tingens id',
    system: 'Systemet',
    erased: 'Slettet person',
    link: 'Via link',
  },
  en: {
    file: 'History',
    seq: 'No.',
    at: 'Time',
    what: 'Event',
    who: 'Who',
    type: 'Type',
    kind: 'Kind of thing',
    id: 'Id of the thing',
    system: 'The system',
    erased: 'Erased person',
    link: 'By link',
  },
};

interface Exported {
  seq: string;
  type: string;
  occurred_at: Date;
  actor_kind: string;
  actor_name: string | null;
  subject_kind: string;
  subject_id: string;
  payload: Record<string, unknown>;
}

/** The event log as a history to read: narrowed to who, when, what and which thing, and only what the reader may see. */
@Injectable()
export class Audit {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** One page. */
  page(tx: Transaction, { sort, limit, after, q, ...rest }: Query): Promise<ListJson> {
    const asked = {
      sort,
      limit,
      ...(after === undefined ? {} : { after }),
      ...(q === undefined ? {} : { q }),
    };
    return listPage(tx, history, { ...asked, ...asFilters(rest) }, visible(tx));
  }

  /** What there is to narrow it to. */
  async facets(tx: Transaction): Promise<z.infer<typeof auditFacets>> {
    const types = await tx.query<{ type: string; kind: string }>(
      `select distinct type, subject_kind as kind from event where alliance_id = $1 and type = any ($2)`,
      [tx.allianceId, readableTypes(tx.actor)],
    );
    const people = await tx.query<{ id: string; name: string }>(
      `select p.id, p.name from person p where p.id in (
         select actor_id from event where alliance_id = $1 and actor_kind = 'person' and type = any ($2))
       order by p.name collate "da-x-icu" limit 500`,
      [tx.allianceId, readableTypes(tx.actor)],
    );
    return {
      types: [...new Set(types.map(({ type }) => type))].sort(),
      kinds: [...new Set(types.map(({ kind }) => kind))].sort(),
      people,
    };
  }

  /**
   * All that matches as CSV with readable lines, oldest first; that it was taken is itself an event.
   * @throws DomainError audit/export-too-long
   */
  async export(
    tx: Transaction,
    query: ExportQuery,
    locale: Locale,
  ): Promise<{ name: string; csv: string; count: number }> {
    const rows = await this.all(tx, query);
    await tx.append(
      'audit.history-exported',
      { kind: 'alliance', id: tx.allianceId },
      { count: rows.length },
    );
    const say = words[locale];
    const column = (header: string, kind: 'text' | 'number' = 'text') => ({
      header: say[header] ?? header,
      kind,
    });
    const columns = [
      column('seq', 'number'),
      ...['at', 'what', 'who', 'type', 'kind', 'id'].map((header) => column(header)),
    ];
    const csv = writeCsv(
      columns,
      rows.map((row) => [
        Number(row.seq),
        clockTime(row.occurred_at),
        sayEvent(row, locale, { date: plainly, month: plainly }),
        whoDid(row, say),
        row.type,
        row.subject_kind,
        row.subject_id,
      ]),
    );
    const name = exportFileName(`${say['file'] ?? ''} ${copenhagenDate(this.clock.now())}`, 'csv');
    return { name, csv: Buffer.from(csv).toString('utf8'), count: rows.length };
  }

  /** Does the chain of this alliance hold, by itself and against the heads the database keeps of it? */
  async verify(tx: Transaction): Promise<z.infer<typeof auditVerification>> {
    const heads = await tx.query<{ at: Date; seq: number; hash: string; name: string }>(
      `select a.anchored_at as at, (h ->> 'seq')::int as seq, h ->> 'hash' as hash, a.file_name as name
       from anchor a, jsonb_array_elements(a.document::jsonb -> 'heads') h where h ->> 'alliance' = $1`,
      [tx.allianceId],
    );
    const known = heads.map(({ at, seq, hash, name }): AnchoredHead => ({
      allianceId: tx.allianceId,
      seq,
      hash,
      anchoredAt: at.toISOString(),
      source: name,
    }));
    const report = await verifyChain((sql, parameters) => tx.query(sql, parameters), tx.allianceId, known);
    return {
      events: report.events,
      head: report.head,
      anchors: heads.length,
      findings: report.findings.map(({ kind, seq, head }) => ({
        kind,
        seq,
        anchoredAt: head?.anchoredAt ?? null,
      })),
    };
  }

  private async all(tx: Transaction, { q, ...rest }: ExportQuery): Promise<Exported[]> {
    const access = visible(tx);
    const params: unknown[] = [...access.params, tx.allianceId];
    const bind = (value: unknown): string => `$${String(params.push(value))}`;
    const conditions = Object.entries(asFilters(rest)).flatMap(([name, value]) => {
      const sql = (filters as Readonly<Record<string, string>>)[name];
      return sql === undefined || value === undefined ? [] : [sql.replaceAll('$value', () => bind(value))];
    });
    if (q !== undefined && q !== '') {
      const pattern = bind(`%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
      conditions.push(`(${search.map((column) => `${column} ilike ${pattern}`).join(' or ')})`);
    }
    const where = [access.sql, `s.alliance_id = $${String(access.params.length + 1)}`, ...conditions].join(
      ' and ',
    );
    const [found] = await tx.query<{ count: number }>(
      `select count(*)::int as count from ${from} where ${where}`,
      params,
    );
    const count = found?.count ?? 0;
    if (count > mostExported)
      throw new DomainError<ErrorCode>('audit/export-too-long', { count, most: mostExported });
    return tx.query<Exported>(
      `select s.seq, e.type, e.occurred_at, e.actor_kind, ${actorName} as actor_name, e.subject_kind, e.subject_id,
         e.payload from ${from} where ${where} order by s.seq`,
      params,
    );
  }
}

function visible(tx: Transaction): AccessSql {
  return { sql: '(e.type = any ($1))', params: [readableTypes(tx.actor)] };
}

function whoDid(row: Exported, say: Readonly<Record<string, string>>): string {
  if (row.actor_name !== null) return row.actor_name;
  if (row.actor_kind === 'system') return say['system'] ?? '';
  return (row.actor_kind === 'link' ? say['link'] : say['erased']) ?? '';
}

/** `2026-11-23 09:15:02`, Copenhagen time: sorts as text. */
function clockTime(instant: Date): string {
  const { date, time } = copenhagenDateTime(instant);
  return `${date} ${time}`;
}

function plainly(value: string): string {
  return value;
}
