import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { noCounts } from '../application/judge-import.js';
import {
  type ImportChange,
  type ImportRow,
  type PartnerImport,
  PartnerImportRepository,
  type RowOutcome,
  type RowUndone,
} from '../application/partner-import.repository.js';
import type { JudgedRow } from '../domain/judge-rows.js';
import type { ImportTrace } from '../domain/undo-import.js';

const columnOf: Readonly<Record<keyof ImportChange, string>> = {
  state: 'state',
  problem: 'problem',
  encoding: 'encoding',
  delimiter: 'delimiter',
  header: 'header',
  columns: 'columns',
  counts: 'counts',
  importedAt: 'imported_at',
  undoneAt: 'undone_at',
  undoneBy: 'undone_by_name',
  undoneById: 'undone_by_id',
};

/** Imports in PostgreSQL, their rows many in one statement. */
@Injectable()
export class PartnerImportSqlRepository extends PartnerImportRepository {
  async insert(
    tx: Transaction,
    made: { id: string; fileId: string; fileName: string; byId: string; byName: string },
  ): Promise<void> {
    await tx.query(
      `insert into partner_import (id, alliance_id, file_id, file_name, counts, uploaded_by_id, uploaded_by_name,
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [made.id, tx.allianceId, made.fileId, made.fileName, noCounts, made.byId, made.byName, tx.now()],
    );
  }

  async hold(tx: Transaction, id: string): Promise<PartnerImport | undefined> {
    const [found] = await tx.query<PartnerImport>(
      `select id, file_id as "fileId", file_name as "fileName", state, header, columns, counts,
         uploaded_by_name as "uploadedBy", undone_by_name as "undoneBy", version
       from partner_import where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, id],
    );
    return found;
  }

  async change(tx: Transaction, id: string, change: ImportChange): Promise<void> {
    const given = Object.entries(change) as [keyof ImportChange, unknown][];
    const set = given.map(([key], at) => `${columnOf[key]} = $${String(at + 3)}`);
    const values = given.map(([, value]) => (isJson(value) ? JSON.stringify(value) : value));
    await tx.query(
      `update partner_import set version = version + 1, ${set.join(', ')} where alliance_id = $1 and id = $2`,
      [tx.allianceId, id, ...values],
    );
  }

  async insertRows(tx: Transaction, importId: string, rows: readonly ImportRow[]): Promise<void> {
    await tx.query(
      `insert into partner_import_row (id, alliance_id, import_id, line, cells, verdict)
       select id, $1, $2, line, cells, 'empty' from jsonb_to_recordset($3::jsonb) as r (id uuid, line int, cells jsonb)`,
      [tx.allianceId, importId, JSON.stringify(rows)],
    );
  }

  listRows(tx: Transaction, importId: string): Promise<ImportRow[]> {
    return tx.query<ImportRow>(
      'select id, line, cells, skipped from partner_import_row where alliance_id = $1 and import_id = $2 order by line',
      [tx.allianceId, importId],
    );
  }

  async mendRow(tx: Transaction, row: ImportRow): Promise<void> {
    await tx.query(
      `update partner_import_row set cells = $3, skipped = $4, edited = edited or cells <> $3::jsonb
       where alliance_id = $1 and id = $2`,
      [tx.allianceId, row.id, JSON.stringify(row.cells), row.skipped],
    );
  }

  async keepVerdicts(tx: Transaction, importId: string, judged: readonly JudgedRow[]): Promise<void> {
    await tx.query(
      `update partner_import_row t set verdict = r.verdict, findings = r.findings, changes = r.changes,
         organisation_id = r."organisationId", match_on = r."matchOn"
       from jsonb_to_recordset($3::jsonb) as r (line int, verdict text, findings jsonb, changes jsonb,
         "organisationId" uuid, "matchOn" text)
       where t.alliance_id = $1 and t.import_id = $2 and t.line = r.line
         and (t.verdict, t.findings, t.changes, t.organisation_id, t.match_on)
           is distinct from (r.verdict, r.findings, r.changes, r."organisationId", r."matchOn")`,
      [tx.allianceId, importId, JSON.stringify(judged)],
    );
  }

  async keepOutcomes(tx: Transaction, outcomes: readonly RowOutcome[]): Promise<void> {
    await tx.query(
      `update partner_import_row t set effect = r.effect, organisation_id = r."organisationId", trace = r.trace
       from jsonb_to_recordset($2::jsonb) as r (id uuid, effect text, "organisationId" uuid, trace jsonb)
       where t.alliance_id = $1 and t.id = r.id`,
      [tx.allianceId, JSON.stringify(outcomes)],
    );
  }

  listTraces(tx: Transaction, importId: string): Promise<(ImportTrace & { id: string })[]> {
    return tx.query<ImportTrace & { id: string }>(
      `select id, effect, organisation_id as "organisationId", (trace ->> 'version')::int as version,
         nullif(trace -> 'before', 'null'::jsonb) as before
       from partner_import_row where alliance_id = $1 and import_id = $2 and trace is not null order by line`,
      [tx.allianceId, importId],
    );
  }

  async keepUndone(tx: Transaction, undone: readonly RowUndone[]): Promise<void> {
    await tx.query(
      `update partner_import_row t set undo = r.undo, undo_reason = r.reason
       from jsonb_to_recordset($2::jsonb) as r (id uuid, undo text, reason text) where t.alliance_id = $1 and t.id = r.id`,
      [tx.allianceId, JSON.stringify(undone)],
    );
  }
}

/** Arrays and objects go to jsonb columns; instants do not. */
function isJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
