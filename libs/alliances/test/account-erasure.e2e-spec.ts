import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newId } from '#libs/kernel';
import { journalFile, PersonDataSources, type PersonDataExport, ReplayErasures } from '#libs/platform';
import {
  eventually,
  findsOf,
  startTestApp,
  type TestApp,
  type TestDatabase,
  type TestPerson,
} from '#libs/testing';
import { AlliancesModule } from '../src/index.js';

interface Preview {
  name: string;
  goes: { title: { da: string }; rows: number }[];
}

/** Somebody with roles in two alliances, who is a contact person, too, and has done things under their name. */
async function somebody(app: TestApp): Promise<{
  person: TestPerson;
  mark: string;
  email: string;
  alliances: string[];
}> {
  const mark = newId().slice(-8);
  const [name, email] = [`Karla Mærke${mark}`, `karla-${mark}@sekretariat.example`];
  const [one, two] = [await app.world.alliance(), await app.world.alliance()];
  const person = await app.world.person(
    [
      { allianceId: one.id, role: 'secretariat' },
      { allianceId: two.id, role: 'secretariat' },
    ],
    { name, email },
  );
  await app.world.person([
    { allianceId: one.id, role: 'secretariat' },
    { allianceId: two.id, role: 'secretariat' },
  ]);
  await app.world.organisation(two.id, { contact: name, email });
  for (const { id } of [one, two]) {
    const added = await person.client.post<{ id: string }>(`/api/v1/alliances/${id}/partners`, {
      kind: 'company',
      name: `Smedjen ${mark.slice(0, 2)}`,
      joinedOn: '2026-01-01',
    });
    expect(added.status).toBe(201);
    const changed = await person.client.post(
      `/api/v1/alliances/${id}/partners/${added.body.id}/membership-changes`,
      { status: 'paused', effectiveOn: '2026-02-01' },
      { ifMatch: 1 },
    );
    expect(changed.status).toBe(200);
  }
  return { person, mark, email, alliances: [one.id, two.id] };
}

describe('an account', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
    await app.world.person([], { isAdmin: true });
  });

  afterAll(() => app.close());

  it('of an administrator goes, but not of the last one, also when the last two go at once', async () => {
    const alone = await startTestApp({ modules: [AlliancesModule] });
    try {
      const two = await Promise.all([0, 1].map(() => alone.world.person([], { isAdmin: true })));
      const answers = await Promise.all(
        two.map(({ client }) => client.post('/api/v1/me/erasure', { confirmed: true })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const left = await alone.database.query('select id from person where is_admin and erased_at is null');
      expect(left).toHaveLength(1);
    } finally {
      await alone.close();
    }
  });

  it('of the last one in a secretariat does not go before somebody else can run the alliance', async () => {
    const { id } = await app.world.alliance();
    const person = await app.world.person([{ allianceId: id, role: 'secretariat' }]);
    const refused = await person.client.post('/api/v1/me/erasure', { confirmed: true });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'alliances/last-of-secretariat' }]);
    await app.world.person([{ allianceId: id, role: 'secretariat' }]);
    expect((await person.client.post('/api/v1/me/erasure', { confirmed: true })).status).toBe(200);
  });

  it('is handed out whole, erased in every alliance, and then nothing of it is left in any table', async () => {
    const { person, mark, email, alliances } = await somebody(app);
    const found = await findsOf(app.database, `mærke${mark}`);
    expect(found).toEqual(expect.arrayContaining(['contact_person', 'membership_change', 'person']));

    const exported = await person.client.get<PersonDataExport>('/api/v1/me/person-data');
    expect(exported.status).toBe(200);
    expect(exported.body.places.map(({ alliance }) => alliance === null)).toEqual([true, false, false]);
    const keys = exported.body.places.flatMap(({ sections }) => sections.map(({ key }) => key));
    expect(keys).toEqual(expect.arrayContaining(['account', 'traces', 'contact-person']));
    expect(exported.text).toContain(email);
    const pdf = await person.client.get('/api/v1/me/person-data/pdf');
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);

    const preview = await person.client.get<Preview>('/api/v1/me/erasure');
    expect(preview.body.goes.map(({ title }) => title.da)).toEqual(
      expect.arrayContaining(['Konto, login og roller', 'Kontaktperson hos en partner']),
    );
    expect(await findsOf(app.database, `mærke${mark}`)).toEqual(found);

    const erased = await person.client.post('/api/v1/me/erasure', { confirmed: true });
    expect([erased.status, erased.body]).toMatchObject([200, { done: true }]);
    expect((await person.client.get('/api/v1/me')).status).toBe(401);
    expect(await findsOf(app.database, `mærke${mark}`)).toEqual([]);
    expect(await findsOf(app.database, email)).toEqual([]);
    const left = await app.database.query(
      'select name, erased_at is not null as erased from person where id = $1',
      [person.id],
    );
    expect(left).toEqual([{ name: 'Slettet person', erased: true }]);
    const members = await app.database.query('select id from alliance_member where person_id = $1', [
      person.id,
    ]);
    expect(members).toEqual([]);
    const events = await app.database.query(
      `select distinct alliance_id from event where type = 'person-data.erased' and subject_id = $1`,
      [person.id],
    );
    expect(events).toHaveLength(3);
    expect(alliances).toHaveLength(2);
  });

  it('is erased to the end when the connection dies half way', async () => {
    const { person, mark, email } = await somebody(app);
    let deaths = 2;
    app.get(PersonDataSources).register({
      name: `spec.${mark}`,
      title: { da: 'Prøve', en: 'Trial' },
      collect: () => Promise.resolve([]),
      erase: async (tx, subject) => {
        if (
          subject.id === person.id &&
          tx.allianceId !== '00000000-0000-0000-0000-000000000000' &&
          deaths > 0
        ) {
          deaths -= 1;
          await tx.query('select pg_terminate_backend(pg_backend_pid())');
        }
        return [];
      },
    });
    const asked = await person.client.post<{ done: boolean }>('/api/v1/me/erasure', { confirmed: true });
    expect(asked.body.done).toBe(false);
    await eventually('the job that finishes it', async () => {
      const [row] = await app.database.query<{ done: boolean }>(
        'select done_at is not null as done from erasure where subject_id = $1',
        [person.id],
      );
      return row?.done;
    });
    expect(deaths).toBe(0);
    expect(await findsOf(app.database, `mærke${mark}`)).toEqual([]);
    expect(await findsOf(app.database, email)).toEqual([]);
  });

  it('leaves a namesake alone', async () => {
    const { person, mark, alliances } = await somebody(app);
    const name = `Karla Mærke${mark}`;
    const other = await app.world.person([{ allianceId: alliances[0] ?? '', role: 'secretariat' }], { name });
    await person.client.post('/api/v1/me/erasure', { confirmed: true });
    const me = await other.client.get<{ person: { name: string } }>('/api/v1/me');
    expect(me.body.person.name).toBe(name);
    expect(await findsOf(app.database, person.email)).toEqual([]);
  });

  it('of the only administrator stays', async () => {
    const admins = await app.database.query<{ id: string }>('select id from person where is_admin');
    const last = await app.world.person([], { isAdmin: true });
    await app.database.query('update person set is_admin = false where is_admin and id <> $1', [last.id]);
    const refused = await last.client.post<{ code: string }>('/api/v1/me/erasure', { confirmed: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'person-data/last-administrator']);
    await app.database.query('update person set is_admin = true where id = any ($1)', [
      admins.map(({ id }) => id),
    ]);
  });

  it('is erased by an administrator, who sees what goes and nothing of it', async () => {
    const { person, mark } = await somebody(app);
    const admin = await app.world.person([], { isAdmin: true });
    const path = `/api/v1/admin/people/${person.id}/erasure`;
    const preview = await admin.client.get<Preview>(path);
    expect(preview.body.goes.length).toBeGreaterThan(1);
    expect((await person.client.get(path)).status).toBe(403);
    expect((await admin.client.post(path, { confirmed: true })).status).toBe(200);
    expect(await findsOf(app.database, `mærke${mark}`)).toEqual([]);
    expect((await admin.client.get(path)).status).toBe(404);
    expect((await admin.client.get(`/api/v1/admin/people/${newId()}/erasure`)).status).toBe(404);
  });
});

describe('a backup that is restored', () => {
  it('brings nobody back who was erased after it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'rygrad-restore-'));
    const settings = { DATA_DIR: dataDir };
    const first = await startTestApp({ modules: [AlliancesModule], settings });
    const { database } = first;
    const { person, mark, email } = await somebody(first);
    const stranger = await somebody(first);
    await first.app.close();
    const backup = await copyOf(database);

    const second = await startTestApp({ modules: [AlliancesModule], settings, database });
    const cookie = { cookie: person.cookie };
    const asked = await second.world.stranger.raw('POST', '/api/v1/me/erasure', '{"confirmed":true}', {
      headers: { ...cookie, 'content-type': 'application/json' },
    });
    expect(asked.status).toBe(200);
    await eventually('the journal', async () =>
      (await readFile(journalFile({ DATA_DIR: dataDir }), 'utf8').catch(() => '')).includes(person.id),
    );
    const journal = await readFile(journalFile({ DATA_DIR: dataDir }), 'utf8');
    expect(journal).not.toMatch(/Karla|@/);
    // A crash in the middle of a line must lose neither what stands before nor what comes after.
    await writeFile(journalFile({ DATA_DIR: dataDir }), `${journal}{"id":"torn`);
    await second.app.close();

    expect(await findsOf(backup, email)).not.toEqual([]);
    const third = await startTestApp({ modules: [AlliancesModule], settings, database: backup });
    expect(await findsOf(backup, `mærke${mark}`)).toEqual([]);
    expect(await findsOf(backup, email)).toEqual([]);
    expect(await findsOf(backup, stranger.email)).not.toEqual([]);
    const again = await third.get(ReplayErasures).everything([]);
    expect(again).toEqual({ replayed: 1, withoutAlliance: 0 });
    await third.app.close();
    await database.drop();
    await backup.drop();
    await rm(dataDir, { recursive: true });
  });
});

/** Another database with everything that lies in this one, as a backup restored elsewhere. */
async function copyOf(database: TestDatabase): Promise<TestDatabase> {
  const source = new URL(database.ownerUrl).pathname.slice(1);
  const name = `${source}_restored`;
  const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${source}' and pid <> pg_backend_pid()`,
  );
  await admin.query(`create database ${name} template ${source}`);
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const pool = new pg.Pool({ connectionString: at(database.ownerUrl), max: 2 });
  pool.on('error', () => undefined);
  return {
    appUrl: at(database.appUrl),
    ownerUrl: at(database.ownerUrl),
    query: async (sql, parameters = []) => (await pool.query(sql, [...parameters])).rows as never[],
    drop: async () => {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
