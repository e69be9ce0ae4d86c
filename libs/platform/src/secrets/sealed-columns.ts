import { Injectable } from '@nestjs/common';
import type { KeyRing } from './key-ring.js';

/** A column whose values the key ring has sealed; what `rygrad keys rotate` needs to seal them anew. */
export interface SealedColumn {
  readonly table: string;
  /** The column that names a row; it alone must find one. */
  readonly id: string;
  readonly column: string;
  /** Further columns that {@link context} reads; the id column is always there. */
  readonly reads?: readonly string[];
  /** The context a row's value was sealed with. */
  context(row: Readonly<Record<string, unknown>>): string;
  /** How to open it, when it may have been sealed in an older way. Default: by the context. */
  open?(keyRing: KeyRing, sealed: Buffer, row: Readonly<Record<string, unknown>>): Buffer;
  /** The keyed hash beside it, made anew with the new key. */
  readonly lookup?: {
    readonly column: string;
    purpose(row: Readonly<Record<string, unknown>>): string;
    /** The text that was hashed, from what was sealed. Default: the same text. */
    value?(plain: Buffer): string;
  };
}

const word = /^[a-z_]+$/;

/** Every sealed column of the product. Whoever seals into a column registers it, or a change of keys would lose it. */
@Injectable()
export class SealedColumns {
  private readonly columns: SealedColumn[] = [];

  /** Adds a column; call when the module is constructed. */
  register(column: SealedColumn): void {
    const names = [column.table, column.id, column.column, ...(column.reads ?? [])];
    for (const name of names) if (!word.test(name)) throw new Error(`${name} is no name of a column`);
    this.columns.push(column);
  }

  /** All sealed columns. */
  all(): readonly SealedColumn[] {
    return this.columns;
  }
}
