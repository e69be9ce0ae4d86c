import type { ColumnMatches, ImportCounts, ImportState, RowEffect } from '#libs/api-schema';
import type { ErrorParams } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { JudgedRow } from '../domain/judge-rows.js';
import type { Partner } from '../domain/partner.js';
import type { ImportTrace } from '../domain/undo-import.js';

/** An import as its actions need it. */
export interface PartnerImport {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly header: readonly ColumnHeader[];
  readonly columns: ColumnMatches;
  readonly counts: ImportCounts;
  readonly uploadedBy: string;
  readonly undoneBy: string | null;
  readonly version: number;
}

/** A column's name and what stands in its first rows. */
export interface ColumnHeader {
  readonly name: string;
  readonly samples: readonly string[];
}

/** A row of an import. */
export interface ImportRow {
  readonly id: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly skipped: boolean;
}

/** What can be changed of an import; what is left out stays. */
export interface ImportChange {
  readonly state?: ImportState;
  readonly problem?: { code: string; params: ErrorParams } | null;
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
  readonly header?: readonly ColumnHeader[];
  readonly columns?: ColumnMatches;
  readonly counts?: ImportCounts;
  readonly importedAt?: Date;
  readonly undoneAt?: Date;
  readonly undoneBy?: string;
  readonly undoneById?: string | null;
}

/** What became of a row. */
export interface RowOutcome {
  readonly id: string;
  readonly effect: RowEffect;
  readonly organisationId: string | null;
  readonly trace: { version: number; before: Partner | null } | null;
}

/** What undoing did to a row's partner. */
export interface RowUndone {
  readonly id: string;
  readonly undo: 'removed' | 'restored' | 'kept';
  readonly reason: string | null;
}

/** How imports are kept; everything within the alliance of the unit of work. */
export abstract class PartnerImportRepository {
  abstract insert(
    tx: Transaction,
    made: { id: string; fileId: string; fileName: string; byId: string; byName: string },
  ): Promise<void>;
  /** One import, held until the unit of work ends. */
  abstract hold(tx: Transaction, id: string): Promise<PartnerImport | undefined>;
  /** Changes an import; its version rises by one. */
  abstract change(tx: Transaction, id: string, change: ImportChange): Promise<void>;
  abstract insertRows(tx: Transaction, importId: string, rows: readonly ImportRow[]): Promise<void>;
  abstract listRows(tx: Transaction, importId: string): Promise<ImportRow[]>;
  /** Keeps a row's cells and whether it is skipped. */
  abstract mendRow(tx: Transaction, row: ImportRow): Promise<void>;
  /** Keeps the verdicts, by line; rows on which nothing changed are not written. */
  abstract keepVerdicts(tx: Transaction, importId: string, judged: readonly JudgedRow[]): Promise<void>;
  abstract keepOutcomes(tx: Transaction, outcomes: readonly RowOutcome[]): Promise<void>;
  /** Rows that did something, with what is needed to undo it. */
  abstract listTraces(tx: Transaction, importId: string): Promise<(ImportTrace & { id: string })[]>;
  abstract keepUndone(tx: Transaction, undone: readonly RowUndone[]): Promise<void>;
}
