import { randomBytes } from 'node:crypto';
import { newId } from '#libs/kernel';
import {
  KeyRing,
  keysInUse,
  Mailer,
  type OwnerQuery,
  rotateKeys,
  SealedColumns,
  SubjectKeys,
  systemActor,
  UnitOfWork,
} from '#libs/platform';
import { createTestDatabase, startTestApp, type TestApp, type TestDatabase } from '#libs/testing';

const [first, second] = [randomBytes(32), randomBytes(32)];
const template = {
  name: 'spec',
  da: () => ({ subject: 'Kode', paragraphs: ['x'] }),
  en: () => ({ subject: 'Code', paragraphs: ['x'] }),
};

describe('a change of keys', () => {
  let database: TestDatabase;
  let keys: Buffer[] = [first];
  let app: TestApp;
  let query: OwnerQuery;

  beforeAll(async () => {
    database = await createTestDatabase();
    query = (sql, parameters) => database.query(sql, parameters) as never;
    app = await startTestApp({
      modules: [],
      database,
      keyRing: new KeyRing(() => keys),
      settings: { ROLE: 'api' },
    });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const alliance = newId();
  const act = <T>(work: Parameters<UnitOfWork['actAs']>[1]): Promise<T> =>
    app.get(UnitOfWork).actAs(systemActor(alliance, 'spec'), work) as Promise<T>;
  const subjects = Array.from({ length: 30 }, () => ({ kind: 'participant', id: newId() }) as const);

  const say = (subject: (typeof subjects)[number]): Promise<string> =>
    act((tx) =>
      tx.append('platform.signed-out', subject, {}, { personal: { subject, values: { name: 'Sofie' } } }),
    );

  const read = async (): Promise<number> => {
    const rows = await database.query<{ id: string; personal: Buffer; personal_id: string }>(
      'select id, personal, personal_id from event where personal is not null',
    );
    let opened = 0;
    for (const row of rows)
      opened += (
        await act<Map<string, unknown>>((tx) =>
          app.get(SubjectKeys).open(tx, { kind: 'participant', id: row.personal_id }, [row]),
        )
      ).size;
    return opened;
  };

  it('seals everything anew while the product works, and then the old key opens nothing', async () => {
    for (const subject of subjects) await say(subject);
    await act((tx) =>
      app.get(Mailer).queue(tx, {
        template,
        params: {},
        to: { name: 'Karla', email: 'karla@smedjen.example', locale: 'da' },
        key: 'spec',
        about: { kind: 'spec', id: newId() },
      }),
    );
    const columns = app.get(SealedColumns).all();
    const [oldId] = new KeyRing([first]).keyIds;
    expect([...(await keysInUse(query, columns))]).toEqual([[oldId, 31]]);

    keys = [second, first];
    const ring = new KeyRing(keys);
    const more = Array.from({ length: 5 }, () => ({ kind: 'participant', id: newId() }) as const);
    const [rotated] = await Promise.all([
      rotateKeys(query, ring, columns),
      ...more.map((subject) => say(subject)),
    ]);
    expect(rotated.filter(({ unreadable }) => unreadable > 0)).toEqual([]);
    await rotateKeys(query, ring, columns);
    const [newId_] = ring.keyIds;
    expect([...(await keysInUse(query, columns))]).toEqual([[newId_, 36]]);
    expect(await read()).toBe(35);

    keys = [second];
    app.get(KeyRing).reload();
    expect(await read()).toBe(35);
    expect(await rotateKeys(query, new KeyRing(keys), columns)).toEqual(
      columns.map(({ table, column }) => ({ table, column, resealed: 0, unreadable: 0 })),
    );
  });

  it('goes on where it was interrupted', async () => {
    const columns = app.get(SealedColumns).all();
    const ring = new KeyRing([first, second]);
    let left = 10;
    const dying: OwnerQuery = (sql, parameters) => {
      if (sql.startsWith('update') && left-- === 0) throw new Error('killed');
      return query(sql, parameters);
    };
    await expect(rotateKeys(dying, ring, columns)).rejects.toThrow('killed');
    expect((await keysInUse(query, columns)).size).toBe(2);
    const rest = await rotateKeys(query, ring, columns);
    expect(rest.reduce((sum, { resealed }) => sum + resealed, 0)).toBe(26);
    keys = [first];
    app.get(KeyRing).reload();
    expect(await read()).toBe(35);
  });

  it('leaves what no key opens, and counts it', async () => {
    await database.query(
      `update subject_key set sealed = overlay(sealed placing '\\x00' from length(sealed)) where subject_id = $1`,
      [subjects[0]?.id],
    );
    const rotated = await rotateKeys(query, new KeyRing([second, first]), app.get(SealedColumns).all());
    expect(rotated.find(({ table }) => table === 'subject_key')).toMatchObject({
      unreadable: 1,
      resealed: 34,
    });
  });
});
