import { hashToken, KeyRing, newToken } from '#libs/platform';
import { startTestApp, TestClient, type TestIdentityProvider } from '#libs/testing';
import { AlliancesModule } from '#libs/alliances';
import { parameter, ProviderWorld, refused, replaced } from './provider.world.js';

let world: ProviderWorld;
beforeAll(async () => {
  world = await ProviderWorld.start();
});
afterAll(() => world.close());

describe('whoever interferes with a sign-in at an identity provider', () => {
  let who: string;
  beforeAll(async () => {
    await world.worker('offer@kommunen.example');
    who = world.employee('offer@kommunen.example');
  });

  const spent = /brugt, udløbet eller begyndt i en anden browser/;
  const unaccepted = /kunne ikke godkendes/;

  it('with another state or none is refused', async () => {
    const client = world.browser();
    const back = await world.municipality.signIn(await world.begin(client, world.municipalityId), who);
    await refused(await client.get(replaced(back, { state: newToken() })), client, 410, spent);
    await refused(await client.get(replaced(back, { state: '' })), client, 410, spent);
    const bare = new URL(back);
    bare.search = '';
    await refused(await client.get(bare.href), client, 410, spent);
    // The honest answer still counts: nobody else can use up what is mine.
    expect((await client.get(back)).status).toBe(303);
  });

  it('with the state of another attempt of the same browser is refused', async () => {
    const client = world.browser();
    const first = await world.municipality.signIn(await world.begin(client, world.municipalityId), who);
    const second = await world.begin(client, world.municipalityId);
    const swapped = replaced(first, { state: parameter(second, 'state') });
    await refused(await client.get(swapped), client, 403, unaccepted);
  });

  it('by sending the same answer again is refused', async () => {
    const client = world.browser();
    const back = await world.municipality.signIn(await world.begin(client, world.municipalityId), who);
    const cookie = client.cookie;
    expect((await client.get(back)).status).toBe(303);
    const again = new TestClient(world.app.url, cookie);
    await refused(await again.get(back), again, 410, spent);
  });

  it('by using a code a second time, with an attempt of its own, is refused', async () => {
    const client = world.browser();
    const back = await world.municipality.signIn(await world.begin(client, world.municipalityId), who);
    expect((await client.get(back)).status).toBe(303);
    const thief = world.browser();
    const own = await world.begin(thief, world.municipalityId);
    const stolen = replaced(back, { state: parameter(own, 'state') });
    await refused(await thief.get(stolen), thief, 403, unaccepted);
  });

  it('by using a stolen code before its owner does is refused: the verifier is another', async () => {
    const client = world.browser();
    const back = await world.municipality.signIn(await world.begin(client, world.municipalityId), who);
    const thief = world.browser();
    const own = await world.begin(thief, world.municipalityId);
    const stolen = replaced(back, { state: parameter(own, 'state') });
    await refused(await thief.get(stolen), thief, 403, unaccepted);
  });

  it('by having somebody else finish what they began is refused (login CSRF)', async () => {
    const attacker = world.browser();
    const back = await world.municipality.signIn(await world.begin(attacker, world.municipalityId), who);
    const victim = world.browser();
    await refused(await victim.get(back), victim, 410, spent);
    await world.begin(victim, world.municipalityId);
    await refused(await victim.get(back), victim, 410, spent);
  });

  it('by beginning a sign-in from another site is refused', async () => {
    const client = world.browser();
    const answer = await client.post(
      `/api/v1/sign-in/providers/${world.municipalityId}/start`,
      {},
      { headers: { origin: 'https://ond.example' } },
    );
    expect(answer.status).toBe(403);
  });

  it('by taking longer than ten minutes is refused', async () => {
    const client = world.browser();
    const url = await world.begin(client, world.municipalityId);
    const back = await world.municipality.signIn(url, who);
    await world.app.database.query(
      `update login_attempt set expires_at = now() - interval '1 second' where state_hash = $1`,
      [hashToken(parameter(url, 'state'))],
    );
    await refused(await client.get(back), client, 410, spent);
  });

  it('by asking the provider with another nonce, challenge or client is refused', async () => {
    for (const change of [
      { nonce: 'another-nonce' },
      { code_challenge: 'A'.repeat(43) },
      { client_id: world.municipality.otherClient.id },
    ]) {
      const client = world.browser();
      const url = replaced(await world.begin(client, world.municipalityId), change);
      await refused(await client.get(await world.municipality.signIn(url, who)), client, 403, unaccepted);
    }
  });

  it('by handing in the answer of another provider is refused (mix-up)', async () => {
    const client = world.browser();
    const own = await world.begin(client, world.municipalityId);
    const other = new URL(await world.begin(client, world.brokerId));
    other.searchParams.set('state', parameter(own, 'state'));
    const theirs = new URL(await world.broker.signIn(other.href, world.professional('28662017')));
    const ours = new URL(parameter(own, 'redirect_uri'));
    ours.search = theirs.search;
    await refused(await client.get(ours.href), client, 403, unaccepted);

    const honest = new URL(
      await world.municipality.signIn(await world.begin(client, world.municipalityId), who),
    );
    const elsewhere = honest.href.replace(world.municipalityId, world.brokerId);
    await refused(await client.get(elsewhere), client, 410, spent);
  });

  const hour = 3600;
  const past = Math.floor(Date.now() / 1000) - 24 * hour;
  it.each<[string, Parameters<TestIdentityProvider['tamper']>[0]]>([
    ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://ond.example' }) }],
    ['another audience', { claims: (claims) => ({ ...claims, aud: 'somebody-else' }) }],
    [
      'two audiences and another authorised party',
      { claims: (claims) => ({ ...claims, aud: ['rygrad', 'somebody-else'], azp: 'somebody-else' }) },
    ],
    ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['no nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['an end in the past', { claims: (claims) => ({ ...claims, exp: past }) }],
    ['no end', { claims: ({ exp: _, ...claims }) => claims }],
    ['no subject', { claims: ({ sub: _, ...claims }) => claims }],
    ['a beginning to come', { claims: (claims) => ({ ...claims, nbf: past + 48 * hour }) }],
    ['the signature of a stranger', { foreignKey: true }],
    ['no signature', { unsigned: true }],
  ])('with an ID token that has %s is refused', async (_what, how) => {
    world.municipality.tamper(how);
    try {
      const { client, answer } = await world.signIn(who);
      await refused(answer, client, 403, unaccepted);
    } finally {
      world.municipality.tamper(undefined);
    }
  });

  it('cannot plant its own attempt from a neighbouring host behind https', async () => {
    const secure = await startTestApp({
      modules: [AlliancesModule],
      database: world.app.database,
      settings: { PUBLIC_URL: 'https://rygrad.example' },
      keyRing: world.app.get(KeyRing),
    });
    const started = await secure.world.stranger.post<{ url: string }>(
      `/api/v1/sign-in/providers/${world.municipalityId}/start`,
    );
    expect(parameter(started.body.url, 'redirect_uri')).toMatch(/^https:\/\/rygrad\.example\/api\//);
    const [cookie = ''] = started.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-rygrad_login_[0-9a-f]{12}=[\w-]{43}; /);
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word);
    expect(cookie).not.toContain('Domain');
    await secure.close();
  });

  it('finds no trace of secrets in what it can see', async () => {
    const client = world.browser();
    const url = await world.begin(client, world.municipalityId);
    expect(url).not.toContain(world.municipality.clientSecret);
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
    const token = newToken();
    await world.begin(client, world.municipalityId, { to: `/invitation/${token}`, invitation: token });
    const kept = await world.app.database.query<{ row: string }>(
      `select login_attempt::text as row from login_attempt`,
    );
    for (const { row } of kept)
      for (const secret of [parameter(url, 'nonce'), parameter(url, 'state'), token])
        expect(row).not.toContain(secret);
  });
});
