import { personReferenceTitles } from '#libs/api-schema';
import { createTestDatabase, type TestDatabase } from '#libs/testing';

/** Columns that hold a person's id on purpose without taking part in a merge, each with the reason. */
const apart: Readonly<Record<string, string>> = {
  'meeting_presence.person_id': 'who is in a room right now; their socket is cut off, and it is forgotten',
};

/** Lists of ids that are none of people. */
const otherLists: readonly string[] = ['delivery.attachments'];

describe('what points at a person', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const listed = async () =>
    (
      await database.query<{ name: string }>(
        `select table_name || '.' || column_name as name from person_reference order by 1`,
      )
    ).map(({ name }) => name);

  it('is listed in person_reference, so that no merge forgets it', async () => {
    const keys = await database.query<{ name: string }>(`
      select c.relname || '.' || a.attname as name
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[array_position(k.confkey,
        (select attnum from pg_attribute where attrelid = 'person'::regclass and attname = 'id'))]
      where k.contype = 'f' and k.confrelid = 'person'::regclass order by 1`);
    const loose = await database.query<{ name: string }>(`
      select table_name || '.' || column_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'uuid' and column_name like '%person_id'`);
    const known = new Set([...(await listed()), ...Object.keys(apart)]);
    expect([...keys, ...loose].map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('stands in no list of ids', async () => {
    const lists = await database.query<{ name: string }>(`
      select table_name || '.' || column_name as name from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'ARRAY' and udt_name = '_uuid'
      order by 1`);
    expect(lists.map(({ name }) => name)).toEqual(otherLists);
  });

  it('is a column that exists, with words for it in both languages', async () => {
    const columns = await database.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const there = new Set(columns.map(({ name }) => name));
    const names = await listed();
    expect(names.filter((name) => !there.has(name))).toEqual([]);
    expect(names.filter((name) => personReferenceTitles[name] === undefined)).toEqual([]);
  });
});
