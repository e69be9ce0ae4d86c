import { People } from '#libs/platform';
import {
  eventually,
  startMailServer,
  startTestApp,
  type TestApp,
  TestClient,
  type TestMailServer,
  type TestPerson,
} from '#libs/testing';

const path = '/api/v1/me/addresses';

describe('the addresses of a person', () => {
  let app: TestApp;
  let smtp: TestMailServer;
  let serial = 0;

  beforeAll(async () => {
    smtp = await startMailServer();
    app = await startTestApp({ modules: [], settings: { SMTP_URL: smtp.url } });
  });
  afterAll(async () => {
    await app.close();
    await smtp.stop();
  });

  const fresh = (): string => {
    serial += 1;
    return `anden-${String(serial)}@hjemme.example`;
  };
  const newest = async (email: string, mails = 1) =>
    eventually(`mail ${String(mails)} to ${email}`, () => Promise.resolve(smtp.to(email)[mails - 1]));
  const codeFor = async ({ client }: TestPerson, email: string, mails = 1): Promise<string> => {
    expect((await client.post(`${path}/codes`, { email })).status).toBe(204);
    return /\b\d{6}\b/.exec((await newest(email, mails)).text)?.[0] ?? 'none';
  };
  const add = async (person: TestPerson, email: string): Promise<void> => {
    const code = await codeFor(person, email);
    expect((await person.client.post(path, { email, code })).status).toBe(204);
  };
  const emailsOf = async ({ client }: TestPerson): Promise<string[]> =>
    (await client.get<{ items: { email: string }[] }>(path)).body.items.map(({ email }) => email);

  it('are proved by a mailed code, and then one signs in with each, whatever its case', async () => {
    const person = await app.world.person();
    const email = fresh();
    await add(person, email);
    expect(await emailsOf(person)).toEqual([person.email, email]);
    expect(await app.get(People).findByEmail(email.toUpperCase())).toMatchObject({ id: person.id });
    const browser = new TestClient(app.url);
    await browser.post('/api/v1/sign-in', { email: email.toUpperCase() });
    // To the address that was typed, not to the primary one: after the code, the second mail there.
    const link = (await newest(email, 2)).links.find((each) => each.includes('/sign-in/')) ?? '';
    expect((await browser.post('/api/v1/sign-in/redeem', { token: link.split('/').at(-1) })).status).toBe(
      204,
    );
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ person: { id: person.id } });
    expect((await newest(person.email)).text).toContain(email);
  });

  it('are not taken by claims that nobody proved', async () => {
    const [claims, owns] = [await app.world.person(), await app.world.person()];
    const email = fresh();
    await claims.client.post(`${path}/codes`, { email });
    await newest(email);
    const code = await codeFor(owns, email, 2);
    // A code belongs to whoever asked for it.
    expect((await claims.client.post(path, { email, code })).status).toBe(422);
    expect((await owns.client.post(path, { email, code })).status).toBe(204);
    expect([await emailsOf(claims), await emailsOf(owns)]).toEqual([[claims.email], [owns.email, email]]);
  });

  it('of somebody else are told about to that person only', async () => {
    const [person, other] = [await app.world.person(), await app.world.person()];
    expect((await person.client.post(`${path}/codes`, { email: other.email })).status).toBe(204);
    const notice = await newest(other.email);
    expect(notice.text).not.toMatch(/\b\d{6}\b/);
    for (const code of ['000000', '123456'])
      expect((await person.client.post(path, { email: other.email, code })).body).toMatchObject({
        code: 'platform/code-wrong',
      });
    expect(await emailsOf(other)).toEqual([other.email]);
  });

  it('bear five wrong codes and no more', async () => {
    const person = await app.world.person();
    const email = fresh();
    const code = await codeFor(person, email);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) await person.client.post(path, { email, code: wrong });
    expect((await person.client.post(path, { email, code })).status).toBe(422);
    expect(await emailsOf(person)).toEqual([person.email]);
  });

  it('change places: another becomes the primary one, and what no longer is can go', async () => {
    const person = await app.world.person();
    const email = fresh();
    await add(person, email);
    const remove = (address: string) => person.client.post(`${path}/removals`, { email: address });
    expect((await remove(person.email)).body).toMatchObject({ code: 'platform/address-is-primary' });
    expect((await person.client.post(`${path}/primary`, { email })).status).toBe(204);
    expect((await person.client.get('/api/v1/me')).body).toMatchObject({ person: { email } });
    expect((await remove(person.email)).status).toBe(204);
    expect(await emailsOf(person)).toEqual([email]);
    expect(await app.get(People).findByEmail(person.email)).toBeUndefined();
    const other = await app.world.person();
    for (const step of ['primary', 'removals'])
      expect((await person.client.post(`${path}/${step}`, { email: other.email })).body).toMatchObject({
        code: 'platform/address-not-yours',
      });
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'keep their primary one, also when it is removed and chosen at once (%i)',
    async () => {
      const person = await app.world.person();
      const email = fresh();
      await add(person, email);
      const answers = await Promise.all([
        person.client.post(`${path}/primary`, { email }),
        person.client.post(`${path}/removals`, { email }),
      ]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      const [row] = await app.database.query(
        `select exists (select from person_address a where a.person_id = p.id and a.email = p.email) as proved
       from person p where p.id = $1`,
        [person.id],
      );
      expect(row).toEqual({ proved: true });
    },
  );

  it('make one person of two who start with the same one at once', async () => {
    const given = { name: 'Åse', email: fresh(), locale: 'da' } as const;
    const people = app.get(People);
    const made = await Promise.all([1, 2, 3, 4].map(() => people.ensure(given)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('ask for a fresh confirmation before they change', async () => {
    const person = await app.world.person();
    await app.database.query(
      `update session set confirmed_at = now() - interval '1 hour' where person_id = $1`,
      [person.id],
    );
    for (const step of ['codes', 'primary', 'removals'])
      expect((await person.client.post(`${path}/${step}`, { email: fresh() })).body).toMatchObject({
        code: 'platform/step-up-needed',
      });
  });
});
