import { DomainError } from '#libs/kernel';
import type { AccessSql } from '../access/access-sql.js';
import type { Transaction } from '../database/transaction.js';
import { decodeCursor, encodeCursor } from './cursor.js';

/**
 * One sortable column: an SQL expression and its PostgreSQL type; `nullable` columns sort their NULLs last. `$q` stands
 * for what is searched for, escaped for `ilike`: a list can put its best matches first.
 */
export interface SortColumn {
  readonly sql: string;
  readonly type: 'text' | 'date' | 'timestamptz' | 'int' | 'numeric' | 'uuid';
  readonly nullable?: boolean;
}

/** A list read model: one statement, JSON built in SQL, keyset paging on (sort key, id). */
export interface ListDefinition {
  /** Stable name; PostgreSQL keeps the statements prepared under it. */
  readonly name: string;
  /** FROM clause with aliases, e.g. `contract c join alliances_organisation o on …`. */
  readonly from: string;
  /** Always-true condition, e.g. `c.alliance_id = $alliance`; `$alliance` and `$now` are put in. */
  readonly where: string;
  /** Unique id expression, e.g. `c.id`. */
  readonly id: string;
  /** JSON key → SQL expression. Exactly these leave the server. */
  readonly json: Readonly<Record<string, string>>;
  readonly sorts: Readonly<Record<string, SortColumn>>;
  /** Filter name → condition with `$value`; an array from `oneOrMore` arrives as `text[]`. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Columns that `q` looks in (case-insensitive, anywhere in the text). */
  readonly search?: readonly string[];
}

/** What was asked of a list. Further keys are filters. */
export interface ListRequest {
  readonly q?: string | undefined;
  readonly sort: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A page as JSON text, made by PostgreSQL: `{"items": […], "total": n, "next": cursor or null}`. */
export type ListJson = string & { readonly listJson: true };

/** Checks a list definition once. */
export function defineList(definition: ListDefinition): ListDefinition {
  return definition;
}

class Statement {
  readonly parameters: unknown[] = [];

  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${String(this.parameters.length)}`;
  }
}

/**
 * Answers one page of a list in one statement.
 * @param access the rows the actor may see, from `Access.sql` with `firstParam: 1`
 * @throws DomainError platform/invalid-input when the cursor is not one of this list and sort
 */
export async function listPage(
  tx: Transaction,
  list: ListDefinition,
  request: ListRequest & Readonly<Record<string, unknown>>,
  access: AccessSql,
): Promise<ListJson> {
  const built = buildPage(tx, list, request, access);
  const [row] = await tx.queryPrepared<{ items: string; total: string; last: unknown[] | null }>(
    built.name,
    built.sql,
    built.parameters,
  );
  const next = row?.last ? encodeCursor(request.sort, row.last) : null;
  return `{"items":${row?.items ?? '[]'},"total":${row?.total ?? '0'},"next":${JSON.stringify(next)}}` as ListJson;
}

function buildPage(
  tx: Transaction,
  list: ListDefinition,
  request: ListRequest & Readonly<Record<string, unknown>>,
  access: AccessSql,
): { name: string; sql: string; parameters: unknown[] } {
  const statement = new Statement();
  statement.parameters.push(...access.params);
  const conditions = [
    place(list.where, tx, statement),
    access.sql,
    ...filterConditions(list, request, statement),
  ];
  const sort = sortOf(list, request, statement);
  const cursor = request.after === undefined ? undefined : decodeCursor(request.sort, request.after);
  const keyset = cursor === undefined ? 'true' : beyond(list, sort, cursor, statement);
  const order = `${sort.column.sql} ${sort.direction} nulls last, ${list.id} ${sort.direction}`;
  const json = Object.entries(list.json).map(([key, sql]) => `'${key}', ${sql}`);
  const from = place(list.from, tx, statement);
  const limit = statement.bind(request.limit);
  const sql = `
    with matching as (select count(*) as total from ${from} where ${conditions.join(' and ')}),
    picked as (
      select *, row_number() over () as n from (
        select json_build_object(${json.join(', ')}) as item, ${sort.column.sql} as sort_key, ${list.id} as id
        from ${from} where ${conditions.join(' and ')} and ${keyset}
        order by ${order} limit ${limit}::int + 1) as ordered)
    select coalesce((select json_agg(item order by n) from picked where n <= ${limit}::int), '[]')::text as items,
      (select total from matching)::text as total,
      (select json_build_array(sort_key, id) from picked where n = ${limit}::int
        and exists (select from picked where n > ${limit}::int)) as last`;
  return { name: statementName(list.name, sql), sql, parameters: statement.parameters };
}

/** PostgreSQL identifiers hold 63 bytes; equal text has an equal name. */
function statementName(name: string, sql: string): string {
  let hash = 5381;
  for (let index = 0; index < sql.length; index += 1)
    hash = (Math.imul(hash, 33) ^ sql.charCodeAt(index)) >>> 0;
  return `list-${name.slice(0, 40)}-${hash.toString(36)}-${String(sql.length)}`;
}

function place(sql: string, tx: Transaction, statement: Statement): string {
  return sql
    .replaceAll('$alliance', () => `${statement.bind(tx.allianceId)}::uuid`)
    .replaceAll('$now', () => `${statement.bind(tx.now())}::timestamptz`);
}

function filterConditions(
  list: ListDefinition,
  request: ListRequest & Readonly<Record<string, unknown>>,
  statement: Statement,
): string[] {
  const conditions = Object.entries(list.filters ?? {}).flatMap(([name, sql]) => {
    const value = request[name];
    return value === undefined ? [] : [`(${sql.replaceAll('$value', () => statement.bind(value))})`];
  });
  if (request.q === undefined || request.q === '' || list.search === undefined) return conditions;
  const pattern = statement.bind(`%${escapeLike(request.q)}%`);
  return [...conditions, `(${list.search.map((column) => `${column} ilike ${pattern}`).join(' or ')})`];
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

interface Sort {
  readonly column: SortColumn;
  readonly direction: 'asc' | 'desc';
}

function sortOf(list: ListDefinition, { sort, q = '' }: ListRequest, statement: Statement): Sort {
  const descending = sort.startsWith('-');
  const column = list.sorts[descending ? sort.slice(1) : sort];
  if (column === undefined) throw new DomainError('platform/invalid-input', {}, 'sort');
  const direction = descending ? 'desc' : 'asc';
  if (!column.sql.includes('$q')) return { column, direction };
  const searched = `${statement.bind(escapeLike(q))}::text`;
  return { column: { ...column, sql: column.sql.replaceAll('$q', () => searched) }, direction };
}

/** Rows after the cursor. NULL keys come last in both directions. */
function beyond(
  list: ListDefinition,
  sort: Sort,
  cursor: readonly [unknown, string],
  statement: Statement,
): string {
  const sign = sort.direction === 'asc' ? '>' : '<';
  const id = `${statement.bind(cursor[1])}::uuid`;
  if (cursor[0] === null) return `(${sort.column.sql} is null and ${list.id} ${sign} ${id})`;
  const key = `${statement.bind(cursor[0])}::${sort.column.type}`;
  const row = `(${sort.column.sql}, ${list.id}) ${sign} (${key}, ${id})`;
  return sort.column.nullable === true ? `(${row} or ${sort.column.sql} is null)` : row;
}
