import { Injectable } from '@nestjs/common';
import type { InBothLanguages } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import { PersonCircle } from './person-circle.js';
import { type KeptOnErasure, PersonDataSources, type PersonSubject } from './person-data-source.js';

/** What an erasure took in one alliance. */
export interface Erased {
  readonly parts: readonly { readonly title: InBothLanguages; readonly rows: number }[];
  readonly counts: readonly { readonly table: string; readonly rows: number }[];
  readonly rows: number;
  readonly stays: readonly KeptOnErasure[];
}

/** Lets every source erase what it keeps of a person and of all that are the same human being. */
@Injectable()
export class EraseBySources {
  constructor(
    private readonly sources: PersonDataSources,
    private readonly circle: PersonCircle,
  ) {}

  /** In the unit of work at hand, the system's: all of it or nothing. Safe to repeat. */
  async run(tx: Transaction, subject: PersonSubject, emails: readonly string[] = []): Promise<Erased> {
    const known = await this.circle.of(tx, subject, emails);
    const stays: KeptOnErasure[] = [];
    const parts: Erased['parts'][number][] = [];
    const counts = new Map<string, number>();
    for (const source of this.sources.all())
      for (const each of known.subjects) stays.push(...((await source.keeps?.(tx, each, known)) ?? []));
    for (const source of this.sources.all()) {
      const rows = new Map<InBothLanguages, number>();
      for (const each of known.subjects)
        for (const erased of await source.erase(tx, each, known)) {
          const title = erased.title ?? source.title;
          rows.set(title, (rows.get(title) ?? 0) + erased.rows);
          counts.set(erased.table, (counts.get(erased.table) ?? 0) + erased.rows);
        }
      for (const [title, gone] of rows) if (gone > 0) parts.push({ title, rows: gone });
    }
    const tables = [...counts].map(([table, rows]) => ({ table, rows })).filter(({ rows }) => rows > 0);
    return {
      parts,
      counts: tables,
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      stays: once(stays),
    };
  }
}

/** The same thing said by several records is said once. */
function once(stays: readonly KeptOnErasure[]): KeptOnErasure[] {
  return [...new Map(stays.map((each) => [each.title.en + each.why.en, each])).values()];
}
