import { FixedClock } from '#libs/kernel';
import { type AllianceRoleHeld, Roles, Sessions } from '#libs/platform';
import {
  connectSocket,
  eventually,
  startMailServer,
  startTestApp,
  type TestApp,
  type TestAnswer,
  TestClient,
  type TestMailServer,
  type TestPerson,
} from '#libs/testing';

const minute = 60_000;
/** Needs a confirmed session, whoever asks. */
const guarded = '/api/v1/me/passkeys/options';

let smtp: TestMailServer;
let clock: FixedClock;
let test: TestApp;

beforeAll(async () => {
  smtp = await startMailServer();
  clock = new FixedClock('2026-11-24T09:00:00Z');
  test = await startTestApp({ modules: [], clock, settings: { SMTP_URL: smtp.url } });
  knowRoles(test);
});
afterAll(async () => {
  await test.close();
  await smtp.stop();
});

/** Who is what where, read as the tables' owner: the alliances module is not part of this application. */
function knowRoles(app: TestApp): void {
  app
    .get(Roles)
    .use((personId) =>
      test.database.query<AllianceRoleHeld>(
        `select alliance_id as "allianceId", role, organisation_id as "organisationId" from alliance_member where person_id = $1`,
        [personId],
      ),
    );
}

interface Listed {
  items: { id: string; browser: string | null; system: string | null; isThis: boolean }[];
}

const problem = ({ status, body }: TestAnswer): unknown => [status, (body as { code?: string }).code];
const stepUpNeeded = [403, 'platform/step-up-needed'];
const wrongCode = [422, 'platform/code-wrong'];

async function secondDevice(person: TestPerson): Promise<TestClient> {
  const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile Safari/604.1';
  const { token } = await test.get(Sessions).open(person.id, { method: 'code', userAgent });
  return new TestClient(test.url, `rygrad_session=${token}`);
}

async function codeFor(person: TestPerson, client = person.client): Promise<string> {
  const earlier = smtp.to(person.email).length;
  expect((await client.post('/api/v1/me/step-up/code')).status).toBe(204);
  const mail = await smtp.arrival(person.email, (one) => smtp.to(person.email).indexOf(one) >= earlier);
  return /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
}

const wrongOf = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('one’s own sessions', () => {
  it('are listed, this one first, by what one knows the device by', async () => {
    const person = await test.world.person();
    const phone = await secondDevice(person);
    const { body } = await phone.get<Listed>('/api/v1/me/sessions');
    expect(body.items).toMatchObject([
      { browser: 'Safari', system: 'iPhone', method: 'code', isThis: true },
      { browser: null, system: null, method: 'link', isThis: false },
    ]);
  });

  it('are ended one by one by the person alone, at once', async () => {
    const [person, other] = [await test.world.person(), await test.world.person()];
    const phone = await secondDevice(person);
    const { body } = await phone.get<Listed>('/api/v1/me/sessions');
    const at = `/api/v1/me/sessions/${body.items[0]?.id ?? ''}`;
    expect((await other.client.delete(at)).status).toBe(404);
    expect((await phone.get('/api/v1/me')).status).toBe(200);
    expect((await person.client.delete(at)).status).toBe(204);
    expect((await phone.get('/api/v1/me')).status).toBe(401);
    expect((await person.client.delete(at)).status).toBe(404);
  });

  it('are ended all but this one', async () => {
    const person = await test.world.person();
    const others = [await secondDevice(person), await secondDevice(person)];
    expect((await person.client.post('/api/v1/me/sessions/end-others')).status).toBe(204);
    for (const other of others) expect((await other.get('/api/v1/me')).status).toBe(401);
    expect((await person.client.get<Listed>('/api/v1/me/sessions')).body.items).toHaveLength(1);
    const events = await test.database.query<{ payload: unknown }>(
      `select payload from event where type = 'platform.sessions-ended' and subject_id = $1`,
      [person.id],
    );
    expect(events).toEqual([{ payload: { count: 2 } }]);
  });

  it('take their sockets along, also those of another process', async () => {
    const alliance = await test.world.alliance();
    const person = await test.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    const elsewhere = await startTestApp({ modules: [], clock, database: test.database });
    knowRoles(elsewhere);
    const phone = await secondDevice(person);
    const [kept, cut] = [
      await connectSocket(test.url, person.cookie, alliance.id),
      await connectSocket(elsewhere.url, phone.cookie, alliance.id),
    ];
    await person.client.post('/api/v1/me/sessions/end-others');
    await eventually('the other device is cut off', () => Promise.resolve(!cut.socket.connected));
    expect(kept.socket.connected).toBe(true);
    kept.close();
    await elsewhere.close();
  });
});

describe('confirming a session', () => {
  it('is not needed right after signing in, and is after a quarter of an hour', async () => {
    const person = await test.world.person();
    clock.moveBy(15 * minute);
    expect((await person.client.post(guarded)).status).toBe(200);
    clock.moveBy(1);
    expect(problem(await person.client.post(guarded))).toEqual(stepUpNeeded);
  });

  it('is done with the mailed code, lasts a quarter of an hour, and is for this session only', async () => {
    const person = await test.world.person();
    const phone = await secondDevice(person);
    clock.moveBy(16 * minute);
    const code = await codeFor(person);
    expect((await person.client.post('/api/v1/me/step-up', { code })).status).toBe(204);
    expect((await person.client.post(guarded)).status).toBe(200);
    expect(problem(await phone.post(guarded))).toEqual(stepUpNeeded);
    clock.moveBy(15 * minute + 1);
    expect(problem(await person.client.post(guarded))).toEqual(stepUpNeeded);
  });

  it('refuses a code of another session, of another person, spent, replaced, late or guessed', async () => {
    const [person, other] = [await test.world.person(), await test.world.person()];
    const phone = await secondDevice(person);
    const confirm = async (client: TestClient, code: string): Promise<unknown> =>
      problem(await client.post('/api/v1/me/step-up', { code }));
    const first = await codeFor(person);
    expect(await confirm(phone, first)).toEqual(wrongCode);
    expect(await confirm(other.client, first)).toEqual(wrongCode);
    const second = await codeFor(person);
    if (first !== second) expect(await confirm(person.client, first)).toEqual(wrongCode);
    expect(await confirm(person.client, second)).toEqual([204, undefined]);
    expect(await confirm(person.client, second)).toEqual(wrongCode);
    const late = await codeFor(person);
    clock.moveBy(10 * minute + 1);
    expect(await confirm(person.client, late)).toEqual(wrongCode);
    const guessed = await codeFor(person);
    for (let tries = 0; tries < 5; tries += 1) await confirm(person.client, wrongOf(guessed));
    expect(await confirm(person.client, guessed)).toEqual(wrongCode);
  });

  it('mails five codes in a quarter of an hour, no more', async () => {
    const person = await test.world.person();
    for (let sent = 0; sent < 5; sent += 1)
      expect((await person.client.post('/api/v1/me/step-up/code')).status).toBe(204);
    const sixth = await person.client.post('/api/v1/me/step-up/code');
    expect(problem(sixth)).toEqual([429, 'platform/too-many-requests']);
  });

  it('lets one of two at once have the code', async () => {
    const person = await test.world.person();
    const code = await codeFor(person);
    const send = (): Promise<TestAnswer> =>
      new TestClient(test.url, person.cookie).post('/api/v1/me/step-up', { code });
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 422, 422]);
  });

  it('turns the token: the old one ends what was under way, confirms nothing, and is soon worth nothing', async () => {
    const person = await test.world.person();
    const stolen = new TestClient(test.url, person.cookie);
    clock.moveBy(16 * minute);
    const code = await codeFor(person);
    expect((await person.client.post('/api/v1/me/step-up', { code })).status).toBe(204);
    expect((await stolen.get('/api/v1/me')).status).toBe(200);
    expect(problem(await stolen.post(guarded))).toEqual(stepUpNeeded);
    clock.moveBy(61_000);
    expect((await stolen.get('/api/v1/me')).status).toBe(401);
    expect((await person.client.get('/api/v1/me')).status).toBe(200);
  });

  it('keeps sockets that began with the old token', async () => {
    const alliance = await test.world.alliance();
    const person = await test.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    const socket = await connectSocket(test.url, person.cookie, alliance.id);
    const code = await codeFor(person);
    await person.client.post('/api/v1/me/step-up', { code });
    clock.moveBy(61_000);
    test.get(Sessions).changed(person.id);
    expect(await socket.send('feed:resync', { after: 0 })).toMatchObject({ ok: true });
    expect(socket.socket.connected).toBe(true);
    socket.close();
  });
});
