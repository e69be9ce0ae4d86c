import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { loadMigrations, migrate, withMigrations } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '#libs/testing';

const folder = resolve('migrations');

/** What a schema consists of: columns, constraints, indexes, policies and functions, as PostgreSQL says them. */
const schemaOf = (database: TestDatabase): Promise<unknown[]> =>
  database.query(`
    select 'column' as what, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(' ' || column_default, '') as is
      from information_schema.columns where table_schema = 'public'
    union all select 'constraint', conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'index', indexdef from pg_indexes where schemaname = 'public'
    union all select 'policy', tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies where schemaname = 'public'
    union all select 'function', p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1, 2`);

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('have nothing left to do on the newest schema', async () => {
    expect(await migrate(database.ownerUrl, folder)).toEqual([]);
  });

  it('go all the way down and up again to the same schema', async () => {
    const before = await schemaOf(database);
    const count = (await loadMigrations(folder)).length;
    await withMigrations(database.ownerUrl, folder, async (source) => {
      for (let undone = 0; undone < count; undone += 1) await source.undoLastMigration();
    });
    const left = await database.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace and relname <> 'migration'`,
    );
    expect(left).toEqual([]);
    expect(await migrate(database.ownerUrl, folder)).toHaveLength(count);
    expect(await schemaOf(database)).toEqual(before);
  });

  it('keep the data that lies in the previous state', async () => {
    const slug = `bevaret-${randomBytes(3).toString('hex')}`;
    await withMigrations(database.ownerUrl, folder, (source) => source.undoLastMigration());
    await database.query('insert into alliance (id, slug, name) values (gen_random_uuid(), $1, $1)', [slug]);
    expect(await migrate(database.ownerUrl, folder)).toHaveLength(1);
    expect(await database.query('select name from alliance where slug = $1', [slug])).toEqual([
      { name: slug },
    ]);
  });

  it('wait for one another when several processes start at once', async () => {
    await withMigrations(database.ownerUrl, folder, (source) => source.undoLastMigration());
    const ran = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, folder)));
    expect(ran.map((names) => names.length).sort()).toEqual([0, 0, 1]);
  });
});
