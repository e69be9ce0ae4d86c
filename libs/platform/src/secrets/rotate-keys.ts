import type { KeyRing } from './key-ring.js';
import type { SealedColumn } from './sealed-columns.js';

/** Statements as the role that owns the tables: keys are changed in all alliances at once. */
export type OwnerQuery = <R>(sql: string, parameters: readonly unknown[]) => Promise<R[]>;

/** What changing the keys did to one column. */
export interface RotatedColumn {
  readonly table: string;
  readonly column: string;
  readonly resealed: number;
  /** Values that no key of the ring opens; they stay as they are. */
  readonly unreadable: number;
}

type Row = Readonly<Record<string, unknown>> & { sealed: Buffer };

const batch = 500;

/**
 * Seals anew everything that was not sealed with the current key. Row by row and only where a row is still as it was
 * read, so that the product can go on working meanwhile; begun again it does the rest.
 */
export async function rotateKeys(
  query: OwnerQuery,
  keyRing: KeyRing,
  columns: readonly SealedColumn[],
): Promise<RotatedColumn[]> {
  const rotated: RotatedColumn[] = [];
  for (const column of columns) rotated.push(await rotateColumn(query, keyRing, column));
  return rotated;
}

/** How many values each key still closes, by key id; `unknown` are those that no ring has closed. */
export async function keysInUse(
  query: OwnerQuery,
  columns: readonly SealedColumn[],
): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  for (const { table, column } of columns) {
    const rows = await query<{ key: string; n: number }>(
      `select case when length(${column}) >= 37 and get_byte(${column}, 0) = 1
           then encode(substring(${column} from 2 for 8), 'hex') else 'unknown' end as key, count(*)::int as n
       from ${table} where ${column} is not null group by 1`,
      [],
    );
    for (const { key, n } of rows) used.set(key, (used.get(key) ?? 0) + n);
  }
  return used;
}

async function rotateColumn(
  query: OwnerQuery,
  keyRing: KeyRing,
  sealed: SealedColumn,
): Promise<RotatedColumn> {
  const { table, id, column } = sealed;
  const reads = [...new Set([id, ...(sealed.reads ?? [])])].join(', ');
  let [resealed, unreadable] = [0, 0];
  let last: string | null = null;
  for (;;) {
    const rows: Row[] = await query<Row>(
      `select ${reads}, ${column} as sealed from ${table}
       where ${column} is not null and substring(${column} from 1 for 9) <> $1 and ($2::text is null or ${id}::text > $2)
       order by ${id}::text limit ${String(batch)}`,
      [keyRing.currentHead, last],
    );
    for (const row of rows) {
      const outcome = await resealRow(query, keyRing, sealed, row);
      if (outcome === 'resealed') resealed += 1;
      if (outcome === 'unreadable') unreadable += 1;
    }
    last = String(rows.at(-1)?.[id]);
    if (rows.length < batch) return { table, column, resealed, unreadable };
  }
}

async function resealRow(
  query: OwnerQuery,
  keyRing: KeyRing,
  sealed: SealedColumn,
  row: Row,
): Promise<'resealed' | 'unreadable' | 'changed'> {
  const { table, id, column, lookup } = sealed;
  const plain = openedBy(keyRing, sealed, row);
  if (plain === undefined) return 'unreadable';
  const anew = keyRing.seal(plain, sealed.context(row));
  const hash =
    lookup === undefined
      ? undefined
      : keyRing.lookup(lookup.value?.(plain) ?? plain.toString('utf8'), lookup.purpose(row));
  const done = await query(
    `update ${table} set ${column} = $3${lookup === undefined ? '' : `, ${lookup.column} = $4`}
     where ${id} = $1 and ${column} = $2 returning 1 as done`,
    [row[id], row.sealed, anew, ...(hash === undefined ? [] : [hash])],
  );
  return done.length > 0 ? 'resealed' : 'changed';
}

function openedBy(keyRing: KeyRing, sealed: SealedColumn, row: Row): Buffer | undefined {
  try {
    return sealed.open === undefined
      ? keyRing.open(row.sealed, sealed.context(row))
      : sealed.open(keyRing, row.sealed, row);
  } catch {
    return undefined;
  }
}
