import type { Aim, KnownPoint } from './curve.js';
import { currentOf, curve } from './curve.js';
import { plainFigure, valueCell } from './cell.js';

const TODAY = '2026-11-23';
const aim: Aim = { direction: 'should_fall', frequency: 'month', baselineValue: 12, targetValue: 6 };
const at = (period: string, value: number): KnownPoint => ({ period, ...plainFigure(valueCell(value)) });
const hidden = (period: string): KnownPoint => ({
  period,
  ...plainFigure({ state: 'suppressed', below: 5 }),
});
const draw = (known: KnownPoint[], first = '2026-06') =>
  curve(known, { first, last: '2026-11' }, 'month', TODAY);
const now = (known: KnownPoint[]) => currentOf(draw(known), aim, TODAY);

describe('a curve', () => {
  it('says missing for a period that should be there, and nothing for one that is not due', () => {
    expect(draw([at('2026-07', 0)]).map((point) => [point.period, point.cell.state])).toEqual([
      ['2026-06', 'missing'],
      ['2026-07', 'value'],
      ['2026-08', 'missing'],
      ['2026-09', 'missing'],
    ]);
  });

  it('marks the running period as preliminary', () => {
    expect(draw([at('2026-10', 9), at('2026-11', 8)]).map((point) => point.preliminary)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('the figure that counts now', () => {
  it('is the newest of a period that is over, with its age and which way it moved', () => {
    expect(now([at('2026-09', 10), at('2026-10', 9), at('2026-11', 3)])).toMatchObject({
      period: '2026-10',
      preliminary: false,
      cell: { state: 'value', value: 9 },
      ageDays: 23,
      movement: 'progress',
      sinceBaseline: 'progress',
      towardsTarget: 50,
    });
  });

  it('is stale when a newer one should have come', () => {
    expect(now([at('2026-07', 9)])).toMatchObject({ cell: { state: 'stale', value: 9, period: '2026-07' } });
  });

  it('is the running one when there is no other', () => {
    expect(now([at('2026-11', 9)])).toMatchObject({ period: '2026-11', preliminary: true, ageDays: 0 });
  });

  it('is missing when there is none', () => {
    expect(now([])).toMatchObject({ cell: { state: 'missing' }, period: null, ageDays: null });
  });

  it('tells no movement from a hidden figure, and compares with the last one shown', () => {
    expect(now([at('2026-09', 10), hidden('2026-10')])).toMatchObject({
      cell: { state: 'suppressed' },
      movement: null,
      towardsTarget: null,
    });
    expect(now([at('2026-08', 8), hidden('2026-09'), at('2026-10', 9)]).movement).toBe('setback');
  });
});
