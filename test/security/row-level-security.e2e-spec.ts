import pg from 'pg';
import { newId } from '#libs/kernel';
import { type House, openHouse } from './house.js';
import { personWalls } from './person-walls.js';

/** Tables that point at person data and hold none themselves, each with the reason. */
const pointsAtPeople: Readonly<Record<string, string>> = {};

const refused = '42501';

interface Settings {
  readonly alliances?: string;
  readonly organisations?: string;
  readonly person?: string;
}

describe('row-level security by itself', () => {
  let house: House;
  let client: pg.Client;

  beforeAll(async () => {
    house = await openHouse({ ROLE: 'api' });
    client = new pg.Client({ connectionString: house.app.database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await house.app.close();
  });

  /** Runs a statement as the application’s role with these settings, and undoes what it did. */
  async function as(
    settings: Settings,
    sql: string,
    params: unknown[] = [],
  ): Promise<{ rows: Record<string, unknown>[]; count: number; code?: string }> {
    await client.query('begin');
    try {
      await client.query(
        `select set_config('app.alliances', $1, true), set_config('app.organisations', $2, true),
           set_config('app.person', $3, true), set_config('app.system', 'off', true)`,
        [settings.alliances ?? '', settings.organisations ?? '', settings.person ?? ''],
      );
      const answer = await client.query<Record<string, unknown>>(sql, params);
      return { rows: answer.rows, count: answer.rowCount ?? 0 };
    } catch (error) {
      return { rows: [], count: 0, code: (error as { code: string }).code };
    } finally {
      await client.query('rollback');
    }
  }

  const baseTables = async (): Promise<string[]> =>
    (
      await house.app.database.query<{ name: string }>(
        `select relname as name from pg_class where relkind in ('r', 'p') and relname = any ($1)`,
        [house.tables],
      )
    ).map(({ name }) => name);

  const personTables = (): Promise<{ name: string; qual: string }[]> =>
    house.app.database.query(
      `select tablename as name, qual from pg_policies where policyname = 'case_organisation' order by 1`,
    );

  it('stands on tables that hold rows of both alliances', async () => {
    const filled: string[] = [];
    for (const name of house.tables) {
      const [row] = await house.app.database.query<{ n: number }>(
        `select count(distinct alliance_id)::int as n from ${name} where alliance_id = any ($1)`,
        [[house.own, house.foreign]],
      );
      if (row?.n === 2) filled.push(name);
    }
    expect(filled.length).toBeGreaterThan(30);
  });

  it('shows no row of another alliance, in no table and no view', async () => {
    const leaks: string[] = [];
    for (const name of house.tables) {
      const sql = `select count(*)::int as n from ${name} where alliance_id <> $1`;
      const seen = await as({ alliances: `{${house.own}}` }, sql, [house.own]);
      if (seen.rows[0]?.['n'] !== 0 && seen.code !== refused) leaks.push(name);
    }
    expect(leaks).toEqual([]);
  });

  it('shows nothing at all to whoever has not said who they are', async () => {
    const leaks: string[] = [];
    for (const name of house.tables)
      for (const settings of [{}, { alliances: '{}' }, { person: newId() }]) {
        const seen = await as(settings, `select count(*)::int as n from ${name}`);
        if (seen.rows[0]?.['n'] !== 0 && seen.code !== refused)
          leaks.push(`${name} ${JSON.stringify(settings)}`);
      }
    expect(leaks).toEqual([]);
  });

  it('lets nobody change, delete, bring in or push out a row across the border', async () => {
    const leaks: string[] = [];
    const settings = { alliances: `{${house.own}}` };
    for (const name of await baseTables()) {
      const [foreign] = await house.app.database.query<{ row: object; columns: string }>(
        `select to_jsonb(t) as row, (select string_agg(quote_ident(column_name), ', ') from information_schema.columns
           where table_name = $2 and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO') as columns
         from ${name} t where alliance_id = $1 limit 1`,
        [house.foreign, name],
      );
      const tries: readonly (readonly [string, string, unknown[]])[] = [
        ['change', `update ${name} set alliance_id = alliance_id where alliance_id = $1`, [house.foreign]],
        ['delete', `delete from ${name} where alliance_id = $1`, [house.foreign]],
        [
          'push out',
          `update ${name} set alliance_id = $1 where alliance_id = $2`,
          [house.foreign, house.own],
        ],
      ];
      for (const [what, sql, params] of tries) {
        const done = await as(settings, sql, params);
        if (done.count > 0) leaks.push(`${what} ${name}`);
      }
      if (foreign === undefined) continue;
      const brought = await as(
        settings,
        `insert into ${name} (${foreign.columns}) select ${foreign.columns} from jsonb_populate_record(null::${name}, $1)`,
        [JSON.stringify(foreign.row)],
      );
      if (brought.code !== refused) leaks.push(`bring into ${name}: ${brought.code ?? 'done'}`);
    }
    expect(leaks).toEqual([]);
  });

  it('shows person data to its own organisation only', async () => {
    const walls = await personTables();
    const columnsOf = (qual: string): string[] =>
      [...qual.matchAll(/(\w+) = ANY/g)].map((match) => match[1] ?? '');
    expect(Object.fromEntries(walls.map(({ name, qual }) => [name, columnsOf(qual)]))).toEqual(personWalls);
    const [school] = await house.app.database.query<{ id: string }>(
      `select id from organisation where alliance_id = $1 and kind = 'school'`,
      [house.own],
    );
    const leaks: string[] = [];
    let own = 0;
    for (const { name, qual } of walls) {
      const columns = columnsOf(qual);
      const [holder] = await house.app.database.query<{ id: string }>(
        `select ${columns[0] ?? ''} as id from ${name} where alliance_id = $1 and ${columns[0] ?? ''} is not null limit 1`,
        [house.own],
      );
      const outside = columns.map((column) => `${column} is distinct from $1`).join(' and ');
      for (const organisation of [holder?.id ?? newId(), school?.id ?? newId(), newId()]) {
        const seen = await as(
          { alliances: `{${house.own}}`, organisations: `{${organisation}}` },
          `select count(*)::int as n, count(*) filter (where ${outside})::int as outside from ${name}`,
          [organisation],
        );
        own += Number(seen.rows[0]?.['n'] ?? 0);
        if (seen.rows[0]?.['outside'] !== 0) leaks.push(name);
      }
      const nobody = await as({ alliances: `{${house.own}}` }, `select count(*)::int as n from ${name}`);
      if (nobody.rows[0]?.['n'] !== 0) leaks.push(`${name} without organisation`);
    }
    expect(leaks).toEqual([]);
    expect(own).toBeGreaterThan(100);
  });

  it('stands before every table that points at person data', async () => {
    const walls = (await personTables()).map(({ name }) => name);
    const pointing = await house.app.database.query<{ name: string }>(
      `select distinct conrelid::regclass::text as name from pg_constraint
       where contype = 'f' and confrelid::regclass::text = any ($1)`,
      [walls],
    );
    const open = pointing.map(({ name }) => name).filter((name) => !walls.includes(name));
    expect(open).toEqual(Object.keys(pointsAtPeople));
  });
});
