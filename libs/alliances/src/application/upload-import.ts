import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError, holdsCpr, isDomainError, newId } from '#libs/kernel';
import {
  Files,
  type JobContext,
  type PersonActor,
  readSpreadsheet,
  type Sheet,
  systemActor,
  tidyText,
  UnitOfWork,
} from '#libs/platform';
import { matchColumns } from '../domain/match-columns.js';
import { countVerdicts, JudgeImport } from './judge-import.js';
import { type ColumnHeader, PartnerImportRepository } from './partner-import.repository.js';

/** The queue in which uploaded lists are read. */
export const readImportQueue = 'alliances.read-import';

const SAMPLES = 3;
const LOOKED_AT = 50;

/** Takes a partner list and has it read; nothing is changed until somebody says so. */
@Injectable()
export class UploadImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: Files,
    private readonly imports: PartnerImportRepository,
    private readonly judging: JudgeImport,
  ) {}

  /** Keeps the file and leaves a job to read it. @throws DomainError alliances/file-needed */
  upload(
    actor: PersonActor,
    file: { name: string; mediaType: string; bytes: Uint8Array },
  ): Promise<{ id: string }> {
    if (file.bytes.byteLength === 0) throw new DomainError<ErrorCode>('alliances/file-needed', {}, 'file');
    const id = newId();
    const given = tidyText(file.name).slice(-200);
    const name = given === '' || holdsCpr(given) ? 'partnere' : given;
    return this.unitOfWork.actAs(actor, async (tx) => {
      const kept = await this.files.put(tx, { ...file, name });
      await this.imports.insert(tx, {
        id,
        fileId: kept.id,
        fileName: name,
        byId: actor.personId,
        byName: actor.name,
      });
      await tx.enqueue({
        queue: readImportQueue,
        key: importJobKey(id, 1),
        payload: { allianceId: tx.allianceId, importId: id },
      });
      return { id };
    });
  }

  /** The job: reads the file in a thread of its own, matches its columns and judges its rows. */
  async read(allianceId: string, importId: string, context: JobContext): Promise<void> {
    const actor = systemActor(allianceId, 'reads a partner list');
    const bytes = await this.unitOfWork.actAs(actor, async (tx) => {
      const found = await this.imports.hold(tx, importId);
      return found?.state === 'reading' ? (await this.files.get(tx, found.fileId)).bytes : undefined;
    });
    if (bytes === undefined) return;
    try {
      const sheet = await readSpreadsheet(bytes);
      refuseCprIn(sheet);
      await context.progress(1, 2);
      await this.keepSheet(allianceId, importId, sheet);
    } catch (error) {
      if (isDomainError(error)) {
        await this.giveUp(allianceId, importId, { code: error.code, params: error.params });
        return;
      }
      if (context.isLast)
        await this.giveUp(allianceId, importId, { code: 'alliances/import-failed', params: {} });
      throw error;
    }
  }

  /** Nobody waits for ever: the import says why it could not be read. */
  private giveUp(
    allianceId: string,
    importId: string,
    problem: { code: string; params: DomainError['params'] },
  ): Promise<void> {
    return this.unitOfWork.actAs(systemActor(allianceId, 'gives up reading a partner list'), async (tx) => {
      const found = await this.imports.hold(tx, importId);
      if (found?.state !== 'reading') return;
      await this.imports.change(tx, importId, { state: 'unreadable', problem });
      if (problem.code === cprInList) await this.files.empty(tx, found.fileId);
    });
  }

  private keepSheet(allianceId: string, importId: string, sheet: Sheet): Promise<void> {
    const cells = sheet.rows.map((row) => row.cells);
    const columns = matchColumns(sheet.header, cells.slice(0, LOOKED_AT));
    const rows = sheet.rows.map(({ line, cells: own }) => ({
      id: newId(),
      line,
      cells: own,
      skipped: false,
    }));
    return this.unitOfWork.actAs(systemActor(allianceId, 'reads a partner list'), async (tx) => {
      const found = await this.imports.hold(tx, importId);
      if (found?.state !== 'reading') return;
      const judged = await this.judging.run(tx, rows, columns);
      await this.imports.insertRows(tx, importId, rows);
      await this.imports.keepVerdicts(
        tx,
        importId,
        judged.map((each) => each.judged),
      );
      await this.imports.change(tx, importId, {
        state: 'preview',
        encoding: sheet.encoding,
        delimiter: sheet.delimiter,
        header: headers(sheet),
        columns,
        counts: countVerdicts(judged),
      });
    });
  }
}

const cprInList = 'alliances/import-holds-cpr';
/** Columns of other numbers with ten digits. */
const otherNumbers = /\b(p-?n(umme)?r|produktionsenhed|telefon|tlf|phone|mobil)/i;
const namedLines = 5;

/** A list of companies has no CPR numbers. @throws DomainError alliances/import-holds-cpr naming the lines, not the numbers */
function refuseCprIn(sheet: Sheet): void {
  const others = sheet.header.map((name) => otherNumbers.test(name));
  const lines = sheet.rows
    .filter(({ cells }) => cells.some((cell, column) => others[column] !== true && holdsCpr(cell)))
    .map(({ line }) => line);
  if (sheet.header.some(holdsCpr)) lines.unshift(1);
  if (lines.length === 0) return;
  const named = lines.slice(0, namedLines).join(', ') + (lines.length > namedLines ? ' …' : '');
  throw new DomainError<ErrorCode>(cprInList, { lines: named });
}

/** Jobs of an import are told apart by the version it had when they were left. */
export function importJobKey(importId: string, version: number): string {
  return `${importId}:${String(version)}`;
}

function headers(sheet: Sheet): ColumnHeader[] {
  return sheet.header.map((name, column) => ({
    name: name.slice(0, 200),
    samples: sheet.rows
      .map((row) => tidyText(row.cells[column] ?? '').slice(0, 60))
      .filter((cell) => cell !== '')
      .slice(0, SAMPLES),
  }));
}
