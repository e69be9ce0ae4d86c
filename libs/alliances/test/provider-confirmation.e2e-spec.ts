import { TestClient, type TestPerson } from '#libs/testing';
import { me, parameter, ProviderWorld } from './provider.world.js';

const path = '/api/v1/me/step-up';
interface State {
  confirmedUntil: string | null;
  methods: string[];
  provider: { name: { da: string } } | null;
}

describe('a session that came through an identity provider', () => {
  let world: ProviderWorld;
  let serial = 0;
  beforeAll(async () => {
    world = await ProviderWorld.start();
  });
  afterAll(() => world.close());

  /** Somebody who signed in with their organisation an hour ago. */
  async function stale(): Promise<{ person: TestPerson; who: string; client: TestClient }> {
    serial += 1;
    const email = `sidder-${String(serial)}@kommunen.example`;
    const person = await world.worker(email);
    const who = world.employee(email);
    const { client } = await world.signIn(who);
    await age(person.id);
    return { person, who, client };
  }

  const age = (personId: string): Promise<unknown> =>
    world.app.database.query(
      `update session set confirmed_at = now() - interval '1 hour' where person_id = $1`,
      [personId],
    );

  async function ask(client: TestClient, body: object = {}): Promise<string> {
    const started = await client.post<{ url: string }>(`${path}/provider`, body);
    expect(started.status).toBe(200);
    return started.body.url;
  }

  const stateOf = async (client: TestClient): Promise<State> => (await client.get<State>(path)).body;

  async function unconfirmed(client: TestClient, back: string, status: number, says: RegExp): Promise<void> {
    const answer = await client.get(back);
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(says)]);
    expect((await stateOf(client)).confirmedUntil).toBeNull();
  }

  it('is confirmed there, with a fresh sign-in, and then may what it might not', async () => {
    const { person, who, client } = await stale();
    expect(await stateOf(client)).toMatchObject({
      confirmedUntil: null,
      methods: ['provider', 'code'],
      provider: { name: { da: 'Kommunens login' } },
    });
    const refusal = await client.post<{ code: string }>(`/api/v1/me/logins/${world.municipalityId}/start`);
    expect(refusal.body.code).toBe('platform/step-up-needed');

    const url = await ask(client, { to: '/konto?fane=login' });
    expect([parameter(url, 'prompt'), parameter(url, 'max_age')]).toEqual(['login', '0']);
    expect(parameter(url, 'code_challenge_method')).toBe('S256');
    const before = client.cookie;
    const answer = await client.get(await world.municipality.signIn(url, who));
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('href="/konto?fane=login"')]);
    expect(client.cookie).not.toBe(before);
    expect((await stateOf(client)).confirmedUntil).not.toBeNull();
    const allowed = await client.post(`/api/v1/me/logins/${world.municipalityId}/start`);
    expect(allowed.status).toBe(200);
    const [event] = await world.app.database.query<{ payload: unknown }>(
      `select payload from event where type = 'platform.identity-confirmed' and subject_id = $1`,
      [person.id],
    );
    expect(event?.payload).toEqual({ method: 'provider' });
  });

  it('is not confirmed by somebody else, nor by another login of the same person', async () => {
    const { person, client } = await stale();
    const colleague = await world.worker('kollega@kommunen.example');
    const theirs = world.employee('kollega@kommunen.example');
    await world.signIn(theirs);
    const asOther = /som en anden/;
    await unconfirmed(client, await world.municipality.signIn(await ask(client), theirs), 403, asOther);
    expect(await me((await world.signIn(theirs)).client)).toBe(colleague.id);

    const second = world.account(world.municipality, { email: 'privat@andetsted.example' });
    const linked = await person.client.get(await world.municipality.signIn(await linkFresh(person), second));
    expect(linked.status).toBe(303);
    await age(person.id);
    await unconfirmed(client, await world.municipality.signIn(await ask(client), second), 403, asOther);

    const stranger = world.employee('fremmed@kommunen.example');
    await unconfirmed(client, await world.municipality.signIn(await ask(client), stranger), 403, asOther);
  });

  async function linkFresh(person: TestPerson): Promise<string> {
    await world.app.database.query('update session set confirmed_at = now() where person_id = $1', [
      person.id,
    ]);
    return world.linkUrl(person.client, world.municipalityId);
  }

  const minute = 60;
  const now = (): number => Math.floor(Date.now() / 1000);
  it.each<[string, () => unknown]>([
    ['that is missing', () => undefined],
    ['before the question', () => now() - 5 * minute],
    ['to come', () => now() + 5 * minute],
    ['that is a text', () => String(now())],
  ])('is not confirmed by a sign-in at a time %s', async (_what, authTime) => {
    const { who, client } = await stale();
    const url = await ask(client);
    world.municipality.tamper({ claims: (claims) => ({ ...claims, auth_time: authTime() }) });
    try {
      await unconfirmed(
        client,
        await world.municipality.signIn(url, who),
        403,
        /lige har logget ind|kunne ikke/,
      );
    } finally {
      world.municipality.tamper(undefined);
    }
  });

  it('is not confirmed in another session, though it has the cookie of the attempt', async () => {
    const { person, who, client } = await stale();
    const back = await world.municipality.signIn(await ask(client), who);
    const other = (await world.signIn(who)).client;
    await age(person.id);
    const session = /rygrad_session=[^;]*/.exec(other.cookie)?.[0] ?? '';
    const mixed = new TestClient(world.app.url, client.cookie.replace(/rygrad_session=[^;]*/, session));
    await unconfirmed(mixed, back, 410, /brugt, udløbet/);
    expect((await stateOf(client)).confirmedUntil).toBeNull();
  });

  it('is not confirmed by the same answer twice, by a state of its own, nor when nobody is signed in', async () => {
    const { person, who, client } = await stale();
    const back = await world.municipality.signIn(await ask(client), who);
    const attempt = client.cookie;
    expect((await client.get(back)).status).toBe(200);
    await age(person.id);
    const session = /rygrad_session=[^;]*/.exec(client.cookie)?.[0] ?? '';
    const again = new TestClient(world.app.url, attempt.replace(/rygrad_session=[^;]*/, session));
    await unconfirmed(again, back, 410, /brugt, udløbet/);

    const url = await ask(client);
    const answer = new URL(await world.municipality.signIn(url, who));
    answer.searchParams.set('state', parameter(await ask(client), 'state'));
    await unconfirmed(client, answer.href, 403, /kunne ikke godkendes/);

    const open = await world.municipality.signIn(await ask(client), who);
    const signedOut = new TestClient(world.app.url, client.cookie.replace(/rygrad_session=[^;]*;? ?/, ''));
    const nobody = await signedOut.get(open);
    expect([nobody.status, signedOut.cookie]).toEqual([410, expect.not.stringContaining('rygrad_session')]);
  });

  it('does not become a sign-in, nor a sign-in a confirmation', async () => {
    const { who, client } = await stale();
    const signIn = await world.municipality.signIn(await world.begin(client, world.municipalityId), who);
    const confirmation = await world.municipality.signIn(await ask(client), who);
    const swapped = new URL(confirmation);
    swapped.searchParams.set('state', parameter(signIn, 'state'));
    await unconfirmed(client, swapped.href, 403, /kunne ikke godkendes/);
  });

  it('can only be confirmed by mail when the provider is not believed any more, or it came another way', async () => {
    const { person, client } = await stale();
    expect((await person.client.post(`${path}/provider`)).status).toBe(404);
    expect(await stateOf(person.client)).toMatchObject({ methods: ['code'], provider: null });
    const [login] = await world.app.database.query<{ id: string }>(
      'select id from person_login where person_id = $1',
      [person.id],
    );
    await world.app.database.query('delete from person_login where id = $1', [login?.id]);
    expect(await stateOf(client)).toMatchObject({ methods: ['code'], provider: null });
    expect((await client.post(`${path}/provider`)).status).toBe(404);
  });
});
