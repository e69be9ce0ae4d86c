import { tokenScopes } from '#libs/api-schema';
import { FixedClock, newId } from '#libs/kernel';
import { verifyChains } from '#libs/platform';
import {
  connectSocket,
  eventually,
  startTestApp,
  type TestAnswer,
  type TestApp,
  type TestPerson,
} from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';

interface Made {
  id: string;
  token: string;
}
interface Problem {
  code: string;
}

describe('API tokens', () => {
  const clock = new FixedClock('2026-11-23T10:00:00Z');
  let app: TestApp;
  let alliance: string;
  let municipality: string;
  let secretary: TestPerson;
  let base: string;

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, clock });
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    clock.setTo('2026-11-23T10:00:00Z');
    alliance = (await app.world.alliance()).id;
    municipality = (await app.world.organisation(alliance, { kind: 'municipality' })).id;
    secretary = await app.world.person([{ allianceId: alliance, role: 'secretariat' }]);
    base = `/api/v1/alliances/${alliance}`;
  });

  const make = async (
    scopes: readonly string[],
    person = secretary,
    expiresOn = '2027-01-31',
  ): Promise<Made> => {
    const made = await person.client.post<Made>(`${base}/api-tokens`, {
      name: 'Power BI',
      scopes,
      expiresOn,
    });
    expect([made.status, made.text]).toEqual([201, expect.stringContaining('ryg_')]);
    return made.body;
  };

  const ask = (token: string, method: string, path: string, body?: unknown): Promise<TestAnswer<Problem>> =>
    app.world.stranger.raw(method, path, body === undefined ? undefined : JSON.stringify(body), {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }) as Promise<TestAnswer<Problem>>;

  it('work as the person who made them, within their scopes', async () => {
    const { token } = await make(['read:Partner']);
    expect((await ask(token, 'GET', `${base}/partners`)).status).toBe(200);
    const company = { name: 'Bager Ø', kind: 'company' };
    for (const [method, path, body] of [
      ['POST', `${base}/partners`, company],
      ['GET', `${base}/contracts`, undefined],
    ] as const) {
      const answer = await ask(token, method, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, 'integrations/scope-missing']);
    }
    const { token: writer } = await make(['write:Partner']);
    expect((await ask(writer, 'POST', `${base}/partners`, company)).status).toBe(201);
    expect((await ask(writer, 'GET', `${base}/partners`)).status).toBe(200);
    const [event] = await app.database.query<{ actor_id: string }>(
      `select actor_id from event where alliance_id = $1 and type = 'alliances.partner-added'`,
      [alliance],
    );
    expect(event?.actor_id).toBe(secretary.id);
  });

  it('give nobody more than their role does', async () => {
    const observer = await app.world.person([{ allianceId: alliance, role: 'observer' }]);
    const { token } = await make(['read:Partner', 'read:Indicator'], observer);
    expect((await ask(token, 'GET', `${base}/indicators`)).status).toBe(200);
    const answer = await ask(token, 'GET', `${base}/partners`);
    expect([answer.status, answer.body.code]).toEqual([403, 'platform/forbidden']);
  });

  it('never reach people, staff, keys, files of all history, or what one must do in person', async () => {
    const everyone = await app.world.person(
      [
        { allianceId: alliance, role: 'secretariat' },
        { allianceId: alliance, role: 'caseworker', organisationId: municipality },
      ],
      { isAdmin: true },
    );
    const { token } = await make(tokenScopes, everyone);
    const some = newId();
    for (const [method, path, body] of [
      ['GET', `${base}/participants`, undefined],
      ['GET', `${base}/participants/${some}`, undefined],
      ['POST', `${base}/enquiries`, {}],
      ['GET', `${base}/enquiries/${some}/person`, undefined],
      ['GET', `${base}/members`, undefined],
      ['GET', `${base}/deliveries`, undefined],
      ['GET', `${base}/api-tokens`, undefined],
      ['POST', `${base}/api-tokens`, {}],
      ['GET', `${base}/webhooks`, undefined],
      ['POST', `${base}/audit/export`, {}],
      ['POST', `${base}/contracts/${some}/counter-signature`, {}],
      ['GET', `${base}/feed`, undefined],
      ['GET', '/api/v1/me', undefined],
      ['GET', '/api/v1/outbox', undefined],
      ['POST', '/api/v1/sign-out', {}],
      ['GET', '/api/v1/admin/integrations', undefined],
      ['POST', '/api/v1/mail-test', {}],
    ] as const) {
      const answer = await ask(token, method, path, body);
      expect([method, path, answer.status, answer.body.code]).toEqual([
        method,
        path,
        403,
        'integrations/not-by-token',
      ]);
    }
    // Behind it the second wall: as a token the person has no case organisations, so no row of a person is there.
    const enquiries = await ask(token, 'GET', `${base}/enquiries`);
    expect(enquiries.status).toBe(200);
  });

  it('work in their own alliance only, and say nothing of others', async () => {
    const other = await app.world.alliance();
    const both = await app.world.person([
      { allianceId: alliance, role: 'secretariat' },
      { allianceId: other.id, role: 'secretariat' },
    ]);
    const { token } = await make(['read:Partner'], both);
    const answers = await Promise.all(
      [other.id, newId()].map((id) => ask(token, 'GET', `/api/v1/alliances/${id}/partners`)),
    );
    for (const { status, body } of answers) expect([status, body.code]).toEqual([404, 'platform/not-found']);
  });

  it('open no socket', async () => {
    const { token } = await make(['read:Meeting']);
    await expect(connectSocket(app.url, `rygrad_session=${token}`, alliance)).rejects.toThrow();
  });

  it('end at once: revoked, expired, without role, deactivated', async () => {
    const works = async (token: string): Promise<boolean> =>
      (await ask(token, 'GET', `${base}/partners`)).status === 200;
    const revoked = await make(['read:Partner']);
    expect(await works(revoked.token)).toBe(true);
    expect((await secretary.client.delete(`${base}/api-tokens/${revoked.id}`)).status).toBe(204);
    expect(await works(revoked.token)).toBe(false);

    const short = await make(['read:Partner'], secretary, '2026-11-24');
    clock.setTo('2026-11-24T22:59:00Z');
    expect(await works(short.token)).toBe(true);
    clock.setTo('2026-11-24T23:00:00Z');
    expect(await works(short.token)).toBe(false);
    clock.setTo('2026-11-23T10:00:00Z');

    for (const end of [
      `update alliance_member set ended_at = now() where person_id = $1`,
      `update person set deactivated_at = now() where id = $1`,
    ]) {
      const person = await app.world.person([{ allianceId: alliance, role: 'secretariat' }]);
      const { token } = await make(['read:Partner'], person);
      expect(await works(token)).toBe(true);
      await app.database.query(end, [person.id]);
      expect([end, await works(token)]).toEqual([end, false]);
    }
  });

  it('are stored hashed, shown once, told by their beginning', async () => {
    const { token, id } = await make(['read:Partner']);
    const [row] = await app.database.query<{ text: string }>(
      'select t::text as text from api_token t where id = $1',
      [id],
    );
    expect(row?.text).not.toContain(token.slice(8));
    const list = await secretary.client.get<{ items: { beginning: string; lastUsedAt: string | null }[] }>(
      `${base}/api-tokens`,
    );
    expect(list.text).not.toContain(token.slice(8));
    expect(token.startsWith(list.body.items[0]?.beginning ?? '?')).toBe(true);
    expect(list.body.items[0]?.lastUsedAt).toBeNull();
    await ask(token, 'GET', `${base}/partners`);
    const after = await secretary.client.get<{ items: { lastUsedAt: string | null }[] }>(
      `${base}/api-tokens`,
    );
    expect(after.body.items[0]?.lastUsedAt).toBe(clock.now().toISOString());
  });

  it('are seen by their owner and the secretariat, nobody else', async () => {
    const member = await app.world.person([
      { allianceId: alliance, role: 'member', organisationId: municipality },
    ]);
    const other = await app.world.person([{ allianceId: alliance, role: 'observer' }]);
    const { id } = await make(['read:Meeting'], member);
    const seenBy = async (person: TestPerson): Promise<number> =>
      (await person.client.get<{ items: unknown[] }>(`${base}/api-tokens`)).body.items.length;
    expect([await seenBy(member), await seenBy(secretary), await seenBy(other)]).toEqual([1, 1, 0]);
    expect((await other.client.delete(`${base}/api-tokens/${id}`)).status).toBe(404);
    expect((await secretary.client.delete(`${base}/api-tokens/${id}`)).status).toBe(204);
  });

  it('expire within a year', async () => {
    for (const expiresOn of ['2026-11-23', '2026-11-01', '2027-12-31', '2126-01-01']) {
      const answer = await secretary.client.post<Problem>(`${base}/api-tokens`, {
        name: 'For længe',
        scopes: ['read:Partner'],
        expiresOn,
      });
      expect([expiresOn, answer.status, answer.body.code]).toEqual([
        expiresOn,
        422,
        'integrations/expiry-out-of-range',
      ]);
    }
    const unknown = await secretary.client.post(`${base}/api-tokens`, {
      name: 'Unge',
      scopes: ['read:Participant'],
      expiresOn: '2027-01-01',
    });
    expect(unknown.status).toBe(422);
  });

  it('stand in the history beside the person, by name for the owner and the secretariat', async () => {
    const { id, token } = await make(['write:Partner']);
    expect((await ask(token, 'POST', `${base}/partners`, { name: 'Bager Ø', kind: 'company' })).status).toBe(
      201,
    );
    await secretary.client.post(`${base}/partners`, { name: 'Smed Ærø', kind: 'company' });
    const member = await app.world.person([{ allianceId: alliance, role: 'member' }]);
    const lines = async (person: TestPerson) => {
      const path = `${base}/audit?sort=seq&type=alliances.partner-added`;
      const { body } = await person.client.get<{ items: { actorId: string; token: unknown }[] }>(path);
      return body.items.map(({ actorId, token: by }) => [actorId, by]);
    };
    await eventually('both are sealed', async () => (await lines(secretary)).length === 2);
    expect(await lines(secretary)).toEqual([
      [secretary.id, { name: 'Power BI' }],
      [secretary.id, null],
    ]);
    expect((await lines(member))[0]).toEqual([secretary.id, { name: null }]);
    const chain = () => verifyChains((sql, parameters) => app.database.query(sql, parameters));
    const broken = async () => (await chain()).find(({ allianceId }) => allianceId === alliance)?.findings;
    expect(await broken()).toEqual([]);
    await app.database.query('update event set token_id = null where token_id = $1', [id]);
    expect(await broken()).toMatchObject([{ kind: 'edited' }]);
  });

  it('are known to the administrator by name, who may end them and sees nothing else', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const { id, token } = await make(['read:Partner']);
    const { body } = await admin.client.get<{ items: Record<string, unknown>[] }>(
      '/api/v1/admin/integrations',
    );
    const found = body.items.find((item) => item['id'] === id);
    expect(found).toMatchObject({
      kind: 'token',
      name: 'Power BI',
      ownerName: secretary.name,
      state: 'active',
    });
    const path = `/api/v1/admin/integrations/tokens/${id}/revocation`;
    expect((await secretary.client.post(path)).status).toBe(403);
    expect((await admin.client.post(path)).status).toBe(204);
    expect((await ask(token, 'GET', `${base}/partners`)).status).toBe(401);
    expect((await admin.client.post(`/api/v1/admin/integrations/tokens/${newId()}/revocation`)).status).toBe(
      404,
    );
    // The function behind the list answers administrators only, whatever the code asks.
    const rows = await app.database.query(
      `select set_config('app.person', $1, false), (select count(*)::int from rygrad_installation_integrations()) as n`,
      [secretary.id],
    );
    expect(rows[0]).toMatchObject({ n: 0 });
  });

  it('are described in the published API', async () => {
    const { body } = await app.world.stranger.get<{
      components: { securitySchemes: Record<string, { scheme?: string }> };
      paths: Record<string, Record<string, { security?: unknown[] } & Record<string, unknown>>>;
    }>('/api/openapi.json');
    expect(body.components.securitySchemes['apiToken']).toMatchObject({ type: 'http', scheme: 'bearer' });
    const partners = body.paths['/api/v1/alliances/{allianceId}/partners']?.['get'];
    expect(partners?.['x-token-scope']).toBe('read:Partner');
    expect(partners?.security).toEqual([{ cookie: [] }, { apiToken: [] }]);
    expect(body.paths['/api/v1/me']?.['get']?.security).toBeUndefined();
  });

  it('cannot be guessed: unknown ones are refused, and soon not even looked at', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 40; n += 1)
      statuses.add((await ask(`ryg_${'x'.repeat(40)}${String(n)}`, 'GET', `${base}/partners`)).status);
    expect(statuses).toEqual(new Set([401, 429]));
  });
});
