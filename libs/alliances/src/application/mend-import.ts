import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ColumnMatches, ErrorCode, mendRow } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type Actor, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { countVerdicts, JudgeImport } from './judge-import.js';
import { type ImportRow, type PartnerImport, PartnerImportRepository } from './partner-import.repository.js';

/** Corrects an import while it is only a preview; all rows are judged again, for they depend on each other. */
@Injectable()
export class MendImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: PartnerImportRepository,
    private readonly judging: JudgeImport,
  ) {}

  /** Says which column is which. @throws DomainError alliances/import-column-unknown, -import-column-twice */
  matchColumns(actor: Actor, importId: string, columns: ColumnMatches): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const found = await this.inPreview(tx, importId);
      const chosen = Object.values(columns);
      if (chosen.some((column) => column >= found.header.length))
        throw new DomainError<ErrorCode>('alliances/import-column-unknown', {}, 'columns');
      if (new Set(chosen).size < chosen.length)
        throw new DomainError<ErrorCode>('alliances/import-column-twice', {}, 'columns');
      await this.judgeAgain(tx, importId, columns, await this.imports.listRows(tx, importId));
    });
  }

  /** Writes cells of a row anew, or leaves the row out. @throws DomainError platform/not-found */
  mendRow(actor: Actor, importId: string, rowId: string, mend: z.output<typeof mendRow>): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const found = await this.inPreview(tx, importId);
      const rows = await this.imports.listRows(tx, importId);
      const row = rows.find((each) => each.id === rowId);
      if (row === undefined) throw notFound();
      const mended = { ...row, skipped: mend.skipped ?? row.skipped, cells: [...row.cells] };
      for (const [column, text] of Object.entries(mend.cells ?? {})) {
        if (Number(column) >= found.header.length)
          throw new DomainError<ErrorCode>('alliances/import-column-unknown', {}, `cells.${column}`);
        mended.cells[Number(column)] = text;
      }
      await this.imports.mendRow(tx, mended);
      const after = rows.map((each) => (each.id === rowId ? mended : each));
      await this.judgeAgain(tx, importId, found.columns, after);
    });
  }

  private async judgeAgain(
    tx: Transaction,
    importId: string,
    columns: ColumnMatches,
    rows: readonly ImportRow[],
  ): Promise<void> {
    const judged = await this.judging.run(tx, rows, columns);
    await this.imports.keepVerdicts(
      tx,
      importId,
      judged.map((each) => each.judged),
    );
    await this.imports.change(tx, importId, { columns, counts: countVerdicts(judged) });
  }

  private async inPreview(tx: Transaction, importId: string): Promise<PartnerImport> {
    const found = await this.imports.hold(tx, importId);
    if (found === undefined) throw notFound();
    if (found.state !== 'preview') throw new DomainError<ErrorCode>('alliances/import-not-in-preview');
    return found;
  }
}
