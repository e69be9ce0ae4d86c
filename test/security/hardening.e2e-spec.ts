import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { scopesFor } from '#libs/api-schema';
import { ConfigError, Database, readConfig, sessionCookieName } from '#libs/platform';
import {
  connectSocket,
  createTestDatabase,
  startTestApp,
  TestClient,
  type TestApp,
  type TestDatabase,
  type TestPerson,
} from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { type Route, routesOf } from '../guards/routes.js';
import { addressOf } from './attempts.js';

const cutOffWithin = 2_000;

describe('every answer', () => {
  let app: TestApp;
  let routes: Route[];
  let allianceId: string;
  let person: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, settings: { ROLE: 'api', LOG_LEVEL: 'silent' } });
    routes = routesOf(app);
    allianceId = (await app.world.alliance()).id;
    const { id } = await app.world.organisation(allianceId, { kind: 'municipality' });
    person = await app.world.person(
      [
        { allianceId, role: 'secretariat' },
        { allianceId, role: 'caseworker', organisationId: id },
      ],
      { isAdmin: true },
    );
  });
  afterAll(() => app.close());

  it('carries the headers that keep browsers from harm, on good answers and on failures', async () => {
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const { headers } = await person.client.get(addressOf(route, allianceId, {}));
      const policy = headers.get('content-security-policy') ?? '';
      expect([route.name, headers.get('x-content-type-options')]).toEqual([route.name, 'nosniff']);
      expect([route.name, headers.get('referrer-policy')]).toEqual([
        route.name,
        expect.stringMatching(/^(same-origin|no-referrer)$/),
      ]);
      expect([route.name, policy]).toEqual([route.name, expect.stringContaining("default-src 'self'")]);
      expect([route.name, policy]).toEqual([route.name, expect.stringContaining("frame-ancestors 'none'")]);
      expect([route.name, policy]).toEqual([route.name, expect.not.stringContaining('unsafe')]);
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('may be kept by no browser when it is about people, oneself or the installation', async () => {
    const kept: string[] = [];
    for (const route of routes.filter(({ method, path }) => method === 'GET' && path !== '/metrics')) {
      const { access } = route;
      const open = access?.kind === 'allow' && scopesFor(access.action, access.subject).length > 0;
      const { headers } = await person.client.get(addressOf(route, allianceId, {}));
      const control = headers.get('cache-control') ?? '';
      if (control.includes('public') || control === '') kept.push(`${route.name}: ${control}`);
      if (!open && (!control.includes('no-store') || headers.has('etag')))
        kept.push(`${route.name}: ${control}`);
    }
    expect(kept).toEqual([]);
  });

  it('to a page of another site is a refusal, wherever something would be done', async () => {
    for (const origin of [
      'https://ondsindet.example',
      'null',
      app.url.replace('127.0.0.1', '127.0.0.1.example'),
    ])
      for (const route of routes.filter(({ method }) => method !== 'GET')) {
        const answer = await person.client.raw(route.method, addressOf(route, allianceId, {}), '{}', {
          headers: { origin, 'content-type': 'application/json' },
        });
        expect([route.name, answer.status]).toEqual([route.name, 403]);
      }
  });

  it('to whoever names another host is the same, and nothing of that name comes back', async () => {
    for (const path of ['/api/v1/me', '/docs', '/findes-ikke', '/api/openapi.json']) {
      const answer = await person.client.get<string>(path, { headers: { host: 'ondsindet.example' } });
      expect([...answer.headers].join() + answer.text).not.toContain('ondsindet');
    }
  });
});

describe('the session cookie', () => {
  it('behind https belongs to this host alone, and another name is not taken for it', async () => {
    const app = await startTestApp({
      modules: [],
      settings: { ROLE: 'api', PUBLIC_URL: 'https://rygrad.example', TRUST_PROXY: '1' },
    });
    try {
      const person = await app.world.person();
      const token = person.cookie.split('=')[1] ?? '';
      const me = (cookie: string) => new TestClient(app.url, cookie).get('/api/v1/me');
      expect((await me(`__Host-rygrad_session=${token}`)).status).toBe(200);
      expect((await me(`rygrad_session=${token}`)).status).toBe(401);
      const gone = await new TestClient(app.url, `__Host-rygrad_session=${token}`).post('/api/v1/sign-out');
      const [cookie = ''] = gone.headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-rygrad_session=;/);
      for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
        expect(cookie).toContain(attribute);
      expect(cookie).not.toContain('Domain');
      expect(sessionCookieName(true)).toBe('__Host-rygrad_session');
    } finally {
      await app.close();
    }
  });
});

describe('whoever may no longer be here', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    one = await startTestApp({ modules: domainModules, settings: { LOG_LEVEL: 'silent' } });
    other = await startTestApp({
      modules: domainModules,
      database: one.database,
      settings: { LOG_LEVEL: 'silent' },
    });
  });
  afterAll(async () => {
    await other.close();
    await one.close();
  });

  const ways: readonly (readonly [
    string,
    (who: TestPerson, admin: TestPerson, allianceId: string) => Promise<number>,
  ])[] = [
    ['signs out', async (who) => (await who.client.post('/api/v1/sign-out')).status],
    [
      'loses their place',
      async (who, admin, allianceId) => {
        const [row] = await one.database.query<{ id: string }>(
          'select id from alliance_member where person_id = $1 and alliance_id = $2',
          [who.id, allianceId],
        );
        return (await admin.client.delete(`/api/v1/alliances/${allianceId}/members/${row?.id ?? ''}`)).status;
      },
    ],
    [
      'has their access closed',
      async (who, admin) => (await admin.client.post(`/api/v1/admin/people/${who.id}/deactivate`, {})).status,
    ],
  ];

  it.each(ways)('is cut off everywhere within two seconds: %s', async (_what, end) => {
    const { id: allianceId } = await one.world.alliance();
    const who = await one.world.person([{ allianceId, role: 'observer' }]);
    const admin = await one.world.person([{ allianceId, role: 'secretariat' }], { isAdmin: true });
    const sockets = await Promise.all(
      [one, other].map(({ url }) => connectSocket(url, who.cookie, allianceId)),
    );
    const stays = await connectSocket(other.url, admin.cookie, allianceId);
    try {
      const gone = sockets.map(
        ({ socket }) =>
          new Promise<boolean>((resolve) => {
            const late = setTimeout(() => {
              resolve(false);
            }, cutOffWithin);
            socket.once('disconnect', () => {
              clearTimeout(late);
              resolve(true);
            });
          }),
      );
      expect(await end(who, admin, allianceId)).toBeLessThan(300);
      expect(await Promise.all(gone)).toEqual([true, true]);
      expect(stays.socket.connected).toBe(true);
      for (const { url } of [one, other]) {
        const asked = await new TestClient(url, who.cookie).get(`/api/v1/alliances/${allianceId}`);
        expect(asked.status).toBeGreaterThanOrEqual(401);
        await expect(connectSocket(url, who.cookie, allianceId)).rejects.toThrow('platform/');
      }
    } finally {
      for (const socket of [...sockets, stays]) socket.close();
    }
  });
});

describe('the start', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const connect = async (url: string): Promise<string> => {
    const config = readConfig({ DATABASE_URL: url, MIGRATION_DATABASE_URL: database.ownerUrl });
    const started = new Database(config);
    try {
      await started.connect();
      return 'started';
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message;
    } finally {
      await started.onApplicationShutdown();
    }
  };

  const asAdmin = async (sql: string): Promise<void> => {
    const url = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    url.pathname = new URL(database.ownerUrl).pathname;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };

  it('is refused to a superuser, to the owner of the tables, to whoever may bypass or become one of them', async () => {
    const admin = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    admin.pathname = new URL(database.ownerUrl).pathname;
    expect(await connect(database.appUrl)).toBe('started');
    expect(await connect(admin.href)).toContain('superuser');
    expect(await connect(database.ownerUrl)).toContain('rygrad_owner');
    const word = randomBytes(6).toString('hex');
    const roles = { bypasser: `bypassrls`, climber: `noinherit in role rygrad_owner`, maker: 'createrole' };
    for (const [name, attributes] of Object.entries(roles)) {
      const role = `${name}_${word}`;
      const url = new URL(database.appUrl);
      url.username = role;
      url.password = word;
      await asAdmin(`create role ${role} login password '${word}' ${attributes}`);
      try {
        const refusal = await connect(url.href);
        expect([name, refusal]).toEqual([name, expect.stringContaining('row-level security')]);
        expect(refusal).not.toContain(word + '@');
      } finally {
        await asAdmin(`drop role ${role}`);
      }
    }
  });

  it('is refused on a table whose rows are not held apart', async () => {
    await asAdmin('alter table contract no force row level security');
    expect(await connect(database.appUrl)).toContain('contract');
    await asAdmin('alter table contract force row level security');
    expect(await connect(database.appUrl)).toBe('started');
  });

  const good = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgresql://rygrad_app:q7Jm2vXc90Lz@db/rygrad',
    MIGRATION_DATABASE_URL: 'postgresql://rygrad_owner:T5bN8kWe31Ya@db/rygrad',
    PUBLIC_URL: 'https://rygrad.example',
    TRUST_PROXY: '1',
    SECRET_KEY: randomBytes(32).toString('base64'),
  };

  it('in production is refused with development secrets, known passwords and without TLS in front', () => {
    expect(readConfig(good).NODE_ENV).toBe('production');
    const bad: readonly (readonly [string, string])[] = [
      ['SECRET_KEY', ''],
      ['SECRET_KEY', Buffer.alloc(32).toString('base64')],
      ['SECRET_KEY', Buffer.alloc(32, 'abcdefgh').toString('base64')],
      ['SECRET_KEY', Buffer.from('en hemmelighed på toogtredive by').subarray(0, 32).toString('base64')],
      ['SECRET_KEYS_OLD', Buffer.alloc(32, 1).toString('base64')],
      ['DATABASE_URL', 'postgresql://rygrad_app:rygrad_app@db/rygrad'],
      ['DATABASE_URL', 'postgresql://rygrad_app@db/rygrad'],
      ['MIGRATION_DATABASE_URL', 'postgresql://rygrad_owner:postgres@db/rygrad'],
      ['PUBLIC_URL', 'http://rygrad.example'],
      ['PUBLIC_URL', ''],
      ['TRUST_PROXY', 'false'],
      ['LOG_LEVEL', 'debug'],
    ];
    for (const [name, value] of bad) {
      const start = (): unknown => readConfig({ ...good, [name]: value });
      expect(start).toThrow(ConfigError);
      expect(start).toThrow(name);
      if (value.length > 12 && /KEY|DATABASE/.test(name)) expect(start).not.toThrow(value);
    }
    // The development certificate: libs/platform/src/sealing/seal.spec.ts.
  });
});
