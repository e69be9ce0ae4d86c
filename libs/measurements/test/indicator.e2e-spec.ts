import { AlliancesModule } from '#libs/alliances';
import type { IndicatorInput } from '#libs/api-schema';
import { FixedClock, newId } from '#libs/kernel';
import { eventually, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { derivedIndicator, manualIndicator } from './indicator.builder.js';
import { ReportedValuesModule } from './reported-values.source.js';

interface Problem {
  code: string;
  errors?: { field: string; message: string }[];
}
interface Series {
  points: { period: string; cell: Record<string, unknown>; known: unknown }[];
  current: Record<string, unknown> & { cell: Record<string, unknown> };
}
interface Reported {
  items: {
    period: string;
    state: string;
    figure: unknown;
    cell: unknown;
    version: number;
    sentBackReason: string;
  }[];
  awaited: string[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    modules: [AlliancesModule, ReportedValuesModule],
    clock: new FixedClock('2026-11-23T10:00:00Z'),
  });
});
afterAll(() => app.close());

async function world() {
  const alliance = await app.world.alliance();
  const school = await app.world.organisation(alliance.id, { kind: 'school' });
  const person = (role: 'secretariat' | 'member' | 'observer' | 'partner', organisationId?: string) =>
    app.world.person([
      { allianceId: alliance.id, role, ...(organisationId === undefined ? {} : { organisationId }) },
    ]);
  const secretariat = await person('secretariat');
  const base = `/api/v1/alliances/${alliance.id}`;
  const add = async (input: IndicatorInput) => {
    const answer = await secretariat.client.post<{ id: string }>(`${base}/indicators`, input);
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return answer.body.id;
  };
  return { alliance, school, person, secretariat, base, add };
}

const enter = (by: TestPerson, base: string, id: string, period: string, figure: unknown, ifMatch = 0) =>
  by.client.put<Reported & Problem>(
    `${base}/indicators/${id}/observations/${period}`,
    { figure },
    { ifMatch },
  );
const move = (
  by: TestPerson,
  base: string,
  id: string,
  period: string,
  step: string,
  ifMatch: number,
  reason = '',
) =>
  by.client.post<Reported & Problem>(
    `${base}/indicators/${id}/observations/${period}/steps`,
    { step, reason },
    { ifMatch },
  );
async function publish(by: TestPerson, base: string, id: string, period: string, figure: unknown) {
  expect((await enter(by, base, id, period, figure)).status).toBe(200);
  expect((await move(by, base, id, period, 'publish', 1)).status).toBe(200);
}

describe('a figure is reported', () => {
  it('by the responsible organisation, sent back with a reason, handed in again and published by the secretariat', async () => {
    const { school, person, secretariat, base, add } = await world();
    const teacher = await person('member', school.id);
    const id = await add(manualIndicator({ unit: 'number', responsibleOrganisationId: school.id }));
    expect((await enter(teacher, base, id, '2026-10', { kind: 'value', value: 9 })).status).toBe(200);
    expect((await move(teacher, base, id, '2026-10', 'submit', 1)).status).toBe(200);
    const back = await move(secretariat, base, id, '2026-10', 'send_back', 2, 'August mangler');
    expect(back.body.items[0]).toMatchObject({ state: 'sent_back', sentBackReason: 'August mangler' });
    const corrected = await enter(teacher, base, id, '2026-10', { kind: 'value', value: 12 }, 3);
    expect(corrected.body.items[0]).toMatchObject({ state: 'sent_back', version: 4 });
    await move(teacher, base, id, '2026-10', 'submit', 4);
    expect((await move(secretariat, base, id, '2026-10', 'publish', 5)).status).toBe(200);
    const { body } = await teacher.client.get<Series>(`${base}/indicators/${id}/series`);
    expect(body.points.map(({ period, cell }) => [period, cell['value']])).toEqual([['2026-10', 12]]);
    const revisions = await app.database.query<{ version: number; value: number; state: string }>(
      `select r.version, r.value, r.state from observation_revision r
       join observation o on o.id = r.observation_id where o.indicator_id = $1 order by r.version`,
      [id],
    );
    expect(revisions.map(({ value, state }) => [value, state])).toEqual([
      [9, 'draft'],
      [9, 'submitted'],
      [9, 'sent_back'],
      [12, 'sent_back'],
      [12, 'submitted'],
      [12, 'published'],
    ]);
  });

  it('and shown with its age, zero as zero, and progress by its direction', async () => {
    const { secretariat, person, base, add } = await world();
    const observer = await person('observer');
    const id = await add(
      manualIndicator({
        baselineValue: 12,
        baselinePeriod: '2025-12',
        targetValue: 6,
        targetBy: '2030-12-31',
      }),
    );
    await publish(secretariat, base, id, '2026-08', { kind: 'value', value: 0 });
    await publish(secretariat, base, id, '2026-10', { kind: 'value', value: 9 });
    const { body } = await observer.client.get<Series>(`${base}/indicators/${id}/series`);
    expect(body.points.map(({ period, cell }) => [period, cell['state'], cell['value']])).toEqual([
      ['2026-08', 'value', 0],
      ['2026-09', 'missing', undefined],
      ['2026-10', 'value', 9],
    ]);
    expect(body.current).toMatchObject({
      period: '2026-10',
      ageDays: 23,
      movement: 'setback',
      sinceBaseline: 'progress',
      towardsTarget: 50,
    });
  });

  it('is not shown before it is published, and its draft only to those who report', async () => {
    const { secretariat, person, base, add } = await world();
    const observer = await person('observer');
    const id = await add(manualIndicator());
    await enter(secretariat, base, id, '2026-10', { kind: 'value', value: 9 });
    const { body } = await observer.client.get<Series>(`${base}/indicators/${id}/series`);
    expect(body.points).toEqual([]);
    expect((await observer.client.get(`${base}/indicators/${id}/observations`)).status).toBe(403);
  });

  it('is refused when it does not fit, naming the field, and nothing is written', async () => {
    const { secretariat, base, add } = await world();
    const id = await add(manualIndicator());
    for (const [period, figure, code, field] of [
      ['2026-Q4', { kind: 'value', value: 9 }, 'measurements/wrong-period', 'period'],
      ['2027-01', { kind: 'value', value: 9 }, 'measurements/period-not-begun', 'period'],
      ['2026-10', { kind: 'value', value: 109 }, 'measurements/value-shape', 'figure.value'],
      [
        '2026-10',
        { kind: 'share', numerator: 3, denominator: 2 },
        'measurements/numerator-too-large',
        'figure.numerator',
      ],
      ['2026-10', { kind: 'value', value: 9, more: 1 }, 'platform/invalid-input', 'figure'],
    ] as const) {
      const answer = await enter(secretariat, base, id, period, figure);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([422, code, field]);
    }
    expect(await app.database.query('select from observation where indicator_id = $1', [id])).toEqual([]);
  });

  it('is refused by another organisation, and for a derived indicator', async () => {
    const { school, person, secretariat, base, add, alliance } = await world();
    const other = await app.world.organisation(alliance.id, { kind: 'school' });
    const stranger = await person('member', other.id);
    const id = await add(manualIndicator({ responsibleOrganisationId: school.id }));
    expect((await enter(stranger, base, id, '2026-10', { kind: 'value', value: 9 })).status).toBe(403);
    const derived = await add(derivedIndicator('test.reported-values'));
    const answer = await enter(secretariat, base, derived, '2026-10', { kind: 'value', value: 9 });
    expect([answer.status, answer.body.code]).toEqual([409, 'measurements/derived-not-reported']);
  });

  it('by two at once: one is kept, the other is told to load it again', async () => {
    const { secretariat, base, add } = await world();
    const id = await add(manualIndicator());
    const first = await Promise.all(
      [9, 10].map((value) => enter(secretariat, base, id, '2026-10', { kind: 'value', value })),
    );
    expect(first.map(({ status }) => status).sort()).toEqual([200, 412]);
    const second = await Promise.all(
      [11, 12].map((value) => enter(secretariat, base, id, '2026-10', { kind: 'value', value }, 1)),
    );
    expect(second.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('small numbers', () => {
  it('are hidden alike on page, in CSV and in XLSX, with the reason', async () => {
    const { secretariat, person, base, add } = await world();
    const observer = await person('observer');
    const id = await add(manualIndicator());
    await publish(secretariat, base, id, '2026-08', { kind: 'share', numerator: 30, denominator: 40 });
    await publish(secretariat, base, id, '2026-09', { kind: 'share', numerator: 37, denominator: 40 });
    await publish(secretariat, base, id, '2026-10', { kind: 'share', numerator: 0, denominator: 40 });
    const { body } = await observer.client.get<Series>(`${base}/indicators/${id}/series`);
    expect(body.points.map(({ cell }) => cell)).toEqual([
      { state: 'value', value: 75, numerator: 30, denominator: 40 },
      { state: 'suppressed', below: 5 },
      { state: 'value', value: 0, numerator: 0, denominator: 40 },
    ]);
    const csv = await observer.client.get(`${base}/indicators/${id}/series.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = csv.text.replace('\ufeff', '').trim().split('\r\n');
    expect(lines.map((line) => line.split(';').slice(0, 6).join(';'))).toEqual([
      'Periode;Status;Værdi;Enhed;Tæller;Nævner',
      '2026-08;Tal;75;procent;30;40',
      '2026-09;Skjult, under 5 personer;;procent;;',
      '2026-10;Tal;0;procent;0;40',
    ]);
    const xlsx = await fetch(`${app.url}${base}/indicators/${id}/series.xlsx`, {
      headers: { cookie: observer.cookie },
    });
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await xlsx.arrayBuffer());
    const sheet = workbook.worksheets[0];
    expect([2, 3, 4].map((row) => [sheet?.getCell(row, 2).value, sheet?.getCell(row, 3).value])).toEqual([
      ['Tal', 75],
      ['Skjult, under 5 personer', null],
      ['Tal', 0],
    ]);
    const list = await observer.client.get<{ items: { recent: { cell: unknown }[] }[] }>(
      `${base}/indicators`,
    );
    expect(list.body.items[0]?.recent.map(({ cell }) => cell)).toEqual(body.points.map(({ cell }) => cell));
  });

  it('are seen by the organisation that reports them and by nobody else, the secretariat included', async () => {
    const { school, person, secretariat, base, add } = await world();
    const teacher = await person('member', school.id);
    const id = await add(manualIndicator({ unit: 'people', responsibleOrganisationId: school.id }));
    await enter(teacher, base, id, '2026-10', { kind: 'value', value: 3 });
    const own = await teacher.client.get<Reported>(`${base}/indicators/${id}/observations`);
    expect(own.body.items[0]?.figure).toEqual({ kind: 'value', value: 3 });
    const theirs = await secretariat.client.get<Reported>(`${base}/indicators/${id}/observations`);
    expect(theirs.body.items[0]).toMatchObject({ figure: null, cell: { state: 'suppressed', below: 5 } });
  });

  it('may be drawn wider by the alliance, never narrower', async () => {
    const { secretariat, person, base, add } = await world();
    const member = await person('member');
    const id = await add(manualIndicator({ unit: 'people' }));
    await publish(secretariat, base, id, '2026-10', { kind: 'value', value: 8 });
    const narrow = await secretariat.client.put<Problem>(
      `${base}/disclosure-rule`,
      { suppressBelow: 4 },
      { ifMatch: 0 },
    );
    expect([narrow.status, narrow.body.errors?.[0]?.field]).toEqual([422, 'suppressBelow']);
    expect(
      (await member.client.put(`${base}/disclosure-rule`, { suppressBelow: 10 }, { ifMatch: 0 })).status,
    ).toBe(403);
    const wide = await Promise.all(
      [10, 12].map((suppressBelow) =>
        secretariat.client.put(`${base}/disclosure-rule`, { suppressBelow }, { ifMatch: 0 }),
      ),
    );
    expect(wide.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { body } = await member.client.get<Series>(`${base}/indicators/${id}/series`);
    expect(body.points[0]?.cell['state']).toBe('suppressed');
  });
});

describe('an indicator', () => {
  it('that is not published is unknown to partners and observers', async () => {
    const { secretariat, person, base, add } = await world();
    const id = await add(manualIndicator({ published: false }));
    for (const role of ['observer', 'partner'] as const) {
      const reader = await person(role);
      expect((await reader.client.get(`${base}/indicators/${id}`)).status).toBe(404);
      expect((await reader.client.get<{ total: number }>(`${base}/indicators`)).body.total).toBe(0);
    }
    const member = await person('member');
    expect((await member.client.get(`${base}/indicators/${id}`)).status).toBe(200);
    await secretariat.client.put(`${base}/indicators/${id}`, manualIndicator(), { ifMatch: 1 });
    const observer = await person('observer');
    expect((await observer.client.get(`${base}/indicators/${id}`)).status).toBe(200);
  });

  it('that is not published is no news to partners and observers, but to who is responsible for it', async () => {
    const { secretariat, person, base, add, school, alliance } = await world();
    const id = await add(manualIndicator({ published: false, responsibleOrganisationId: school.id }));
    await publish(secretariat, base, id, '2026-09', { kind: 'value', value: 3 });
    const people = { member: await person('member'), partner: await person('partner', school.id) };
    const others = [await person('observer'), await person('partner')];
    await eventually('it is sealed', async () => {
      const rows = await app.database.query(
        `select from event_seal where alliance_id = $1 and type = 'measurements.observation-published'`,
        [alliance.id],
      );
      return rows.length > 0;
    });
    const news = async ({ client }: TestPerson): Promise<string[]> => {
      const feed = await client.get<{ events: { type: string }[] }>(`${base}/feed?limit=50`);
      const history = await client.get<{ items: { type: string }[] }>(
        `${base}/audit?subject=indicator:${id}`,
      );
      const types = feed.body.events.map(({ type }) => type);
      expect(history.body.items.map(({ type }) => type).reverse()).toEqual(types);
      return types;
    };
    expect(await news(people.member)).toContain('measurements.observation-published');
    expect(await news(people.partner)).toEqual(['measurements.observation-published']);
    for (const other of others) expect(await news(other)).toEqual([]);
  });

  it('is refused when it contradicts itself or names an unknown calculation', async () => {
    const { secretariat, base, alliance } = await world();
    const elsewhere = await world();
    for (const [input, code, field] of [
      [derivedIndicator('no.such'), 'measurements/unknown-metric', 'metricKey'],
      [manualIndicator({ targetValue: 9 }), 'measurements/target-incomplete', 'targetBy'],
      [
        manualIndicator({ responsibleOrganisationId: elsewhere.school.id }),
        'measurements/organisation-unknown',
        'responsibleOrganisationId',
      ],
    ] as const) {
      const answer = await secretariat.client.post<Problem>(`${base}/indicators`, input);
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([422, code, field]);
    }
    expect(await app.database.query('select from indicator where alliance_id = $1', [alliance.id])).toEqual(
      [],
    );
  });

  it('keeps its unit once figures were reported, and one of two edits at once', async () => {
    const { secretariat, base, add } = await world();
    const id = await add(manualIndicator());
    await publish(secretariat, base, id, '2026-10', { kind: 'value', value: 9 });
    const unit = await secretariat.client.put<Problem>(
      `${base}/indicators/${id}`,
      manualIndicator({ unit: 'people' }),
      {
        ifMatch: 1,
      },
    );
    expect([unit.status, unit.body.code]).toEqual([409, 'measurements/source-fixed']);
    const edits = await Promise.all(
      ['Et', 'To'].map((name) =>
        secretariat.client.put(`${base}/indicators/${id}`, manualIndicator({ name }), { ifMatch: 1 }),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('of another alliance answers as one that does not exist', async () => {
    const here = await world();
    const elsewhere = await world();
    const foreign = await elsewhere.add(manualIndicator());
    const ask = async (id: string) => {
      const { client } = here.secretariat;
      const at = `${here.base}/indicators/${id}`;
      return [
        await client.get<Problem>(at),
        await client.get<Problem>(`${at}/series`),
        await client.get<Problem>(`${at}/series.csv`),
        await client.get<Problem>(`${at}/series.xlsx`),
        await client.get<Problem>(`${at}/observations`),
        await client.put<Problem>(at, manualIndicator(), { ifMatch: 1 }),
        await client.put<Problem>(
          `${at}/observations/2026-10`,
          { figure: { kind: 'value', value: 1 } },
          { ifMatch: 0 },
        ),
        await client.post<Problem>(`${at}/observations/2026-10/steps`, { step: 'publish' }, { ifMatch: 1 }),
      ].map(({ status, body }) => [status, body.code]);
    };
    const nothing = await ask(newId());
    expect(nothing).toEqual(Array.from({ length: 8 }, () => [404, 'platform/not-found']));
    expect(await ask(foreign)).toEqual(nothing);
  });
});
