import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { importRow, importRowQuery, partnerImport, partnerImportList } from '#libs/api-schema';
import {
  Access,
  type Actor,
  defineList,
  type ListJson,
  listPage,
  notFound,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { runImportQueue } from './run-import.js';
import { undoImportQueue } from './undo-import.js';
import { importJobKey, readImportQueue } from './upload-import.js';

type ImportDetail = z.output<typeof partnerImport>;
type ImportRowDetail = z.output<typeof importRow>;

const queues: Readonly<Record<string, string>> = {
  reading: readImportQueue,
  importing: runImportQueue,
  undoing: undoImportQueue,
};

const rowJson = {
  id: 'r.id',
  line: 'r.line',
  cells: 'r.cells',
  edited: 'r.edited',
  skipped: 'r.skipped',
  verdict: 'r.verdict',
  findings: 'r.findings',
  matchOn: 'r.match_on',
  organisationId: 'r.organisation_id',
  organisationName: 'o.name',
  changes: 'r.changes',
  effect: 'r.effect',
  undo: 'r.undo',
  undoReason: 'r.undo_reason',
};
const rowFrom = `partner_import_row r
  left join organisation o on o.alliance_id = r.alliance_id and o.id = r.organisation_id`;

const rows = defineList({
  name: 'alliances-import-rows',
  from: rowFrom,
  where: 'r.alliance_id = $alliance',
  id: 'r.id',
  json: rowJson,
  sorts: { line: { sql: 'r.line', type: 'int' } },
  filters: {
    importId: 'r.import_id = $value::uuid',
    // Empty rows are told by their number alone; a skipped row is neither new nor a problem any more.
    verdict: `case $value::text
      when 'skipped' then r.skipped
      when 'note' then not r.skipped and jsonb_path_exists(r.findings, '$[*] ? (@.level == "note")')
      when 'kept' then r.undo = 'kept'
      else not r.skipped and r.verdict = $value::text end`,
  },
});

/** Imports and their rows, as the preview shows them. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** The newest hundred imports. */
  list(actor: Actor): Promise<z.output<typeof partnerImportList>> {
    return this.unitOfWork.readAs(actor, async (tx) => ({
      items: await tx.query<z.output<typeof partnerImportList>['items'][number]>(
        `select id, file_name as "fileName", state, counts, uploaded_by_name as "uploadedBy",
           created_at as "createdAt" from partner_import where alliance_id = $1 order by created_at desc, id limit 100`,
        [tx.allianceId],
      ),
    }));
  }

  /** @throws DomainError platform/not-found */
  read(actor: Actor, importId: string): Promise<ImportDetail> {
    return this.unitOfWork.readAs(actor, (tx) => this.detail(tx, importId));
  }

  /** One row and how its import stands. @throws DomainError platform/not-found */
  row(
    actor: Actor,
    importId: string,
    rowId: string,
  ): Promise<{ row: ImportRowDetail; import: ImportDetail }> {
    const json = Object.entries(rowJson).map(([key, sql]) => `'${key}', ${sql}`);
    return this.unitOfWork.readAs(actor, async (tx) => {
      const [found] = await tx.query<{ row: ImportRowDetail }>(
        `select json_build_object(${json.join(', ')}) as row from ${rowFrom}
         where r.alliance_id = $1 and r.import_id = $2 and r.id = $3`,
        [tx.allianceId, importId, rowId],
      );
      if (found === undefined) throw notFound();
      return { row: found.row, import: await this.detail(tx, importId) };
    });
  }

  /** One page of an import's rows. @throws DomainError platform/not-found */
  rows(actor: Actor, importId: string, query: z.output<typeof importRowQuery>): Promise<ListJson> {
    const access = this.access.sql(actor, 'read', 'PartnerImport', { alias: 'r', firstParam: 1 });
    return this.unitOfWork.readAs(actor, async (tx) => {
      await this.detail(tx, importId);
      return listPage(tx, rows, { ...query, importId }, access);
    });
  }

  private async detail(tx: Transaction, importId: string): Promise<ImportDetail> {
    const [found] = await tx.query<Omit<ImportDetail, 'progress'>>(
      `select id, file_name as "fileName", state, problem, encoding, delimiter, header, columns, counts,
         uploaded_by_name as "uploadedBy", created_at as "createdAt", imported_at as "importedAt",
         undone_at as "undoneAt", version from partner_import where alliance_id = $1 and id = $2`,
      [tx.allianceId, importId],
    );
    if (found === undefined) throw notFound();
    return { ...found, progress: await this.progress(tx, found) };
  }

  private async progress(
    tx: Transaction,
    found: Omit<ImportDetail, 'progress'>,
  ): Promise<ImportDetail['progress']> {
    const queue = queues[found.state];
    if (queue === undefined) return null;
    const [job] = await tx.query<{ done: number | null; total: number | null }>(
      'select progress_done as done, progress_total as total from job where queue = $1 and key = $2',
      [queue, importJobKey(found.id, found.version)],
    );
    return { done: job?.done ?? 0, total: job?.total ?? 0 };
  }
}
