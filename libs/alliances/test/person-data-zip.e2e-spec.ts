import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { newId } from '#libs/kernel';
import {
  Files,
  type PersonDataExport,
  type PersonDataFile,
  PersonDataSources,
  systemActor,
  UnitOfWork,
} from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { AlliancesModule } from '../src/index.js';

const page = randomBytes(600_000);
/** What the source of this spec says there is of everybody in an alliance. */
const kept = new Map<string, PersonDataFile[]>();

describe('what is handed out as a ZIP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
    app.get(PersonDataSources).register({
      name: 'spec.files',
      title: { da: 'Filer', en: 'Files' },
      collect: (tx, subject, known) =>
        Promise.resolve(
          subject !== known.subjects[0]
            ? []
            : (kept.get(tx.allianceId) ?? []).map((file) => ({
                key: 'file',
                title: { da: 'En fil', en: 'A file' },
                rows: [],
                files: [file],
              })),
        ),
      erase: () => Promise.resolve([]),
    });
  });
  afterAll(() => app.close());
  afterEach(() => {
    kept.clear();
  });

  async function keep(
    allianceId: string,
    name: string,
    mediaType: string,
    bytes: Uint8Array,
  ): Promise<PersonDataFile> {
    const { id } = await app
      .get(UnitOfWork)
      .actAs(systemActor(allianceId, 'spec'), (tx) => app.get(Files).put(tx, { name, mediaType, bytes }));
    const file = { id, name, mediaType, size: bytes.byteLength };
    kept.set(allianceId, [...(kept.get(allianceId) ?? []), file]);
    return file;
  }
  async function world(): Promise<{ allianceId: string; secretary: TestPerson; path: string; id: string }> {
    const { id: allianceId } = await app.world.alliance();
    const secretary = await app.world.person([{ allianceId, role: 'secretariat' }]);
    const organisation = await app.world.organisation(allianceId, {
      contact: 'Karla Mark',
      email: `${newId().slice(-8)}@smedjen.example`,
    });
    const [contact] = await app.database.query<{ id: string }>(
      'select id from contact_person where organisation_id = $1',
      [organisation.id],
    );
    const id = contact?.id ?? '';
    return {
      allianceId,
      secretary,
      id,
      path: `/api/v1/alliances/${allianceId}/person-data/contact-person/${id}`,
    };
  }
  const fetched = (person: TestPerson, path: string): Promise<Response> =>
    fetch(app.url + path, { headers: { cookie: person.cookie } });
  const opened = async (answer: Response): Promise<Record<string, Uint8Array>> =>
    unzipSync(new Uint8Array(await answer.arrayBuffer()));

  it('has the data for systems and for people, and every file once, under a name that stays in its folder', async () => {
    const { allianceId, secretary, path } = await world();
    const file = await keep(allianceId, '../../æøå: aftale.pdf', 'application/pdf', page);
    kept.set(allianceId, [file, file]);
    await keep(allianceId, 'note.txt', 'text/plain', Buffer.from('Hej'));
    const answer = await fetched(secretary, `${path}/zip`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="oplysninger-[\d-]+\.zip"$/,
    );
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const found = await opened(answer);
    expect(Object.keys(found)).toEqual([
      'data.json',
      'oplysninger.pdf',
      'files/01-..-..-æøå- aftale.pdf',
      'files/02-note.txt',
    ]);
    expect(Buffer.compare(found['files/01-..-..-æøå- aftale.pdf'] ?? Buffer.alloc(0), page)).toBe(0);
    expect(
      Buffer.from(found['oplysninger.pdf'] ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const data = JSON.parse(Buffer.from(found['data.json'] ?? []).toString()) as PersonDataExport;
    expect(data.subject.name).toBe('Karla Mark');
    const files = data.places[0]?.sections.flatMap(({ files: named }) => named ?? []) ?? [];
    expect(files.map(({ path: where }) => where)).toEqual([
      'files/01-..-..-æøå- aftale.pdf',
      'files/01-..-..-æøå- aftale.pdf',
      'files/02-note.txt',
    ]);
    const logged = await app.database.query(
      `select payload from event where alliance_id = $1 and type = 'person-data.exported'`,
      [allianceId],
    );
    expect(logged).toEqual([{ payload: { kind: 'contact-person', format: 'zip' } }]);
  });

  it('of an account has the files of every alliance', async () => {
    const [one, two] = [await world(), await world()];
    const person = await app.world.person([
      { allianceId: one.allianceId, role: 'member' },
      { allianceId: two.allianceId, role: 'member' },
    ]);
    for (const [index, { allianceId }] of [one, two].entries())
      await keep(allianceId, `${String(index)}.txt`, 'text/plain', Buffer.from(`nr. ${String(index)}`));
    const found = await opened(await fetched(person, '/api/v1/me/person-data/zip'));
    const texts = Object.entries(found).flatMap(([name, bytes]) =>
      name.endsWith('.txt') ? [Buffer.from(bytes).toString()] : [],
    );
    expect(texts.sort()).toEqual(['nr. 0', 'nr. 1']);
  });

  it('is refused when it would be too large, and nothing is noted; PDF and JSON name the files', async () => {
    const { allianceId, secretary, path } = await world();
    const file = await keep(allianceId, 'stor.bin', 'application/octet-stream', Buffer.from('x'));
    kept.set(allianceId, [{ ...file, size: 260 * 1024 * 1024 }]);
    const refused = await secretary.client.get<{ code: string }>(`${path}/zip`);
    expect([refused.status, refused.body.code]).toEqual([413, 'person-data/too-many-files']);
    const noted = () =>
      app.database.query(`select from event where alliance_id = $1 and type = 'person-data.exported'`, [
        allianceId,
      ]);
    expect(await noted()).toEqual([]);
    const { body } = await secretary.client.get<PersonDataExport>(path);
    expect(body.places[0]?.sections.find(({ key }) => key === 'file')?.files).toMatchObject([
      { name: 'stor.bin' },
    ]);
    expect(await noted()).toHaveLength(1);
  });

  it('breaks off when a file cannot be read any more, instead of looking whole', async () => {
    const { allianceId, secretary, path } = await world();
    await keep(allianceId, 'side.pdf', 'application/pdf', page);
    kept.set(allianceId, [
      ...(kept.get(allianceId) ?? []),
      { id: newId(), name: 'væk.pdf', mediaType: 'application/pdf', size: 1 },
    ]);
    await expect(fetched(secretary, `${path}/zip`).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    expect((await fetched(secretary, path)).status).toBe(200);
  });

  it('is nobody’s but the secretariat’s, and not another alliance’s; its files are read in its alliance only', async () => {
    const [own, foreign] = [await world(), await world()];
    const member = await app.world.person([{ allianceId: own.allianceId, role: 'member' }]);
    expect((await fetched(member, `${own.path}/zip`)).status).toBe(403);
    const elsewhere = `/api/v1/alliances/${foreign.allianceId}/person-data/contact-person/${own.id}/zip`;
    expect((await fetched(foreign.secretary, elsewhere)).status).toBe(404);
    const theirs = await keep(foreign.allianceId, 'deres.pdf', 'application/pdf', page);
    kept.set(own.allianceId, [theirs]);
    await expect(
      fetched(own.secretary, `${own.path}/zip`).then((answer) => answer.arrayBuffer()),
    ).rejects.toThrow();
  });
});
