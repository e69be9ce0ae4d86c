import fc from 'fast-check';
import { AlliancesModule } from '#libs/alliances';
import { FixedClock } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';
import { protectShare } from '../src/domain/disclosure.js';
import { KeepIndicator, ReportObservation, ShowIndicators } from '../src/index.js';
import { derivedIndicator, manualIndicator } from './indicator.builder.js';
import { ReportedValues, ReportedValuesModule } from './reported-values.source.js';

const clock = new FixedClock('2026-11-23T10:00:00Z');
const months = ['2026-08', '2026-09', '2026-10', '2026-11'] as const;
const span = { fromMonth: '2020-01', toMonth: '2026-11' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ modules: [AlliancesModule, ReportedValuesModule], clock });
});
afterAll(() => app.close());
beforeEach(() => {
  clock.setTo('2026-11-23T10:00:00Z');
  app.get(ReportedValues).nextChange = null;
});

async function world() {
  const alliance = await app.world.alliance();
  const person = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
  const observer = await app.world.person([{ allianceId: alliance.id, role: 'observer' }]);
  const actor = person.actor(alliance.id);
  const keep = app.get(KeepIndicator);
  const input = await keep.add(actor, manualIndicator({ unit: 'number' }));
  const derived = await keep.add(actor, derivedIndicator('test.reported-values'));
  return { alliance, actor, observer: observer.actor(alliance.id), input: input.id, derived: derived.id };
}
type World = Awaited<ReturnType<typeof world>>;

/** The figures counted from scratch, as they may be shown. */
async function live({ alliance }: World) {
  const counts = await app
    .get(UnitOfWork)
    .actAs(systemActor(alliance.id, 'spec'), (tx) => app.get(ReportedValues).compute(tx, span));
  return new Map(
    counts.map(({ month, numerator, denominator, unknown }) => [
      month,
      protectShare({ numerator, denominator, unknown: unknown ?? null }, 5),
    ]),
  );
}

/** The figures a reader is shown. */
async function shown({ observer, derived }: World) {
  const { points } = await app.get(ShowIndicators).series(observer, derived, {});
  return new Map(
    points
      .filter(({ known }) => known?.state !== 'value' || known.count > 0)
      .map(({ period, cell, known, unknown, completeness }) => [
        period,
        { cell, known, unknown, completeness },
      ]),
  );
}

interface Step {
  readonly month: (typeof months)[number];
  readonly value: number;
  readonly publish: boolean;
}
const step = fc.record({
  month: fc.constantFrom(...months),
  value: fc.integer({ min: 1, max: 120 }),
  publish: fc.boolean(),
});

async function take({ actor, input }: World, versions: Map<string, number>, { month, value, publish }: Step) {
  const report = app.get(ReportObservation);
  const version = versions.get(month) ?? 0;
  await report.enter(actor, input, month, version, { figure: { kind: 'value', value }, note: '' });
  versions.set(month, version + 1);
  if (!publish) return;
  const moved = await report
    .move(actor, input, month, version + 1, { step: 'publish', reason: '' })
    .then(() => true)
    .catch(() => false); // published already
  if (moved) versions.set(month, version + 2);
}

describe('a roll-up', () => {
  it('equals the live aggregate after every step, whatever the steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const here = await world();
        const versions = new Map<string, number>();
        for (const one of steps) {
          await take(here, versions, one);
          expect(await shown(here)).toEqual(await live(here));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('equals the live aggregate while others write and read at once', async () => {
    const here = await world();
    await Promise.all(
      months.map(async (month) => {
        const versions = new Map<string, number>();
        for (const value of [10, 20, 30, 40]) {
          await take(here, versions, { month, value, publish: value === 40 });
          await shown(here);
        }
      }),
    );
    expect(await shown(here)).toEqual(await live(here));
    expect((await shown(here)).size).toBe(4);
  });

  it('is not counted again when nothing has happened', async () => {
    const here = await world();
    await take(here, new Map(), { month: '2026-09', value: 50, publish: true });
    const source = app.get(ReportedValues);
    // Events of the moment may still be on their way into the sequence; from the second sealed fold on it stands.
    for (let i = 0; i < 200; i += 1) {
      const before = source.computed;
      await shown(here);
      if (source.computed === before) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('the roll-up was counted anew on every read');
  });

  it('is counted again when a clock runs out though nothing has happened', async () => {
    const here = await world();
    const source = app.get(ReportedValues);
    source.nextChange = new Date('2026-11-23T12:00:00Z');
    await take(here, new Map(), { month: '2026-09', value: 50, publish: true });
    await shown(here);
    await app.database.query(`update observation set value = 70 where indicator_id = $1`, [here.input]);
    clock.setTo('2026-11-23T12:00:00Z');
    expect(await shown(here)).toEqual(await live(here));
  });

  it('is counted again after midnight in Denmark', async () => {
    const here = await world();
    await take(here, new Map(), { month: '2026-09', value: 50, publish: true });
    await shown(here);
    await app.database.query(`update observation set value = 70 where indicator_id = $1`, [here.input]);
    clock.setTo('2026-11-23T23:00:00Z');
    expect(await shown(here)).toEqual(await live(here));
  });

  it('forgets what it counted when the indicator counts something else', async () => {
    const here = await world();
    await take(here, new Map(), { month: '2026-09', value: 50, publish: true });
    await shown(here);
    await app
      .get(KeepIndicator)
      .edit(here.actor, here.derived, 1, manualIndicator({ name: 'Nu indberettet', frequency: 'month' }));
    const rows = await app.database.query(`select from indicator_month where indicator_id = $1`, [
      here.derived,
    ]);
    expect(rows).toEqual([]);
  });
});
