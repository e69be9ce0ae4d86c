import { Inject, Injectable } from '@nestjs/common';
import type { ColumnMatches, ImportCounts } from '#libs/api-schema';
import { type Clock, copenhagenDate } from '#libs/kernel';
import { CLOCK, type Transaction } from '#libs/platform';
import { type JudgedRow, judgeRows } from '../domain/judge-rows.js';
import type { Partner } from '../domain/partner.js';
import type { ReadRow } from '../domain/partner-row.js';
import { unifyTowns } from '../domain/unify-spelling.js';
import type { ImportRow } from './partner-import.repository.js';
import { PartnerRepository } from './partner.repository.js';
import { readPartnerRow } from './read-partner-row.js';

/** A row as it was read and judged, with the partner it is. */
export interface JudgedImportRow {
  readonly row: ImportRow;
  readonly read: ReadRow;
  readonly judged: JudgedRow;
  readonly partner: Partner | null;
}

/** Counts of an import in which nothing has been counted. */
export const noCounts: ImportCounts = {
  rows: 0,
  new: 0,
  match: 0,
  unchanged: 0,
  problem: 0,
  empty: 0,
  skipped: 0,
  notes: 0,
  created: 0,
  updated: 0,
  removed: 0,
  restored: 0,
  kept: 0,
};

/** Judges an import's rows against the partners there are at this moment. */
@Injectable()
export class JudgeImport {
  constructor(
    private readonly partners: PartnerRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, rows: readonly ImportRow[], columns: ColumnMatches): Promise<JudgedImportRow[]> {
    const partners = await this.partners.listAll(tx);
    const byId = new Map(partners.map((partner) => [partner.organisationId, partner]));
    const read = unifyTowns(
      rows.map((row) => readPartnerRow(row, columns)),
      partners.flatMap((partner) => partner.city ?? []),
    );
    const judged = judgeRows(read, partners, copenhagenDate(this.clock.now()));
    return rows.flatMap((row, at) => {
      const [readRow, verdict] = [read[at], judged[at]];
      if (readRow === undefined || verdict === undefined) return [];
      return [
        { row, read: readRow, judged: verdict, partner: byId.get(verdict.organisationId ?? '') ?? null },
      ];
    });
  }
}

/** How many rows are what; a skipped row counts as skipped only. */
export function countVerdicts(rows: readonly JudgedImportRow[]): ImportCounts {
  const counts = { ...noCounts, rows: rows.length };
  for (const { row, judged } of rows) {
    if (row.skipped) counts.skipped += 1;
    else {
      counts[judged.verdict] += 1;
      if (judged.findings.some((finding) => finding.level === 'note')) counts.notes += 1;
    }
  }
  return counts;
}
