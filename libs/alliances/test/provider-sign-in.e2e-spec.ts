import { newId } from '#libs/kernel';
import { hashToken, KeyRing, newToken } from '#libs/platform';
import {
  inventCvr,
  startIdentityProvider,
  startTestApp,
  type TestAnswer,
  type TestApp,
  TestClient,
  type TestIdentityProvider,
  type TestPerson,
  type TokenPart,
} from '#libs/testing';
import { AlliancesModule } from '#libs/alliances';

describe('sign-in with an identity provider', () => {
  let app: TestApp;
  let admin: TestPerson;
  let municipality: TestIdentityProvider;
  let broker: TestIdentityProvider;
  let municipalityId: string;
  let brokerId: string;
  let serial = 0;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
    admin = await app.world.person([], { isAdmin: true });
    municipality = await startIdentityProvider();
    broker = await startIdentityProvider(false);
    municipalityId = await add(municipality, { emailDomains: ['kommunen.example'] });
    brokerId = await add(broker, { kind: 'mitid-erhverv', nameDa: 'MitID Erhverv' });
  });

  afterAll(async () => {
    await Promise.all([app.close(), municipality.close(), broker.close()]);
  });

  const settings = (idp: TestIdentityProvider, given: object = {}) => ({
    kind: 'organisation',
    nameDa: 'Kommunens login',
    nameEn: 'The municipality’s login',
    issuer: idp.issuer,
    clientId: idp.clientId,
    clientSecret: idp.clientSecret,
    emailDomains: [],
    cvrs: [],
    isActive: true,
    ...given,
  });

  async function add(idp: TestIdentityProvider, given: object): Promise<string> {
    const { body, status } = await admin.client.post<{ id: string }>(
      '/api/v1/admin/identity-providers',
      settings(idp, given),
    );
    expect(status).toBe(201);
    const read = await admin.client.get<{ redirectUri: string }>(
      `/api/v1/admin/identity-providers/${body.id}`,
    );
    idp.registerRedirect(read.body.redirectUri);
    return body.id;
  }

  const account = (idp: TestIdentityProvider, claims: TokenPart): string => {
    serial += 1;
    const name = `account-${String(serial)}`;
    idp.accounts.set(name, claims);
    return name;
  };
  const employee = (email: string, more: TokenPart = {}): string =>
    account(municipality, { email, email_verified: true, name: 'Karin Kommune', ...more });
  const professional = (cvr: string, more: TokenPart = {}): string =>
    account(broker, {
      idp: 'mitid_erhverv',
      identity_type: 'professional',
      'nemlogin.cvr': cvr,
      'nemlogin.persistent_professional_id': `urn:uuid:${newId()}`,
      'nemlogin.cpr': '0101017777',
      ...more,
    });

  const browser = (): TestClient => new TestClient(app.url);

  async function begin(client: TestClient, providerId: string, body: object = {}): Promise<string> {
    const started = await client.post<{ url: string }>(`/api/v1/sign-in/providers/${providerId}/start`, body);
    expect(started.status).toBe(200);
    return started.body.url;
  }

  async function linkUrl(client: TestClient, providerId: string): Promise<string> {
    const started = await client.post<{ url: string }>(`/api/v1/me/logins/${providerId}/start`);
    expect(started.status).toBe(200);
    return started.body.url;
  }

  const replaced = (url: string, values: Readonly<Record<string, string>>): string => {
    const changed = new URL(url);
    for (const [name, value] of Object.entries(values)) changed.searchParams.set(name, value);
    return changed.href;
  };
  const parameter = (url: string, name: string): string => new URL(url).searchParams.get(name) ?? '';

  async function signIn(
    who: string,
    { idp = municipality, providerId = municipalityId, client = browser(), body = {} } = {},
  ): Promise<{ client: TestClient; answer: TestAnswer }> {
    const back = await idp.signIn(await begin(client, providerId, body), who);
    return { client, answer: await client.get(back) };
  }

  const me = async (client: TestClient): Promise<string | undefined> =>
    (await client.get<{ person?: { id: string } }>('/api/v1/me')).body.person?.id;

  /** Refused: no session, no login, nobody new, and a page that says why. */
  async function refused(
    answer: TestAnswer,
    client: TestClient,
    status: number,
    says: RegExp,
  ): Promise<void> {
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(says)]);
    expect(answer.headers.get('location')).toBeNull();
    expect(client.cookie).not.toContain('rygrad_session');
  }

  const worker = (email: string): Promise<TestPerson> => app.world.person([], { email });

  describe('of an organisation', () => {
    it('lets in whom a verified address of its domain belongs to, and leads to the page asked for', async () => {
      const person = await worker('Karin@Kommunen.example');
      const who = employee('KARIN@kommunen.EXAMPLE');
      const { client, answer } = await signIn(who, { body: { to: '/a/alliancen/unge?q=x' } });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/alliancen/unge?q=x']);
      expect(await me(client)).toBe(person.id);
      const { body } = await client.get<{ items: { vouchedFor: string }[] }>('/api/v1/me/logins');
      expect(body.items).toMatchObject([{ vouchedFor: 'karin@kommunen.example' }]);
      const [session] = await app.database.query<{ method: string }>(
        `select method from session where person_id = $1 order by created_at desc limit 1`,
        [person.id],
      );
      expect(session?.method).toBe('provider');
    });

    it('knows its subject again when the address has changed', async () => {
      const person = await worker('ny@kommunen.example');
      const who = employee('ny@kommunen.example');
      await signIn(who);
      municipality.accounts.set(who, { email: 'gift@andetsted.example', email_verified: false });
      expect(await me((await signIn(who)).client)).toBe(person.id);
    });

    it('does not take the next holder of an address for the last one', async () => {
      const person = await worker('vikar@kommunen.example');
      await signIn(employee('vikar@kommunen.example'));
      const successor = employee('vikar@kommunen.example');
      const { client, answer } = await signIn(successor);
      await refused(answer, client, 409, /allerede tilknyttet et andet login/);
      // Whoever can read the mail of the address, and says so themselves, may.
      await person.client.get(
        await municipality.signIn(await linkUrl(person.client, municipalityId), successor),
      );
      expect(await me((await signIn(successor)).client)).toBe(person.id);
    });

    it('refuses an address it has not verified', async () => {
      await worker('uvist@kommunen.example');
      for (const email_verified of [false, undefined, 'true']) {
        const { client, answer } = await signIn(employee('uvist@kommunen.example', { email_verified }));
        await refused(answer, client, 403, /står ikke inde for din mailadresse/);
      }
    });

    it('refuses an address of a domain that is not its own', async () => {
      await worker('chef@virksomhed.example');
      const { client, answer } = await signIn(employee('chef@virksomhed.example'));
      await refused(answer, client, 403, /hører ikke til den organisation/);
    });

    it('makes nobody who was not invited', async () => {
      const { client, answer } = await signIn(employee('ukendt@kommunen.example'));
      await refused(answer, client, 403, /Ingen er inviteret/);
      expect(
        await app.database.query('select id from person where email = $1', ['ukendt@kommunen.example']),
      ).toEqual([]);
    });

    it('makes the person whom an open invitation is addressed to', async () => {
      await invite({ email: 'inviteret@kommunen.example' });
      const { client, answer } = await signIn(employee('Inviteret@kommunen.example'));
      expect(answer.status).toBe(303);
      const { body } = await client.get<{ person: { email: string } }>('/api/v1/me');
      expect(body.person.email).toBe('inviteret@kommunen.example');
      await invite({ email: 'forsent@kommunen.example', expired: true });
      const late = await signIn(employee('forsent@kommunen.example'));
      await refused(late.answer, late.client, 403, /Ingen er inviteret/);
    });

    it('refuses whose access is closed, linked or not', async () => {
      const person = await worker('lukket@kommunen.example');
      const who = employee('lukket@kommunen.example');
      await signIn(who);
      await app.database.query('update person set deactivated_at = now() where id = $1', [person.id]);
      const linked = await signIn(who);
      await refused(linked.answer, linked.client, 403, /Din adgang er lukket/);
      const another = await signIn(employee('lukket@kommunen.example'));
      await refused(another.answer, another.client, 403, /adgang er lukket|Ingen er inviteret/);
    });

    it('leads nowhere else', async () => {
      await worker('videre@kommunen.example');
      const who = employee('videre@kommunen.example');
      for (const to of ['//ond.example', 'https://ond.example/', '/\\ond.example', '/api/v1/me']) {
        const { answer } = await signIn(who, { body: { to } });
        expect([to, answer.status, answer.headers.get('location')]).toEqual([to, 303, '/']);
      }
    });

    it('says so when somebody declines there', async () => {
      const client = browser();
      const back = await municipality.decline(await begin(client, municipalityId));
      await refused(await client.get(back), client, 400, /sendte dig tilbage/);
    });
  });

  describe('whoever interferes', () => {
    let who: string;
    beforeAll(async () => {
      await worker('offer@kommunen.example');
      who = employee('offer@kommunen.example');
    });

    const spent = /brugt, udløbet eller begyndt i en anden browser/;
    const unaccepted = /kunne ikke godkendes/;

    it('with another state or none is refused', async () => {
      const client = browser();
      const back = await municipality.signIn(await begin(client, municipalityId), who);
      await refused(await client.get(replaced(back, { state: newToken() })), client, 410, spent);
      await refused(await client.get(replaced(back, { state: '' })), client, 410, spent);
      const bare = new URL(back);
      bare.search = '';
      await refused(await client.get(bare.href), client, 410, spent);
      // The honest answer still counts: nobody else can use up what is mine.
      expect((await client.get(back)).status).toBe(303);
    });

    it('with the state of another attempt of the same browser is refused', async () => {
      const client = browser();
      const first = await municipality.signIn(await begin(client, municipalityId), who);
      const second = await begin(client, municipalityId);
      const swapped = replaced(first, { state: parameter(second, 'state') });
      await refused(await client.get(swapped), client, 403, unaccepted);
    });

    it('by sending the same answer again is refused', async () => {
      const client = browser();
      const back = await municipality.signIn(await begin(client, municipalityId), who);
      const cookie = client.cookie;
      expect((await client.get(back)).status).toBe(303);
      const again = new TestClient(app.url, cookie);
      await refused(await again.get(back), again, 410, spent);
    });

    it('by using a code a second time, with an attempt of its own, is refused', async () => {
      const client = browser();
      const back = await municipality.signIn(await begin(client, municipalityId), who);
      expect((await client.get(back)).status).toBe(303);
      const thief = browser();
      const own = await begin(thief, municipalityId);
      const stolen = replaced(back, { state: parameter(own, 'state') });
      await refused(await thief.get(stolen), thief, 403, unaccepted);
    });

    it('by using a stolen code before its owner does is refused: the verifier is another', async () => {
      const client = browser();
      const back = await municipality.signIn(await begin(client, municipalityId), who);
      const thief = browser();
      const own = await begin(thief, municipalityId);
      const stolen = replaced(back, { state: parameter(own, 'state') });
      await refused(await thief.get(stolen), thief, 403, unaccepted);
    });

    it('by having somebody else finish what they began is refused (login CSRF)', async () => {
      const attacker = browser();
      const back = await municipality.signIn(await begin(attacker, municipalityId), who);
      const victim = browser();
      await refused(await victim.get(back), victim, 410, spent);
      await begin(victim, municipalityId);
      await refused(await victim.get(back), victim, 410, spent);
    });

    it('by beginning a sign-in from another site is refused', async () => {
      const client = browser();
      const answer = await client.post(
        `/api/v1/sign-in/providers/${municipalityId}/start`,
        {},
        { headers: { origin: 'https://ond.example' } },
      );
      expect(answer.status).toBe(403);
    });

    it('by taking longer than ten minutes is refused', async () => {
      const client = browser();
      const url = await begin(client, municipalityId);
      const back = await municipality.signIn(url, who);
      await app.database.query(
        `update login_attempt set expires_at = now() - interval '1 second' where state_hash = $1`,
        [hashToken(parameter(url, 'state'))],
      );
      await refused(await client.get(back), client, 410, spent);
    });

    it('by asking the provider with another nonce, challenge or client is refused', async () => {
      for (const change of [
        { nonce: 'another-nonce' },
        { code_challenge: 'A'.repeat(43) },
        { client_id: municipality.otherClient.id },
      ]) {
        const client = browser();
        const url = replaced(await begin(client, municipalityId), change);
        await refused(await client.get(await municipality.signIn(url, who)), client, 403, unaccepted);
      }
    });

    it('by handing in the answer of another provider is refused (mix-up)', async () => {
      const client = browser();
      const own = await begin(client, municipalityId);
      const other = new URL(await begin(client, brokerId));
      other.searchParams.set('state', parameter(own, 'state'));
      const theirs = new URL(await broker.signIn(other.href, professional('28662017')));
      const ours = new URL(parameter(own, 'redirect_uri'));
      ours.search = theirs.search;
      await refused(await client.get(ours.href), client, 403, unaccepted);

      const honest = new URL(await municipality.signIn(await begin(client, municipalityId), who));
      const elsewhere = honest.href.replace(municipalityId, brokerId);
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
      municipality.tamper(how);
      try {
        const { client, answer } = await signIn(who);
        await refused(answer, client, 403, unaccepted);
      } finally {
        municipality.tamper(undefined);
      }
    });

    it('cannot plant its own attempt from a neighbouring host behind https', async () => {
      const secure = await startTestApp({
        modules: [AlliancesModule],
        database: app.database,
        settings: { PUBLIC_URL: 'https://rygrad.example' },
        keyRing: app.get(KeyRing),
      });
      const started = await secure.world.stranger.post<{ url: string }>(
        `/api/v1/sign-in/providers/${municipalityId}/start`,
      );
      expect(parameter(started.body.url, 'redirect_uri')).toMatch(/^https:\/\/rygrad\.example\/api\//);
      const [cookie = ''] = started.headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-rygrad_login_[0-9a-f]{12}=[\w-]{43}; /);
      for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word);
      expect(cookie).not.toContain('Domain');
      await secure.close();
    });

    it('finds no trace of secrets in what it can see', async () => {
      const client = browser();
      const url = await begin(client, municipalityId);
      expect(url).not.toContain(municipality.clientSecret);
      expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
      const token = newToken();
      await begin(client, municipalityId, { to: `/invitation/${token}`, invitation: token });
      const kept = await app.database.query<{ row: string }>(
        `select login_attempt::text as row from login_attempt`,
      );
      for (const { row } of kept)
        for (const secret of [parameter(url, 'nonce'), parameter(url, 'state'), token])
          expect(row).not.toContain(secret);
    });
  });

  describe('linked while signed in', () => {
    it('counts from then on, and not when it is somebody else’s', async () => {
      const person = await app.world.person();
      const who = account(municipality, { email: 'privat@andetsted.example' });
      const linked = await person.client.get(
        await municipality.signIn(await linkUrl(person.client, municipalityId), who),
      );
      expect([linked.status, linked.headers.get('location')]).toEqual([303, '/konto']);
      expect(await me((await signIn(who)).client)).toBe(person.id);

      const other = await app.world.person();
      const taken = await other.client.get(
        await municipality.signIn(await linkUrl(other.client, municipalityId), who),
      );
      expect([taken.status, taken.text]).toEqual([
        409,
        expect.stringContaining('tilknyttet en anden person'),
      ]);
    });

    it('asks for a fresh confirmation', async () => {
      const person = await app.world.person();
      await app.database.query(
        `update session set confirmed_at = now() - interval '1 hour' where person_id = $1`,
        [person.id],
      );
      const answer = await person.client.post<{ code: string }>(`/api/v1/me/logins/${municipalityId}/start`);
      expect([answer.status, answer.body.code]).toEqual([403, 'platform/step-up-needed']);
    });

    it('is not for another session that comes to the same browser', async () => {
      const person = await app.world.person();
      const other = await app.world.person();
      const who = account(municipality, {});
      const back = await municipality.signIn(await linkUrl(person.client, municipalityId), who);
      const mixed = new TestClient(
        app.url,
        person.client.cookie.replace(/rygrad_session=[^;]*/, other.cookie),
      );
      expect((await mixed.get(back)).status).toBe(410);
      expect((await person.client.get<{ items: unknown[] }>('/api/v1/me/logins')).body.items).toEqual([]);
      expect((await other.client.get<{ items: unknown[] }>('/api/v1/me/logins')).body.items).toEqual([]);
    });

    it('can be removed by its owner only, and then no longer counts', async () => {
      const person = await app.world.person();
      const other = await app.world.person();
      const who = account(municipality, {});
      await person.client.get(await municipality.signIn(await linkUrl(person.client, municipalityId), who));
      const [login] = (await person.client.get<{ items: { id: string }[] }>('/api/v1/me/logins')).body.items;
      const path = `/api/v1/me/logins/${login?.id ?? ''}`;
      const [theirs, nobodys] = [
        await other.client.delete(path),
        await other.client.delete(`/api/v1/me/logins/${newId()}`),
      ];
      expect([theirs.status, nobodys.status]).toEqual([404, 404]);
      const elsewhere = (await signIn(who)).client;
      expect(await me(elsewhere)).toBe(person.id);
      expect((await person.client.delete(path)).status).toBe(204);
      expect([await me(elsewhere), await me(person.client)]).toEqual([undefined, person.id]);
      const { client, answer } = await signIn(who);
      await refused(answer, client, 403, /står ikke inde/);
    });
  });

  describe('MitID Erhverv', () => {
    const mitId = () => ({ idp: broker, providerId: brokerId });

    async function partner(cvr: string): Promise<{ person: TestPerson; allianceId: string }> {
      const { id: allianceId } = await app.world.alliance();
      const { id: organisationId } = await app.world.organisation(allianceId, { cvr });
      const person = await app.world.person([{ allianceId, role: 'partner', organisationId }]);
      return { person, allianceId };
    }

    it('is asked for by name at the broker, and lets nobody in who has not linked it', async () => {
      const cvr = inventCvr();
      await partner(cvr);
      const client = browser();
      const url = await begin(client, brokerId);
      expect([parameter(url, 'idp_values'), parameter(url, 'scope')]).toEqual([
        'mitid_erhverv',
        'openid nemlogin',
      ]);
      const answer = await client.get(await broker.signIn(url, professional(cvr)));
      await refused(answer, client, 403, /ikke tilknyttet endnu/);
    });

    it('is linked for a company one has a role for, and no longer counts when that role is over', async () => {
      const cvr = inventCvr();
      const { person, allianceId } = await partner(cvr);
      const who = professional(cvr);
      const linked = await person.client.get(
        await broker.signIn(await linkUrl(person.client, brokerId), who),
      );
      expect(linked.status).toBe(303);
      expect(await me((await signIn(who, mitId())).client)).toBe(person.id);
      const { body } = await person.client.get<{ items: { vouchedFor: string }[] }>('/api/v1/me/logins');
      expect(body.items).toMatchObject([{ vouchedFor: cvr }]);

      await app.database.query(
        'update alliance_member set ended_at = now() where alliance_id = $1 and person_id = $2',
        [allianceId, person.id],
      );
      const { client, answer } = await signIn(who, mitId());
      await refused(answer, client, 403, /som du ikke har en rolle for/);
    });

    it('of another company is neither linked nor let in', async () => {
      const { person } = await partner(inventCvr());
      const answer = await person.client.get(
        await broker.signIn(await linkUrl(person.client, brokerId), professional(inventCvr())),
      );
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('ikke har en rolle for')]);
      expect((await person.client.get<{ items: unknown[] }>('/api/v1/me/logins')).body.items).toEqual([]);
    });

    it('is not a private MitID', async () => {
      const cvr = inventCvr();
      const { person } = await partner(cvr);
      for (const claims of [{ identity_type: 'private' }, { idp: 'mitid' }, { 'nemlogin.cvr': undefined }]) {
        const answer = await person.client.get(
          await broker.signIn(await linkUrl(person.client, brokerId), professional(cvr, claims)),
        );
        expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('privat MitID')]);
      }
    });

    it('answers a mailed invitation of that company, and neither a copied one nor another company’s', async () => {
      const cvr = inventCvr();
      const email = `ny-${cvr}@firma.example`;
      const { mailToken, linkToken } = await invite({ email, cvr });
      const attempt = (token: string, of: string) =>
        signIn(professional(of), { ...mitId(), body: { invitation: token, to: `/invitation/${token}` } });

      const copied = await attempt(linkToken, cvr);
      await refused(copied.answer, copied.client, 403, /ikke tilknyttet endnu/);
      const foreign = await attempt(mailToken, inventCvr());
      await refused(foreign.answer, foreign.client, 403, /som du ikke har en rolle for/);
      expect(await app.database.query('select id from person where email = $1', [email])).toEqual([]);

      const { client, answer } = await attempt(mailToken, cvr);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/invitation/${mailToken}`]);
      const { body } = await client.get<{ person: { email: string } }>('/api/v1/me');
      expect(body.person.email).toBe(email);
    });

    it('leaves no CPR number anywhere', async () => {
      const tables = await app.database.query<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      );
      for (const { name } of tables)
        expect([
          name,
          await app.database.query(`select 1 from ${name} t where t::text like '%0101017777%' limit 1`),
        ]).toEqual([name, []]);
    });
  });

  describe('set up by the administrator', () => {
    const path = '/api/v1/admin/identity-providers';
    type Problem = { code: string; errors?: { field: string }[] };

    it('shows its secret to nobody, and is nobody else’s business', async () => {
      const list = await admin.client.get(path);
      expect(list.status).toBe(200);
      expect(list.text).not.toContain(municipality.clientSecret);
      const rows = await app.database.query<{ sealed: Buffer }>(
        'select client_secret_sealed as sealed from identity_provider',
      );
      for (const { sealed } of rows) expect(sealed.includes(municipality.clientSecret)).toBe(false);
      const person = await app.world.person();
      expect((await person.client.get(path)).status).toBe(403);
      expect((await person.client.post(path, settings(municipality))).status).toBe(403);
    });

    it('keeps a domain to one provider, and open mail domains to none', async () => {
      const refusal = async (given: object) =>
        (await admin.client.post<Problem>(path, settings(municipality, given))).body;
      expect(await refusal({ emailDomains: ['kommunen.example'] })).toMatchObject({
        code: 'logins/domain-taken',
        errors: [{ field: 'emailDomains' }],
      });
      expect(await refusal({ emailDomains: ['GMAIL.com'] })).toMatchObject({ code: 'logins/domain-public' });
      expect(await refusal({})).toMatchObject({ code: 'logins/domain-needed' });
      expect(await refusal({ emailDomains: ['ny.example'], issuer: 'http://10.0.0.1/' })).toMatchObject({
        code: 'logins/issuer-unusable',
        errors: [{ field: 'issuer' }],
      });
      expect(await refusal({ emailDomains: ['ny.example'], issuer: 'http://login.example/' })).toMatchObject({
        code: 'logins/issuer-unusable',
      });
    });

    it('is changed on its latest version, keeps its secret, and keeps its issuer once logins are linked', async () => {
      const idp = await startIdentityProvider();
      const id = await add(idp, { emailDomains: ['skole.example'] });
      const { clientSecret: _, ...rest } = settings(idp, { emailDomains: ['skole.example'] });
      expect((await admin.client.put(`${path}/${id}`, rest, { ifMatch: 7 })).status).toBe(412);
      expect(
        (await admin.client.put(`${path}/${id}`, { ...rest, nameDa: 'Skolen' }, { ifMatch: 1 })).status,
      ).toBe(204);
      const person = await worker('lise@skole.example');
      idp.accounts.set('lise', { email: 'lise@skole.example', email_verified: true });
      expect(await me((await signIn('lise', { idp, providerId: id })).client)).toBe(person.id);
      const moved = await admin.client.put<Problem>(
        `${path}/${id}`,
        { ...rest, issuer: municipality.issuer },
        { ifMatch: 2 },
      );
      expect(moved.body).toMatchObject({ code: 'logins/kind-fixed', errors: [{ field: 'issuer' }] });

      const client = browser();
      const inside = (await signIn('lise', { idp, providerId: id })).client;
      expect(await me(inside)).toBe(person.id);
      const back = await idp.signIn(await begin(client, id), 'lise');
      await admin.client.put(`${path}/${id}`, { ...rest, isActive: false }, { ifMatch: 2 });
      await refused(await client.get(back), client, 404, /findes ikke/);
      expect([await me(inside), await me(person.client)]).toEqual([undefined, person.id]);
      expect((await client.post(`/api/v1/sign-in/providers/${id}/start`)).status).toBe(404);
      const { body } = await client.get<{ items: { id: string }[] }>('/api/v1/sign-in/providers');
      expect(body.items.map((each) => each.id)).not.toContain(id);

      expect((await admin.client.delete(`${path}/${id}`)).status).toBe(204);
      expect(await app.database.query('select id from person_login where provider_id = $1', [id])).toEqual(
        [],
      );
      await idp.close();
    });

    it('is tested without anybody signing in', async () => {
      const states = async (id: string) =>
        (
          await admin.client.post<{ checks: { check: string; state: string }[] }>(`${path}/${id}/test`)
        ).body.checks.map(({ check, state }) => `${check} ${state}`);
      expect(await states(municipalityId)).toEqual([
        'address good',
        'discovery good',
        'flow good',
        'signature good',
        'client good',
      ]);
      const wrong = await admin.client.post<{ id: string }>(
        path,
        settings(municipality, { emailDomains: ['forkert.example'], clientSecret: 'wrong-secret' }),
      );
      expect((await states(wrong.body.id)).at(-1)).toBe('client bad');
      const away = await admin.client.post<{ id: string }>(
        path,
        settings(municipality, { emailDomains: ['vaek.example'], issuer: 'http://127.0.0.1:1' }),
      );
      expect(await states(away.body.id)).toEqual([
        'address good',
        'discovery bad',
        'flow untried',
        'signature untried',
        'client untried',
      ]);
      const answer = await browser().post<Problem>(`/api/v1/sign-in/providers/${away.body.id}/start`);
      expect([answer.status, answer.body.code]).toEqual([502, 'logins/provider-unreachable']);
    });
  });

  async function invite(given: {
    email: string;
    cvr?: string;
    expired?: boolean;
  }): Promise<{ mailToken: string; linkToken: string }> {
    const { id: allianceId } = await app.world.alliance();
    const organisation = await app.world.organisation(allianceId, { cvr: given.cvr ?? inventCvr() });
    const [mailToken, linkToken] = [newToken(), newToken()];
    await app.database.query(
      `insert into invitation (id, alliance_id, name, email, locale, role, organisation_id, mail_token_hash,
         link_token_hash, created_at, expires_at)
       values ($1, $2, 'Ny Person', $3, 'da', 'partner', $4, $5, $6, now(), now() + $7::interval)`,
      [
        ...[newId(), allianceId, given.email, organisation.id, hashToken(mailToken), hashToken(linkToken)],
        given.expired === true ? '-1 day' : '14 days',
      ],
    );
    return { mailToken, linkToken };
  }
});
