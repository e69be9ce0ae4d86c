import { randomUUID } from 'node:crypto';
import type { TestClient } from '#libs/testing';
import { connectSocket, eventually, inventCvr, type TokenPart } from '#libs/testing';
import { me, parameter, ProviderWorld } from './provider.world.js';

interface SignedOut {
  provider: { name: { da: string }; url: string } | null;
}

describe('whoever came through an identity provider', () => {
  let world: ProviderWorld;
  let serial = 0;
  beforeAll(async () => {
    world = await ProviderWorld.start();
  });
  afterAll(() => world.close());

  async function signedIn(more: TokenPart = {}) {
    serial += 1;
    const email = `ude-${String(serial)}@kommunen.example`;
    const person = await world.worker(email);
    const who = world.employee(email, more);
    return { person, who, client: (await world.signIn(who)).client };
  }

  const rows = (): Promise<{ row: string }[]> =>
    world.app.database.query('select provider_session::text as row from provider_session');

  describe('and signs out here', () => {
    const signOut = (client: TestClient) => client.post<SignedOut>('/api/v1/sign-out');

    it('is offered to sign out there, which brings them back to the sign-in page', async () => {
      const { who, client } = await signedIn();
      const { status, body } = await signOut(client);
      expect([status, body.provider?.name.da]).toEqual([200, 'Kommunens login']);
      expect(await me(client)).toBeUndefined();
      const url = body.provider?.url ?? '';
      expect(parameter(url, 'client_id')).toBe(world.municipality.clientId);
      expect(parameter(url, 'id_token_hint').split('.')).toHaveLength(3);
      expect(await world.municipality.signOut(url, who)).toBe(`${world.app.url}/sign-in`);
    });

    it('is offered nothing when they came by mail, or the provider does not say how', async () => {
      const person = await world.app.world.person();
      expect((await signOut(person.client)).body).toEqual({ provider: null });
    });

    it('leaves nothing of the provider behind, however the session ends', async () => {
      const { person, client } = await signedIn();
      expect(await rows()).not.toEqual([]);
      for (const { row } of await rows()) expect(row).not.toContain('eyJ');
      await signOut(client);
      const other = await world.signIn(world.employee(`b-${person.id}@kommunen.example`));
      expect(other.answer.status).toBe(403);
      const [left] = await world.app.database.query<{ count: number }>(
        `select count(*)::int as count from provider_session p join session s on s.id = p.session_id
         where s.ended_at is not null or s.person_id = $1`,
        [person.id],
      );
      expect(left?.count).toBe(0);
    });

    it('gives no hint that is too long, or holds a CPR number, as brokers send', async () => {
      const long = await signedIn({ name: 'K'.repeat(5000) });
      const url = (await signOut(long.client)).body.provider?.url ?? '';
      expect([parameter(url, 'id_token_hint'), parameter(url, 'client_id')]).toEqual([
        '',
        world.municipality.clientId,
      ]);
      const cvr = inventCvr();
      const { id: allianceId } = await world.app.world.alliance();
      const { id: organisationId } = await world.app.world.organisation(allianceId, { cvr });
      const person = await world.app.world.person([{ allianceId, role: 'partner', organisationId }]);
      const who = world.professional(cvr);
      await person.client.get(
        await world.broker.signIn(await world.linkUrl(person.client, world.brokerId), who),
      );
      world.broker.tamper({ claims: (claims) => ({ ...claims, cpr: '010101-7777' }) });
      try {
        const { client } = await world.signIn(who, { idp: world.broker, providerId: world.brokerId });
        const broker = (await signOut(client)).body.provider?.url ?? '';
        expect([parameter(broker, 'id_token_hint'), parameter(broker, 'client_id')]).toEqual([
          '',
          world.broker.clientId,
        ]);
      } finally {
        world.broker.tamper(undefined);
      }
    });
  });

  describe('and signs out there', () => {
    const address = (providerId = world.municipalityId): string =>
      `/api/v1/sign-in/providers/${providerId}/back-channel-logout`;
    const send = (token: string, providerId?: string) =>
      world.browser().form(address(providerId), { logout_token: token });

    it('is signed out here by the provider’s own call, sockets too, and nobody else is', async () => {
      const { id: allianceId } = await world.app.world.alliance();
      const email = `socket-${allianceId}@kommunen.example`;
      const person = await world.app.world.person([{ allianceId, role: 'secretariat' }], { email });
      const who = world.employee(email);
      const { client } = await world.signIn(who);
      const bystander = await signedIn();
      const { socket } = await connectSocket(world.app.url, client.cookie, allianceId);
      expect((await send(world.municipality.logoutToken(who))).status).toBe(200);
      await eventually('the socket is cut off', () => Promise.resolve(!socket.connected));
      expect(await me(client)).toBeUndefined();
      expect(await me(person.client)).toBe(person.id);
      expect(await me(bystander.client)).toBe(bystander.person.id);
      const [ended] = await world.app.database.query<{ payload: unknown }>(
        `select payload from event where type = 'platform.signed-out-by-provider' and subject_id = $1`,
        [person.id],
      );
      expect(ended?.payload).toEqual({ provider: 'Kommunens login', count: 1 });
    });

    it('is signed out here when they sign out at a real provider, in that browser only', async () => {
      const { person, who, client } = await signedIn();
      const later = (await world.signIn(who)).client;
      const { issuer, clientId } = world.municipality;
      await world.municipality.signOut(`${issuer}/session/end?client_id=${clientId}`, who);
      expect([await me(later), await me(client)]).toEqual([undefined, person.id]);
    });

    it('is signed out of the one session that the token calls by its sid', async () => {
      const { who, person, client } = await signedIn();
      let sid: unknown;
      world.municipality.tamper({
        claims: (claims) => {
          ({ sid } = claims);
          return claims;
        },
      });
      const second = (await world.signIn(who)).client;
      world.municipality.tamper(undefined);
      const naming = (given: unknown) =>
        world.municipality.logoutToken(who, { claims: ({ sub: _, ...rest }) => ({ ...rest, sid: given }) });
      expect((await send(naming('somebody-else'))).status).toBe(200);
      expect([await me(client), await me(second)]).toEqual([person.id, person.id]);
      expect((await send(naming(sid))).status).toBe(200);
      expect([await me(client), await me(second)]).toEqual([person.id, undefined]);
    });

    it('is signed out of a session that the provider never told a sid of, whatever sid the token has', async () => {
      const { who, client } = await signedIn();
      world.municipality.tamper({ claims: ({ sid: _, ...claims }) => claims });
      const unnamed = (await world.signIn(who)).client;
      world.municipality.tamper(undefined);
      const token = world.municipality.logoutToken(who, {
        claims: (claims) => ({ ...claims, sid: 'one-of-them' }),
      });
      expect((await send(token)).status).toBe(200);
      expect(await me(unnamed)).toBeUndefined();
      expect(await me(client)).toBeDefined();
    });

    const now = Math.floor(Date.now() / 1000);
    const event = 'http://schemas.openid.net/event/backchannel-logout';
    it.each<[string, Parameters<ProviderWorld['municipality']['logoutToken']>[1]]>([
      ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://ond.example' }) }],
      ['another audience', { claims: (claims) => ({ ...claims, aud: 'somebody-else' }) }],
      ['no audience', { claims: ({ aud: _, ...claims }) => claims }],
      ['an issue an hour ago', { claims: (claims) => ({ ...claims, iat: now - 3600 }) }],
      ['an issue to come', { claims: (claims) => ({ ...claims, iat: now + 3600 }) }],
      ['no issue', { claims: ({ iat: _, ...claims }) => claims }],
      ['an end in the past', { claims: (claims) => ({ ...claims, exp: now - 3600 }) }],
      ['no id', { claims: ({ jti: _, ...claims }) => claims }],
      ['no events', { claims: ({ events: _, ...claims }) => claims }],
      ['another event', { claims: (claims) => ({ ...claims, events: { 'https://ond.example': {} } }) }],
      ['an event that is no object', { claims: (claims) => ({ ...claims, events: { [event]: true } }) }],
      ['a nonce', { claims: (claims) => ({ ...claims, nonce: 'n' }) }],
      ['neither subject nor session', { claims: ({ sub: _, ...claims }) => claims }],
      ['a subject that is no text', { claims: (claims) => ({ ...claims, sub: { $ne: '' } }) }],
      ['a session that is no text', { claims: (claims) => ({ ...claims, sid: 7 }) }],
      ['the signature of a stranger', { foreignKey: true }],
      ['no signature', { unsigned: true }],
      ['the type of another kind of token', { type: 'at+jwt' }],
    ])('is not signed out by a token that has %s', async (_what, how) => {
      const { person, who, client } = await signedIn();
      const { status, body } = await send(world.municipality.logoutToken(who, how));
      expect([status, body]).toEqual([400, expect.objectContaining({ code: 'logins/logout-refused' })]);
      expect(await me(client)).toBe(person.id);
    });

    it('is not signed out by an ID token, a token sent twice, or one for another provider', async () => {
      const { person, who, client } = await signedIn();
      const { body } = await (await world.signIn(who)).client.post<SignedOut>('/api/v1/sign-out');
      const idToken = parameter(body.provider?.url ?? '', 'id_token_hint');
      expect((await send(idToken)).status).toBe(400);
      expect((await send('a.b.c')).status).toBe(400);
      const token = world.municipality.logoutToken(who);
      expect((await send(token, world.brokerId)).status).toBe(400);
      expect((await send(token, randomUUID())).status).toBe(404);
      expect(await me(client)).toBe(person.id);

      expect((await send(token)).status).toBe(200);
      const again = (await world.signIn(who)).client;
      expect((await send(token)).status).toBe(400);
      expect(await me(again)).toBe(person.id);
    });

    it('is signed out once by a token sent many times at once', async () => {
      const { who } = await signedIn();
      const token = world.municipality.logoutToken(who);
      const answers = await Promise.all(Array.from({ length: 8 }, () => send(token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(400)]);
    });
  });
});
