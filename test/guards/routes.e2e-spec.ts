import { startTestApp, type TestAnswer, type TestApp } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { addressOf } from '../security/attempts.js';
import { type Expectation, expectations } from './expectations.js';
import { type Route, routesOf } from './routes.js';
import { sampleOf } from './sample.js';

/** Bodies of others' specifications: OpenID Connect Back-Channel Logout 1.0 (2.5) has what is not known ignored. */
const takesMore = new Set(['POST /api/v1/sign-in/providers/:providerId/back-channel-logout']);

describe('every route of the router', () => {
  let app: TestApp;
  let routes: Route[];
  let own: string;

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules });
    routes = routesOf(app);
    own = (await app.world.alliance()).id;
  });
  afterAll(() => app.close());

  it('has an expectation, and nothing else has', () => {
    expect(routes.length).toBeGreaterThan(100);
    expect(routes.map((route) => route.name).sort()).toEqual(Object.keys(expectations).sort());
  });

  it('says itself how it is guarded, as expected', () => {
    for (const route of routes) {
      const expected: Expectation | undefined = expectations[route.name];
      const kind = route.access?.kind;
      expect([route.name, typeof expected === 'string' ? expected : 'allow']).toEqual([route.name, kind]);
    }
  });

  // What each route answers whom, at things of one's own, of others and of nobody: test/security/borders.

  it('refuses unknown keys, malformed and oversize bodies by name, and half-writes nothing', async () => {
    const municipality = await app.world.organisation(own, { kind: 'municipality' });
    const secretary = await app.world.person([{ allianceId: own, role: 'secretariat' }]);
    const caseworker = await app.world.person([
      { allianceId: own, role: 'caseworker', organisationId: municipality.id },
    ]);
    const before = await rowCounts();
    const withBody = routes.filter((route) => route.body !== undefined && route.path.startsWith('/api/'));
    expect(withBody.length).toBeGreaterThan(40);
    for (const route of withBody) {
      const expected = expectations[route.name];
      const person = Array.isArray(expected) && !expected.includes('S') ? caseworker : secretary;
      if (expected === 'admin' || route.body === undefined) continue;
      const to = addressOf(route, own, {});
      const send = (body: string): Promise<TestAnswer<{ code?: string; errors?: { field: string }[] }>> =>
        person.client.raw(route.method, to, body, {
          headers: { 'content-type': 'application/json', 'if-match': '"1"' },
        }) as Promise<TestAnswer<{ code?: string; errors?: { field: string }[] }>>;
      const unknown = await send(JSON.stringify({ ...sampleOf(route.body), unheardOf: 1 }));
      const names = takesMore.has(route.name)
        ? undefined
        : (expect.arrayContaining(['unheardOf']) as string[]);
      expect([route.name, unknown.status]).toEqual([route.name, names === undefined ? 404 : 422]);
      expect([route.name, unknown.body.errors?.map(({ field }) => field)]).toEqual([route.name, names]);
      expect([route.name, (await send('{"name": ')).status]).toEqual([route.name, 400]);
      expect([route.name, (await send('[1, 2]')).status]).toEqual([route.name, 422]);
      expect([route.name, (await send(JSON.stringify({ name: 'x'.repeat(1_100_000) }))).status]).toEqual([
        route.name,
        413,
      ]);
    }
    expect(await rowCounts()).toEqual(before);
  });

  async function rowCounts(): Promise<Record<string, number>> {
    const tables = await app.database.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname not in ('event_seal', 'job', 'idempotency') order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables)
      counts[name] =
        (await app.database.query<{ n: number }>(`select count(*)::int as n from ${name}`))[0]?.n ?? -1;
    return counts;
  }
});
