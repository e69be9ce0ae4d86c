import type { TestDatabase } from './test-database.js';

/** The tables in which a text stands in any column of any row, also inside of bytes. */
export async function findsOf(database: TestDatabase, text: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const looks = tables.map(
    ({ name }) => `select '${name}' as name where exists (select from ${name} t
       where position(lower($1) in lower(t::text)) > 0 or position($2 in t::text) > 0)`,
  );
  const found = await database.query<{ name: string }>(`${looks.join(' union all ')} order by 1`, [
    text,
    Buffer.from(text).toString('hex'),
  ]);
  return found.map(({ name }) => name);
}
