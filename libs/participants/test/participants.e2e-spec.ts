import type {
  LogDestination,
  ParticipantDetail,
  ParticipantRow,
  RegisterParticipant,
} from '#libs/api-schema';
import type { FixedClock } from '#libs/kernel';
import { MetricSources } from '#libs/measurements';
import { systemActor, UnitOfWork } from '#libs/platform';
import type { TestApp } from '#libs/testing';
import { LogDestinations } from '../src/index.js';
import {
  monday,
  type ParticipantWorld,
  participantWorld,
  register as registerIn,
  startParticipantApp,
  young,
} from './participant.world.js';

let app: TestApp;
let clock: FixedClock;
let world: ParticipantWorld;

beforeAll(async () => {
  ({ app, clock } = await startParticipantApp());
});
afterAll(() => app.close());
beforeEach(async () => {
  clock.setTo(monday);
  world = await participantWorld(app);
});

const path = (rest: string) => world.path(rest);
const destination = (typeKey: string, from: string, more: Partial<LogDestination> = {}): LogDestination => ({
  typeKey,
  from,
  source: 'young-person',
  confidence: 'certain',
  beside: false,
  ...more,
});
const register = (pseudonym = 'UNG-00001') => registerIn(app, world, pseudonym);
const show = async (id: string, by = world.caseworker) =>
  (await by.client.get<ParticipantDetail>(path(`participants/${id}`))).body;
const logOne = (id: string, body: LogDestination, by = world.caseworker) =>
  by.client.post<{ id: string; code?: string; ended: unknown[] }>(
    path(`participants/${id}/destinations`),
    body,
  );

describe('a caseworker registers a young person', () => {
  it('under the municipality’s own id, found again by its beginning', async () => {
    const { status, body } = await world.caseworker.client.post<{ id: string }>(
      path('participants'),
      young('ung-00042'),
    );
    expect(status).toBe(201);
    const found = await world.colleague.client.get<{ items: ParticipantRow[] }>(
      path('participants?q=ung-000'),
    );
    expect(found.body.items).toMatchObject([
      { id: body.id, pseudonym: 'UNG-00042', consent: 'in-force', ageBand: '18-24', current: null },
    ]);
  });

  it('not with a CPR number, not twice, not without a consent that lasts', async () => {
    await register('UNG-00001');
    const post = async (given: RegisterParticipant) => {
      const { status, body } = await world.caseworker.client.post<{ code: string }>(
        path('participants'),
        given,
      );
      return [status, body.code];
    };
    for (const cpr of ['010108-1234', '0101081234', '010108/1234', '01.01.08-1234', '010108_1234'])
      expect(await post(young(cpr))).toEqual([422, 'platform/invalid-input']);
    expect(await post(young('UNG-00001'))).toEqual([409, 'participants/pseudonym-taken']);
    const { consent } = young('x');
    expect(await post({ ...young('UNG-00002'), consent: { ...consent, expiresOn: '2025-01-01' } })).toEqual([
      422,
      'participants/consent-ends-before-start',
    ]);
  });

  it('and changes what is known; a colleague’s older version is refused', async () => {
    const id = await register();
    const { birthYear, outlook, insight, skills } = young('UNG-00001');
    const changes = { birthYear, outlook, insight, skills, school: 'Hjørring Gymnasium' };
    expect(
      (await world.caseworker.client.put(path(`participants/${id}`), changes, { ifMatch: 1 })).status,
    ).toBe(204);
    expect(
      (await world.colleague.client.put(path(`participants/${id}`), changes, { ifMatch: 1 })).status,
    ).toBe(412);
    expect(await show(id)).toMatchObject({ facts: { school: 'Hjørring Gymnasium' }, version: 2 });
  });
});

describe('only the caseworkers of the own organisation', () => {
  it('see a participant; for all others none exists', async () => {
    const id = await register();
    const elsewhere = await participantWorld(app);
    expect((await world.school.client.get(path(`participants/${id}`))).status).toBe(404);
    expect((await logOne(id, destination('eud', '2026-08-10'), world.school)).status).toBe(404);
    expect((await elsewhere.caseworker.client.get(path(`participants/${id}`))).status).toBe(404);
    expect((await world.secretary.client.get(path(`participants/${id}`))).status).toBe(403);
    expect((await world.school.client.get<{ total: number }>(path('participants'))).body.total).toBe(0);
    const rows = await app
      .get(UnitOfWork)
      .readAs(world.secretary.actor(world.allianceId), (tx) => tx.query('select from participant'));
    expect(rows).toEqual([]);
  });

  it('and each reading leaves a line in the access log, in lists too', async () => {
    const id = await register();
    await show(id);
    await world.colleague.client.get(path('participants?q=UNG'));
    const reads = await app.database.query<{ purpose: string; actor_id: string }>(
      `select purpose, actor_id from access_log where subject_id = $1 order by id`,
      [id],
    );
    expect(reads).toEqual([
      { purpose: 'register', actor_id: world.caseworker.id },
      { purpose: 'detail', actor_id: world.caseworker.id },
      { purpose: 'list', actor_id: world.colleague.id },
    ]);
  });
});

describe('a destination', () => {
  it('is logged, ends the open one the day before, and plans its confirmation', async () => {
    const id = await register();
    await logOne(id, destination('seeking', '2026-06-01'));
    const { status, body } = await logOne(id, destination('apprenticeship', '2026-11-01'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      nextReviewOn: '2027-02-01',
      ended: [{ typeKey: 'seeking', to: '2026-10-31' }],
    });
    const detail = await show(id);
    expect(detail.spells.map(({ typeDa, to, standing }) => [typeDa, to, standing])).toEqual([
      ['Læreplads', null, 'current'],
      ['Aktivt søgende', '2026-10-31', 'past'],
    ]);
    expect(detail.years).toMatchObject([{ year: 2026, typeKey: 'seeking', days: 153 }]);
  });

  it('decays to unconfirmed past its review date, until it is confirmed', async () => {
    const id = await register();
    const { body } = await logOne(id, destination('eud', '2026-08-25'));
    clock.setTo('2026-11-26T09:00:00Z');
    const row = async () =>
      (await world.caseworker.client.get<{ items: ParticipantRow[] }>(path('participants?review=due'))).body
        .items;
    expect(await row()).toMatchObject([{ current: { standing: 'unconfirmed' } }]);
    const confirmed = await world.caseworker.client.post(path(`destinations/${body.id}/confirm`), {
      source: 'school',
    });
    expect(confirmed.status).toBe(204);
    expect((await show(id)).spells[0]).toMatchObject({ standing: 'current', nextReviewOn: '2027-02-25' });
    expect(await row()).toEqual([]);
    const history = await app.database.query<{ source: string }>(
      'select source from destination_confirmation where spell_id = $1 order by id',
      [body.id],
    );
    expect(history.map(({ source }) => source)).toEqual(['young-person', 'school']);
  });

  it('is taken back with a reason and stays on record', async () => {
    const id = await register();
    const { body } = await logOne(id, destination('eud', '2026-11-01'));
    const retract = () =>
      world.caseworker.client.post(path(`destinations/${body.id}/retract`), { reason: 'Forkert ung' });
    expect((await retract()).status).toBe(204);
    expect((await retract()).status).toBe(404);
    expect((await show(id)).spells[0]?.retracted).toMatchObject({ reason: 'Forkert ung' });
    expect((await logOne(id, destination('eud', '2026-11-01'))).status).toBe(201);
  });

  it('is refused with its reason, and nothing is written', async () => {
    const id = await register();
    await logOne(id, destination('eud', '2026-08-10'));
    for (const [wrong, code] of [
      [destination('eud', '2026-09-01'), 'participants/spell-overlaps'],
      [destination('astronaut', '2026-09-01'), 'participants/type-unknown'],
      [destination('ill', '2026-09-01', { to: '2026-08-01' }), 'participants/ends-before-start'],
    ] as const)
      expect((await logOne(id, wrong)).body.code).toBe(code);
    expect((await show(id)).spells).toHaveLength(1);
    clock.setTo('2028-01-02T09:00:00Z');
    await expect(
      app.get(LogDestinations).one(world.caseworker.actor(world.allianceId), {
        ...destination('ill', '2027-12-01'),
        participantId: id,
      }),
    ).rejects.toMatchObject({ code: 'participants/consent-expired' });
  });

  it('logged by two at the same time is logged once', async () => {
    const id = await register();
    const both = await Promise.all([
      logOne(id, destination('eud', '2026-08-10')),
      logOne(id, destination('eud', '2026-08-11'), world.colleague),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    // By the rule, with the lock, not only by the database's last resort.
    expect(both.flatMap(({ body }) => body.code ?? [])).toEqual(['participants/spell-overlaps']);
    expect((await show(id)).spells).toHaveLength(1);
  });
});

describe('a whole list of destinations', () => {
  it('is saved in one go; what is wrong with a row is said of that row', async () => {
    const [anna, bo] = [await register('UNG-1A'), await register('UNG-1B')];
    const results = await app.get(LogDestinations).many(systemActor(world.allianceId, 'test'), [
      { ...destination('apprenticeship', '2026-03-01'), participantId: anna },
      { ...destination('seeking', '2025-01-01'), participantId: anna, confirmedOn: '2025-01-01' },
      { ...destination('seeking', '2025-02-01'), participantId: anna },
      { ...destination('eud', '2024-08-10', { to: '2024-01-01' }), participantId: bo },
      { ...destination('fgu', '2025-08-10'), participantId: bo, confirmedOn: '2025-08-10' },
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : result.error.code))).toEqual([
      'saved',
      'saved',
      'participants/spell-overlaps',
      'participants/ends-before-start',
      'saved',
    ]);
    expect((await show(anna)).spells.map(({ typeKey, from, to }) => [typeKey, from, to])).toEqual([
      ['apprenticeship', '2026-03-01', null],
      ['seeking', '2025-01-01', '2026-02-28'],
    ]);
    expect((await show(bo)).spells[0]).toMatchObject({ standing: 'unconfirmed', nextReviewOn: '2025-11-10' });
  });

  it('gives measurements the counts by month, and nobody without the right sees them', async () => {
    const [anna, bo, carl] = [await register('UNG-1'), await register('UNG-2'), await register('UNG-3')];
    await logOne(anna, destination('eud', '2026-08-10'));
    await logOne(bo, destination('not-seeking', '2026-09-10'));
    await logOne(carl, destination('seeking', '2026-08-01', { to: '2026-09-15' }));
    const months = await app
      .get(UnitOfWork)
      .readAs(systemActor(world.allianceId, 'test'), async (tx) =>
        app
          .get(MetricSources)
          .find('participants.positive-destination')
          ?.compute(tx, { fromMonth: '2026-08', toMonth: '2026-10' }),
      );
    expect(months).toEqual([
      { month: '2026-08', numerator: 1, denominator: 2, unknown: 0 },
      { month: '2026-09', numerator: 1, denominator: 2, unknown: 1 },
      { month: '2026-10', numerator: 1, denominator: 2, unknown: 1 },
    ]);
    const seen = await app
      .get(UnitOfWork)
      .readAs(world.secretary.actor(world.allianceId), (tx) =>
        tx.query('select from participants_destination_month'),
      );
    expect(seen).toEqual([]);
  });
});
