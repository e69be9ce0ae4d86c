import { queueTitles, retentionTitles } from '#libs/api-schema';
import { FixedClock } from '#libs/kernel';
import { JobRegistry, Retention, RetentionRules } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { morning, well } from './cast.js';

interface Listed<T> {
  items: T[];
  total: number;
}
interface Series {
  points: { period: string; preliminary: boolean; cell: { state: string; value?: number } }[];
}

describe('the example alliance with all modules', () => {
  let app: TestApp;
  let admin: TestPerson;
  let id: string;

  const load = async (): Promise<string> =>
    well(
      await admin.client.post<{ id: string }>('/api/v1/example-alliances', { example: 'ungegarantien' }),
      201,
    ).id;

  const get = async <T>(path: string): Promise<T> =>
    well(await admin.client.get<T>(`/api/v1/alliances/${id}/${path}`), 200);

  const leftIn = async (allianceId: string): Promise<string[]> => {
    const tables = await app.database.query<{ name: string }>(
      `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'alliance_id' and table_type = 'BASE TABLE'`,
    );
    const left: string[] = [];
    for (const { name } of tables) {
      const rows = await app.database.query(`select from ${name} where alliance_id = $1 limit 1`, [
        allianceId,
      ]);
      if (rows.length > 0) left.push(name);
    }
    return left;
  };

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, clock: new FixedClock(morning) });
    admin = await app.world.person([], { isAdmin: true });
    id = await load();
  });

  afterAll(() => app.close());

  it('has partners, and contracts in every state worth following', async () => {
    expect((await get<Listed<unknown>>('partners?limit=1')).total).toBeGreaterThan(200);
    const of = async (status: string): Promise<number> =>
      (await get<Listed<unknown>>(`contracts?status=${status}&limit=1`)).total;
    expect(await of('active')).toBe(150);
    expect(await of('signed')).toBe(12);
    expect(await of('sent')).toBe(18);
    expect(await of('expired,ended')).toBe(8);
    const [active] = (await get<Listed<{ id: string }>>('contracts?status=active&limit=1')).items;
    const contract = await get<{ signatures: { side: string }[]; document: string; startsOn: string }>(
      `contracts/${active?.id ?? ''}`,
    );
    expect(contract.signatures.map(({ side }) => side)).toEqual(['partner', 'secretariat']);
    // Nobody signed anything, so there is no sealed document and none is said to be on its way.
    expect(contract.document).toBe('none');
  });

  it('has nine open enquiries, three of them late, and most promises kept', async () => {
    const open = await get<Listed<{ id: string; timing: string }>>('enquiries?open=yes');
    expect(open.total).toBe(9);
    expect(open.items.filter(({ timing }) => timing !== 'in-time')).toHaveLength(3);
    const { alliance } = await get<{ alliance: { kept: number; counted: number } }>('promise-rates');
    expect(alliance.kept / alliance.counted).toBeGreaterThan(0.7);
    expect(alliance.kept / alliance.counted).toBeLessThan(0.95);
    for (const { id: enquiryId } of open.items) {
      const chain = await get<{ steps: unknown[] }>(`enquiries/${enquiryId}`);
      expect(chain.steps.length).toBeGreaterThan(0);
      await get(`enquiries/${enquiryId}/person`);
    }
  });

  it('has every queue called something a person understands', () => {
    const queues = app.get(JobRegistry).all();
    expect(Object.keys(queueTitles).sort()).toEqual(queues.map(({ name }) => name).sort());
  });

  it('leaves the rules of retention nothing to do in its first night', async () => {
    const retention = app.get(Retention);
    const rules = app.get(RetentionRules).all();
    expect(Object.keys(retentionTitles).sort()).toEqual(rules.map(({ name }) => name).sort());
    for (const rule of rules)
      expect([rule.name, await retention.preview(id, rule, rule.defaultMonths)]).toMatchObject([
        rule.name,
        { rows: 0 },
      ]);
  });

  it('has pseudonymous young people, some of whom are to be looked up again', async () => {
    const all = await get<Listed<{ id: string; pseudonym: string }>>('participants?limit=1');
    expect(all.total).toBe(300);
    expect(all.items[0]?.pseudonym).toMatch(/^UNG-\d{5}$/);
    const due = (await get<Listed<unknown>>('participants?review=due&limit=1')).total;
    expect(due).toBeGreaterThan(5);
    expect(due).toBeLessThan(80);
    const one = await get<{ spells: unknown[] }>(`participants/${all.items[0]?.id ?? ''}`);
    expect(one.spells.length).toBeGreaterThan(0);
  });

  it('has curves that say what counting anew says, and that rise or fall as they should', async () => {
    const indicators = (await get<Listed<{ id: string; name: string }>>('indicators')).items;
    const series = async (name: string): Promise<Series['points']> =>
      (await get<Series>(`indicators/${indicators.find((one) => one.name === name)?.id ?? ''}/series`))
        .points;
    const live = await app.database.query<{ month: string; percent: number }>(
      `select month, (round(1000.0 * sum(people) filter (where confirmed and class = 'positive')
         / sum(people) filter (where confirmed and class <> 'unknown')) / 10)::float as percent
       from participants_destination_month where alliance_id = $1 group by month order by month`,
      [id],
    );
    const positive = await series('Unge med en positiv destination');
    expect(positive.filter(({ cell }) => cell.state === 'value').length).toBeGreaterThanOrEqual(14);
    for (const { period, cell } of positive)
      if (cell.state === 'value')
        expect([period, cell.value]).toEqual([period, live.find(({ month }) => month === period)?.percent]);
    const values = positive.map(({ cell }) => cell.value ?? 0);
    expect(values.at(-1)).toBeGreaterThan((values[1] ?? 0) + 6);
    const promises = await app.database.query<{ month: string; percent: number }>(
      `select month, (round(1000.0 * count(*) filter (where kept) / count(*)) / 10)::float as percent
       from partner_contracts_promise where alliance_id = $1 and counted group by month`,
      [id],
    );
    const kept = (await series('Holdte løfter')).filter(({ cell }) => cell.state === 'value');
    expect(kept.length).toBeGreaterThanOrEqual(8);
    for (const { period, cell } of kept.slice(0, -1))
      expect([period, cell.value]).toEqual([period, promises.find(({ month }) => month === period)?.percent]);
    const outside = await series('Unge uden for job og uddannelse');
    expect(outside.map(({ cell }) => cell.state)).toContain('missing');
    const states = (await series('Unge under radaren, som fik en plan')).map(({ cell }) => cell.state);
    expect(states).toContain('suppressed');
  });

  it('has an agenda in force whose outcomes are followed by indicators, an older one and a draft', async () => {
    const { inForceId, openId, versions } = await get<{
      inForceId: string;
      openId: string;
      versions: unknown[];
    }>('agenda');
    expect(versions).toHaveLength(3);
    const inForce = await get<{
      tally: { concern: number; consent: number };
      content: { outcomes: { indicatorId: string }[]; contributions: unknown[] };
      indicatorNames: Record<string, string>;
    }>(`agenda/versions/${inForceId}`);
    expect(inForce.tally).toMatchObject({ concern: 2, awaited: 1 });
    expect(inForce.content.contributions).toHaveLength(12);
    expect(Object.keys(inForce.indicatorNames)).toHaveLength(3);
    const { changes } = await get<{ changes: unknown[] }>(
      `agenda/versions/${openId}/difference?from=${inForceId}`,
    );
    expect(changes).toHaveLength(2);
  });

  it('has initiatives on every stage, each serving an outcome', async () => {
    const { items } = await get<
      Listed<{
        id: string;
        stage: string;
        reviewOverdue: boolean;
        outcomeTitle: string | null;
        learned: string;
      }>
    >('initiatives');
    expect(new Set(items.map(({ stage }) => stage)).size).toBe(6);
    expect(items.filter(({ reviewOverdue }) => reviewOverdue)).toHaveLength(1);
    for (const { id: initiativeId, stage, outcomeTitle, learned } of items) {
      expect(outcomeTitle).not.toBeNull();
      expect(learned !== '').toBe(stage === 'closed');
      await get(`initiatives/${initiativeId}`);
    }
  });

  it('has held meetings with decisions and minutes, and actions that are done, overdue and open', async () => {
    const meetings = await get<Listed<{ id: string; state: string }>>('meetings');
    const states = meetings.items.map(({ state }) => state).sort();
    expect(states).toEqual(['closed', 'minutes-approved', 'minutes-approved', 'planned']);
    for (const { id: meetingId, state } of meetings.items) {
      await get(`meetings/${meetingId}`);
      const minutes = await get<{ items: { decisions: unknown[] }[]; attendance: unknown[] }>(
        `meetings/${meetingId}/minutes`,
      );
      expect(minutes.attendance.length > 0).toBe(state !== 'planned');
      expect(minutes.items.some(({ decisions }) => decisions.length > 0)).toBe(state !== 'planned');
      await get(`meetings/${meetingId}/room`);
    }
    const shown = async (show: string): Promise<number> =>
      (await get<Listed<unknown>>(`meeting-actions?show=${show}`)).total;
    expect([await shown('done'), await shown('overdue'), await shown('open')]).toEqual([2, 2, 5]);
  });

  it('tells its founder what waits for them, and mails nobody', async () => {
    well(await admin.client.post(`/api/v1/alliances/${id}/reminders/scan`, {}), 200);
    const overview = await get<{ due: { kind: string }[]; changes: unknown[] }>('overview');
    expect(overview.due.map(({ kind }) => kind)).toContain('meetings.action-overdue');
    expect(overview.changes.length).toBeGreaterThan(10);
    const { items } = await get<Listed<unknown>>('deliveries');
    expect(items).toEqual([]);
  });

  it('is gone with one click from every module, and can be had again', async () => {
    expect((await admin.client.delete(`/api/v1/alliances/${id}/example`)).status).toBe(204);
    expect(await leftIn(id)).toEqual([]);
    id = await load();
  });
});
