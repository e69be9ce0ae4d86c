import { FixedClock, newId } from '#libs/kernel';
import { Housekeeping } from '#libs/platform';
import { startMailServer, startTestApp, type TestApp, TestClient, type TestMailServer } from '#libs/testing';

const minute = 60_000;
const hour = 60 * minute;

let smtp: TestMailServer;
let clock: FixedClock;
let test: TestApp;

beforeAll(async () => {
  smtp = await startMailServer();
  clock = new FixedClock('2026-11-24T09:00:00Z');
  test = await startTestApp({
    modules: [],
    clock,
    settings: { SMTP_URL: smtp.url, SESSION_IDLE_HOURS: '48', SESSION_ABSOLUTE_HOURS: '100' },
  });
});
afterAll(async () => {
  await test.close();
  await smtp.stop();
});

const browser = (): TestClient => new TestClient(test.url);

/** Asks for a sign-in mail and reads it. */
async function mailTo(email: string, asked = email): Promise<{ token: string; code: string }> {
  const earlier = smtp.to(email).length;
  expect((await browser().post('/api/v1/sign-in', { email: asked })).status).toBe(204);
  const mail = await smtp.arrival(email, (one) => smtp.to(email).indexOf(one) >= earlier);
  const token = /\/sign-in\/([\w-]+)/.exec(mail.text)?.[1] ?? '';
  const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
  return { token, code };
}

const wrongOf = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('signing in', () => {
  it('begins a session with the mailed link, once', async () => {
    const person = await test.world.person();
    const { token } = await mailTo(person.email, person.email.toUpperCase());
    const first = browser();
    expect((await first.post('/api/v1/sign-in/redeem', { token })).status).toBe(204);
    expect((await first.get('/api/v1/me')).body).toMatchObject({ person: { id: person.id } });
    expect((await browser().post('/api/v1/sign-in/redeem', { token })).body).toMatchObject({
      code: 'platform/sign-in-link-invalid',
    });
  });

  it('begins a session with the code, and lets only one of two at once have it', async () => {
    const person = await test.world.person();
    const { code } = await mailTo(person.email);
    const answers = await Promise.all(
      [1, 2, 3].map(() => browser().post('/api/v1/sign-in/code', { email: person.email, code })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 422, 422]);
  });

  it('takes five tries at a code, then not even the right one', async () => {
    const person = await test.world.person();
    const { code } = await mailTo(person.email);
    for (let tries = 0; tries < 5; tries += 1)
      await browser().post('/api/v1/sign-in/code', { email: person.email, code: wrongOf(code) });
    const right = await browser().post('/api/v1/sign-in/code', { email: person.email, code });
    expect(right.body).toMatchObject({ code: 'platform/code-wrong' });
  });

  it('refuses link and code after twenty minutes', async () => {
    const person = await test.world.person();
    const { token, code } = await mailTo(person.email);
    clock.moveBy(20 * minute + 1);
    expect((await browser().post('/api/v1/sign-in/redeem', { token })).status).toBe(410);
    expect((await browser().post('/api/v1/sign-in/code', { email: person.email, code })).status).toBe(422);
  });

  it('does not tell whether somebody is known', async () => {
    const person = await test.world.person();
    await mailTo(person.email);
    const seen = async (email: string): Promise<string[]> => {
      const asked = await browser().post('/api/v1/sign-in', { email });
      const entered = await browser().post('/api/v1/sign-in/code', { email, code: '123456' });
      return [asked, entered].map(
        ({ status, text }) => `${String(status)} ${text.replace(/"correlationId":"[^"]*"/, '')}`,
      );
    };
    expect(await seen(`ingen-${newId()}@kommune.example`)).toEqual(await seen(person.email));
  });

  it('ends the session this browser had before, and keeps those of other browsers', async () => {
    const [before, other] = [await test.world.person(), await test.world.person()];
    const old = before.client.cookie;
    const { token } = await mailTo(other.email);
    expect((await before.client.post('/api/v1/sign-in/redeem', { token })).status).toBe(204);
    expect((await before.client.get('/api/v1/me')).body).toMatchObject({ person: { id: other.id } });
    expect((await new TestClient(test.url, old).get('/api/v1/me')).status).toBe(401);
    expect((await other.client.get('/api/v1/me')).status).toBe(200);
  });

  it('is refused from another site', async () => {
    const person = await test.world.person();
    const { token } = await mailTo(person.email);
    const headers = { origin: 'https://ondt.example' };
    const answer = await browser().post('/api/v1/sign-in/redeem', { token }, { headers });
    expect(answer.body).toMatchObject({ code: 'platform/foreign-origin' });
  });
});

describe('limits on attempts', () => {
  it('are counted for all processes together, and say when to come back', async () => {
    const second = await startTestApp({ modules: [], clock, database: test.database });
    const email = `mange-${newId()}@kommune.example`;
    for (let asked = 0; asked < 10; asked += 1)
      expect((await browser().post('/api/v1/sign-in', { email })).status).toBe(204);
    const there = await new TestClient(second.url).post('/api/v1/sign-in', { email });
    await second.close();
    expect([there.status, (there.body as { code: string }).code]).toEqual([
      429,
      'platform/too-many-requests',
    ]);
    expect(Number(there.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('keep no address in the database', async () => {
    const email = `hemmelig-${newId()}@kommune.example`;
    await browser().post('/api/v1/sign-in', { email });
    const rows = await test.database.query<{ key: string }>('select key from rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.includes('@') || key.includes('127.0.0.1'))).toEqual([]);
  });

  it('hold in one process while the database does not count', async () => {
    await test.database.query('alter table rate_limit rename to rate_limit_away');
    try {
      const email = `uden-${newId()}@kommune.example`;
      const statuses: number[] = [];
      for (let asked = 0; asked < 11; asked += 1)
        statuses.push((await browser().post('/api/v1/sign-in', { email })).status);
      expect(statuses).toEqual([...Array<number>(10).fill(204), 429]);
    } finally {
      await test.database.query('alter table rate_limit_away rename to rate_limit');
    }
  });
});

describe('a session', () => {
  it('ends when it is not used for the idle limit, and lives on when it is', async () => {
    const [used, idle] = [await test.world.person(), await test.world.person()];
    clock.moveBy(30 * hour);
    expect((await used.client.get('/api/v1/me')).status).toBe(200);
    clock.moveBy(30 * hour);
    expect((await used.client.get('/api/v1/me')).status).toBe(200);
    expect((await idle.client.get('/api/v1/me')).status).toBe(401);
  });

  it('ends at the absolute limit however much it is used', async () => {
    const person = await test.world.person();
    const { token } = await mailTo(person.email);
    const client = browser();
    const signedIn = await client.post('/api/v1/sign-in/redeem', { token });
    expect(signedIn.headers.getSetCookie().join()).toContain(`Max-Age=${String(100 * 3600)}`);
    for (let passed = 0; passed < 4; passed += 1) {
      expect((await client.get('/api/v1/me')).status).toBe(200);
      clock.moveBy(25 * hour);
    }
    clock.moveBy(1);
    expect((await client.get('/api/v1/me')).status).toBe(401);
  });

  it('is removed with all spent proofs when it is long over, and nothing that is in force', async () => {
    const [gone, stays] = [await test.world.person(), await test.world.person()];
    await mailTo(gone.email);
    await gone.client.post('/api/v1/sign-out');
    clock.moveBy(25 * hour);
    expect((await stays.client.get('/api/v1/me')).status).toBe(200);
    const removed = await test.get(Housekeeping).run();
    expect(removed['session']).toBeGreaterThan(0);
    expect(removed['sign_in']).toBeGreaterThan(0);
    const left = await test.database.query<{ person_id: string }>(
      `select person_id from session where person_id = any ($1)
       union all select person_id from sign_in where person_id = any ($1)`,
      [[gone.id, stays.id]],
    );
    expect(left).toEqual([{ person_id: stays.id }]);
    expect((await stays.client.get('/api/v1/me')).status).toBe(200);
  });
});
