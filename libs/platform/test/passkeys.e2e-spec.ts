import { FixedClock, newId } from '#libs/kernel';
import {
  type Deviation,
  SoftAuthenticator,
  startMailServer,
  startTestApp,
  type TestApp,
  type TestAnswer,
  TestClient,
  type TestMailServer,
  type TestPerson,
} from '#libs/testing';

const minute = 60_000;

interface Asked {
  challengeId: string;
  options: { challenge: string; rpId: string };
}
interface AskedToMake {
  challengeId: string;
  options: { challenge: string; rp: { id: string }; user: { id: string }; excludeCredentials: unknown[] };
}

let smtp: TestMailServer;
let clock: FixedClock;
let test: TestApp;
let origin: string;

beforeAll(async () => {
  smtp = await startMailServer();
  clock = new FixedClock('2026-11-24T09:00:00Z');
  test = await startTestApp({ modules: [], clock, settings: { SMTP_URL: smtp.url } });
  origin = test.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await test.close();
  await smtp.stop();
});

const problem = ({ status, body }: TestAnswer): unknown => [status, (body as { code?: string }).code];
const refused = [422, 'identity/passkey-refused'];
const tooLate = [410, 'identity/passkey-too-late'];

async function makeOptions(person: TestPerson): Promise<AskedToMake> {
  const asked = await person.client.post<AskedToMake>('/api/v1/me/passkeys/options');
  expect(asked.status).toBe(200);
  return asked.body;
}

async function withPasskey(
  name = 'Min telefon',
): Promise<{ person: TestPerson; key: SoftAuthenticator; id: string }> {
  const person = await test.world.person();
  const key = new SoftAuthenticator(origin);
  const added = await person.client.post<{ id: string }>(
    '/api/v1/me/passkeys',
    key.make(await makeOptions(person), name),
  );
  expect(added.status).toBe(201);
  return { person, key, id: added.body.id };
}

async function signInOptions(client: TestClient): Promise<Asked> {
  const asked = await client.post<Asked>('/api/v1/sign-in/passkey-options');
  expect(asked.status).toBe(200);
  return asked.body;
}

async function signIn(key: SoftAuthenticator, deviation: Deviation = {}): Promise<[TestClient, TestAnswer]> {
  const client = new TestClient(test.url);
  const asked = await signInOptions(client);
  return [client, await client.post('/api/v1/sign-in/passkey', key.answer(asked, deviation))];
}

describe('adding a passkey', () => {
  it('keeps it with its name, and tells the person by mail', async () => {
    const { person } = await withPasskey('Kontorets pc');
    const list = await person.client.get('/api/v1/me/passkeys');
    expect(list.body).toMatchObject({
      possible: true,
      items: [{ name: 'Kontorets pc', isSynced: false, lastUsedAt: null }],
    });
    const mail = await smtp.arrival(person.email);
    expect(mail.subject).toBe('En adgangsnøgle er tilføjet');
    expect(mail.text).toContain('Kontorets pc');
  });

  it('needs a session that was just confirmed', async () => {
    const person = await test.world.person();
    clock.moveBy(15 * minute + 1);
    const asked = await person.client.post('/api/v1/me/passkeys/options');
    expect(problem(asked)).toEqual([403, 'platform/step-up-needed']);
  });

  it('does not offer a device to make a second one', async () => {
    const { person } = await withPasskey();
    expect((await makeOptions(person)).options.excludeCredentials).toHaveLength(1);
  });

  it('is refused when it was made elsewhere, for another place, or without proof of the owner', async () => {
    const person = await test.world.person();
    const deviations: Deviation[] = [
      { origin: 'https://rygrad.ondt.example' },
      { rpId: 'ondt.example' },
      { challenge: 'AAAA' },
      { unverified: true },
      { type: 'webauthn.get' },
    ];
    for (const deviation of deviations) {
      const made = new SoftAuthenticator(origin).make(await makeOptions(person), 'Nøgle', deviation);
      expect([deviation, problem(await person.client.post('/api/v1/me/passkeys', made))]).toEqual([
        deviation,
        refused,
      ]);
    }
  });

  it('works once per challenge, for the session that asked, and for a few minutes', async () => {
    const [person, other] = [await test.world.person(), await test.world.person()];
    const key = new SoftAuthenticator(origin);
    const asked = await makeOptions(person);
    expect(problem(await other.client.post('/api/v1/me/passkeys', key.make(asked, 'Fremmed')))).toEqual(
      tooLate,
    );
    expect((await person.client.post('/api/v1/me/passkeys', key.make(asked, 'Min'))).status).toBe(201);
    expect(problem(await person.client.post('/api/v1/me/passkeys', key.make(asked, 'Igen')))).toEqual(
      tooLate,
    );
    const late = await makeOptions(person);
    clock.moveBy(5 * minute + 1);
    expect(problem(await person.client.post('/api/v1/me/passkeys', key.make(late, 'Sent')))).toEqual(tooLate);
  });

  it('is refused when somebody has the same one already', async () => {
    const { key } = await withPasskey();
    const other = await test.world.person();
    const again = await other.client.post('/api/v1/me/passkeys', key.make(await makeOptions(other), 'Samme'));
    expect(problem(again)).toEqual([409, 'identity/passkey-known']);
  });
});

describe('a person’s passkeys', () => {
  it('are renamed and removed by the person alone', async () => {
    const { person, key, id } = await withPasskey();
    const other = await test.world.person();
    const at = `/api/v1/me/passkeys/${id}`;
    expect((await other.client.patch(at, { name: 'Min nu' })).status).toBe(404);
    expect((await other.client.delete(at)).status).toBe(404);
    expect((await person.client.patch(at, { name: 'Arbejdstelefon' })).status).toBe(204);
    expect((await person.client.get('/api/v1/me/passkeys')).body).toMatchObject({
      items: [{ name: 'Arbejdstelefon' }],
    });
    expect((await person.client.delete(at)).status).toBe(204);
    expect((await person.client.get('/api/v1/me/passkeys')).body).toMatchObject({ items: [] });
    await smtp.arrival(person.email, (mail) => mail.subject === 'En adgangsnøgle er fjernet');
    const [, answer] = await signIn(key);
    expect(problem(answer)).toEqual(refused);
  });
});

describe('signing in with a passkey', () => {
  it('begins a session without saying who one is', async () => {
    const { person, key } = await withPasskey();
    const [client, answer] = await signIn(key);
    expect(answer.status).toBe(204);
    expect((await client.get('/api/v1/me')).body).toMatchObject({ person: { id: person.id } });
    expect((await client.get('/api/v1/me/sessions')).body).toMatchObject({
      items: [{ method: 'passkey', isThis: true }, {}],
    });
  });

  it('is refused from elsewhere, without proof of the owner, for another person, or signed for something else', async () => {
    const { key } = await withPasskey();
    const deviations: Deviation[] = [
      { origin: 'https://rygrad.ondt.example' },
      { rpId: 'ondt.example' },
      { challenge: 'AAAA' },
      { unverified: true },
      { type: 'webauthn.create' },
      { userHandle: Buffer.from(newId().replaceAll('-', ''), 'hex').toString('base64url') },
    ];
    for (const deviation of deviations) {
      const [client, answer] = await signIn(key, deviation);
      expect([deviation, problem(answer)]).toEqual([deviation, refused]);
      expect((await client.get('/api/v1/me')).status).toBe(401);
    }
    const [, stranger] = await signIn(new SoftAuthenticator(origin));
    expect(problem(stranger)).toEqual(refused);
  });

  it('notices a copy of the key by its counter', async () => {
    const { key } = await withPasskey();
    expect((await signIn(key, { counter: 7 }))[1].status).toBe(204);
    expect(problem((await signIn(key, { counter: 7 }))[1])).toEqual(refused);
    expect(problem((await signIn(key, { counter: 3 }))[1])).toEqual(refused);
    expect((await signIn(key, { counter: 8 }))[1].status).toBe(204);
  });

  it('takes each answer once, also when it comes twice at the same time', async () => {
    const { key } = await withPasskey();
    const asked = await signInOptions(new TestClient(test.url));
    const body = key.answer(asked);
    const answers = await Promise.all(
      [1, 2, 3].map(() => new TestClient(test.url).post('/api/v1/sign-in/passkey', body)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 410, 410]);
  });

  it('is too late after five minutes', async () => {
    const { key } = await withPasskey();
    const asked = await signInOptions(new TestClient(test.url));
    clock.moveBy(5 * minute + 1);
    const late = await new TestClient(test.url).post('/api/v1/sign-in/passkey', key.answer(asked));
    expect(problem(late)).toEqual(tooLate);
  });
});

describe('confirming with a passkey', () => {
  it('confirms the session, and turns its token', async () => {
    const { person, key } = await withPasskey();
    clock.moveBy(16 * minute);
    const before = person.client.cookie;
    expect((await person.client.get('/api/v1/me/step-up')).body).toMatchObject({
      confirmedUntil: null,
      methods: ['passkey', 'code'],
    });
    const asked = await person.client.post<Asked>('/api/v1/me/step-up/passkey-options');
    expect((await person.client.post('/api/v1/me/step-up/passkey', key.answer(asked.body))).status).toBe(204);
    expect(person.client.cookie).not.toBe(before);
    expect((await person.client.post('/api/v1/me/passkeys/options')).status).toBe(200);
  });

  it('is refused with somebody else’s passkey, and with an answer meant for signing in', async () => {
    const [{ person, key }, { key: foreign }] = [await withPasskey(), await withPasskey()];
    const asked = await person.client.post<Asked>('/api/v1/me/step-up/passkey-options');
    const theirs = await person.client.post('/api/v1/me/step-up/passkey', foreign.answer(asked.body));
    expect(problem(theirs)).toEqual(refused);
    const other = await signInOptions(new TestClient(test.url));
    expect(problem(await person.client.post('/api/v1/me/step-up/passkey', key.answer(other)))).toEqual(
      tooLate,
    );
  });
});
