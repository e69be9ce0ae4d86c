import pg from 'pg';
import { Notifications } from '#libs/platform';
import { eventually, startTestApp, type TestApp } from '#libs/testing';

describe('hints between processes', () => {
  let app: TestApp;
  const heard: string[] = [];

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
    await app.get(Notifications).listen('spec', (payload) => heard.push(payload));
  });

  afterAll(() => app.close());

  it('come through, the same one once', async () => {
    for (const payload of ['a', 'a', 'b']) app.get(Notifications).hint('spec', payload);
    await eventually('both are heard', () => Promise.resolve(heard.length >= 2));
    expect(heard.sort()).toEqual(['a', 'b']);
  });

  it('come through again after the connection was cut, and say that something may be missing', async () => {
    heard.length = 0;
    const admin = new pg.Client({ connectionString: process.env['TEST_DATABASE_ADMIN_URL'] });
    await admin.connect();
    const listening = async (): Promise<number[]> => {
      const { rows } = await admin.query<{ pid: number }>(
        `select pid from pg_stat_activity where application_name = 'rygrad-listen' and datname = $1`,
        [new URL(app.database.appUrl).pathname.slice(1)],
      );
      return rows.map((row) => row.pid);
    };
    await admin.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [await listening()]);
    await eventually('everybody is told to look at everything', () => Promise.resolve(heard.includes('')));
    app.get(Notifications).hint('spec', 'after');
    await eventually('a hint comes through', () => Promise.resolve(heard.includes('after')));
    expect(await listening()).toHaveLength(1);
    await admin.end();
  });
});
