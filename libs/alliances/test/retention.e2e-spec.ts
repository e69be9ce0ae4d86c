import { FixedClock, newId } from '#libs/kernel';
import { Retention, RetentionRules } from '#libs/platform';
import { eventually, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { AlliancesModule } from '../src/index.js';

interface Rules {
  nextRunAt: string;
  items: {
    name: string;
    months: number;
    version: number;
    lastRun: { rows: number } | null;
    rowsInAll: number;
  }[];
}

const clock = new FixedClock('2026-12-01T01:00:00Z');
const name = 'spec.contacts';
let dies = false;

describe('the rules of retention', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule], clock });
    app.get(RetentionRules).register({
      name,
      explains: { da: 'Slettes, når de er for gamle.', en: 'Erased when they are too old.' },
      defaultMonths: 24,
      shortestMonths: 12,
      longestMonths: 60,
      apply: async (tx, before, { erase }) => {
        const old = await tx.query<{ id: string }>(
          'select id from contact_person where alliance_id = $1 and created_at < $2',
          [tx.allianceId, before],
        );
        for (const { id } of old) await erase({ kind: 'contact-person', id });
        if (dies) await tx.query('select pg_terminate_backend(pg_backend_pid())');
        return { rows: old.length };
      },
    });
  });

  afterAll(() => app.close());

  async function world(): Promise<{ id: string; secretary: TestPerson; path: string }> {
    const { id } = await app.world.alliance();
    const secretary = await app.world.person([{ allianceId: id, role: 'secretariat' }]);
    for (const created of ['2024-11-30', '2024-12-02', '2025-06-01', '2026-06-01']) {
      const organisation = await app.world.organisation(id);
      await app.database.query(
        `update contact_person set created_at = ($2 || 'T12:00:00Z')::timestamptz where organisation_id = $1`,
        [organisation.id, created],
      );
    }
    return { id, secretary, path: `/api/v1/alliances/${id}/retention` };
  }

  const contacts = async (allianceId: string): Promise<number> =>
    (await app.database.query('select id from contact_person where alliance_id = $1', [allianceId])).length;

  const ruleOf = async (person: TestPerson, path: string): Promise<Rules['items'][number] | undefined> =>
    (await person.client.get<Rules>(path)).body.items.find((rule) => rule.name === name);

  it('run by themselves once a day, and say what they did', async () => {
    const { id, secretary, path } = await world();
    const before = await secretary.client.get<Rules>(path);
    expect(before.body.nextRunAt).toBe('2026-12-01T02:30:00.000Z');
    expect(before.body.items.map((rule) => rule.name)).toEqual([
      'alliances.ended-invitations',
      'platform.access-log',
      name,
    ]);
    await app.get(Retention).leaveJobs(clock.now());
    expect(await contacts(id)).toBe(4);
    clock.setTo('2026-12-01T02:31:00Z');
    await eventually('the run', async () => (await ruleOf(secretary, path))?.lastRun !== null);
    expect(await ruleOf(secretary, path)).toMatchObject({ months: 24, lastRun: { rows: 1 }, rowsInAll: 1 });
    expect(await contacts(id)).toBe(3);
    const list = await secretary.client.get<{ items: { reason: string; kind: string }[] }>(
      `/api/v1/alliances/${id}/erasures`,
    );
    expect(list.body.items).toMatchObject([{ reason: 'retention', kind: 'contact-person' }]);
    const told = await app.database.query(
      `select payload from event where alliance_id = $1 and type = 'person-data.retention-ran'`,
      [id],
    );
    expect(told).toEqual([{ payload: { rule: name, rows: 1 } }]);
  });

  it('run once a day, however often and however many at once begin', async () => {
    const { id, secretary, path } = await world();
    await Promise.all([1, 2, 3, 4].map(() => app.get(Retention).run(id, name, '2026-12-01')));
    await app.get(Retention).run(id, name, '2026-12-01');
    expect(await ruleOf(secretary, path)).toMatchObject({ lastRun: { rows: 1 }, rowsInAll: 1 });
    expect(await contacts(id)).toBe(3);
  });

  it('take nothing and report nothing when they die half way, and all of it the next time', async () => {
    const { id, secretary, path } = await world();
    dies = true;
    await expect(app.get(Retention).run(id, name, '2026-12-01')).rejects.toThrow();
    dies = false;
    expect([await contacts(id), (await ruleOf(secretary, path))?.lastRun]).toEqual([4, null]);
    await app.get(Retention).run(id, name, '2026-12-01');
    expect([await contacts(id), (await ruleOf(secretary, path))?.lastRun?.rows]).toEqual([3, 1]);
  });

  it('say before a change how much would go, and take nothing', async () => {
    const { id, secretary, path } = await world();
    const counted = await secretary.client.get<{ rows: number; before: string }>(
      `${path}/${name}/preview?months=12`,
    );
    expect(counted.body).toEqual({ rows: 3, before: '2025-11-30T23:00:00.000Z' });
    expect(await contacts(id)).toBe(4);
    expect(await app.database.query('select id from erasure where alliance_id = $1', [id])).toEqual([]);
    const changed = await secretary.client.put<Rules>(`${path}/${name}`, { months: 12 }, { ifMatch: 0 });
    expect(changed.status).toBe(200);
    await app.get(Retention).run(id, name, '2026-12-01');
    expect(await contacts(id)).toBe(1);
  });

  it('are changed within their bounds, by the secretariat, and not over somebody else’s change', async () => {
    const { id, secretary, path } = await world();
    const caseworker = await app.world.person([{ allianceId: id, role: 'caseworker' }]);
    const observer = await app.world.person([{ allianceId: id, role: 'observer' }]);
    const foreign = await world();
    const change = (person: TestPerson, months: number, ifMatch: number, rule = name) =>
      person.client.put<{ code: string }>(`${path}/${rule}`, { months }, { ifMatch });
    expect((await change(secretary, 11, 0)).body.code).toBe('person-data/months-out-of-bounds');
    expect((await change(secretary, 61, 0)).body.code).toBe('person-data/months-out-of-bounds');
    expect((await change(secretary, 30, 0, 'spec.unknown')).status).toBe(404);
    expect((await change(caseworker, 30, 0)).status).toBe(403);
    expect((await change(foreign.secretary, 30, 0)).status).toBe(404);
    expect((await observer.client.get(path)).status).toBe(403);
    expect((await caseworker.client.get(path)).status).toBe(200);
    const answers = await Promise.all([change(secretary, 30, 0), change(secretary, 36, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const first = await ruleOf(secretary, path);
    expect((await change(secretary, 40, first?.version ?? 0)).status).toBe(200);
    expect((await change(secretary, 41, first?.version ?? 0)).status).toBe(412);
    expect(await ruleOf(secretary, path)).toMatchObject({ months: 40, version: 2 });
    expect((await ruleOf(foreign.secretary, foreign.path))?.months).toBe(24);
  });

  it('forget who has seen what after years, and never less than two', async () => {
    const { id } = await world();
    for (const seen of ['4 years 11 months', '5 years 2 months', '1 month'])
      await app.database.query(
        `insert into access_log (id, alliance_id, subject_kind, subject_id, actor_kind, purpose, occurred_at)
         values ($1, $2, 'participant', $1, 'system', 'spec', $3::timestamptz - $4::interval)`,
        [newId(), id, clock.now(), seen],
      );
    await app.get(Retention).run(id, 'platform.access-log', '2026-12-01');
    expect(await app.database.query('select id from access_log where alliance_id = $1', [id])).toHaveLength(
      2,
    );
    const counted = await app.database.query<{ n: string }>(
      `select rygrad_forget_access_log($1, now()) as n`,
      [id],
    );
    expect(counted).toEqual([{ n: '0' }]);
  });
});
