import type { PromiseRates } from '#libs/api-schema';
import { plainRates, type PromiseTally, protectedRates } from './promise-rates.js';

type Part = readonly [kept: number, broken: number];

function tallies(sectors: Record<string, Part>, months: Record<string, Part>): PromiseTally[] {
  const row = (more: Partial<PromiseTally>, [kept, broken]: Part): PromiseTally => ({
    ...{ partner: null, name: null, sector: null, month: null, level: 7 },
    ...more,
    counted: kept + broken,
    kept,
  });
  const sum = Object.values(sectors).reduce<Part>(([k, b], [kept, broken]) => [k + kept, b + broken], [0, 0]);
  return [
    row({}, sum),
    row({ level: 3, partner: 'p', name: 'Bageriet' }, sum),
    ...Object.entries(sectors).map(([sector, part]) => row({ level: 5, sector }, part)),
    ...Object.entries(months).map(([month, part]) => row({ level: 6, month }, part)),
  ];
}

const states = ({ alliance, sectors, months }: PromiseRates) => ({
  alliance: alliance.state,
  sectors: sectors.map(({ count }) => count.state),
  months: months.map(({ count }) => count.state),
});

describe('kept-promise rates for those who may not read the chains', () => {
  it('show what rests on enough people, and no partner by name', () => {
    const rates = protectedRates(
      tallies({ Industri: [20, 10], Handel: [10, 5] }, { '2026-10': [15, 8], '2026-11': [15, 7] }),
      5,
    );
    expect(states(rates)).toEqual({
      alliance: 'value',
      sectors: ['value', 'value'],
      months: ['value', 'value'],
    });
    expect(rates.alliance).toEqual({ state: 'value', counted: 45, kept: 30, rate: 30 / 45 });
    expect(rates.partners).toEqual([]);
  });

  it('hide a small group together with another, so that it cannot be subtracted', () => {
    const months = { '2026-10': [25, 17] as const };
    const rates = protectedRates(tallies({ Industri: [20, 10], Handel: [3, 0], Omsorg: [10, 7] }, months), 5);
    expect(states(rates).sectors).toEqual(['value', 'suppressed', 'suppressed']);
    expect(states(rates).alliance).toBe('value');
  });

  it('hide a group in which few promises were broken, although many were kept', () => {
    const rates = protectedRates(
      tallies({ Industri: [20, 1], Handel: [10, 9], Omsorg: [10, 9] }, { '2026-10': [40, 19] }),
      5,
    );
    expect(states(rates).sectors).toEqual(['suppressed', 'suppressed', 'value']);
  });

  it('hide everything when the total itself is small', () => {
    const rates = protectedRates(tallies({ Industri: [2, 0] }, { '2026-11': [2, 0] }), 5);
    expect(JSON.stringify(rates)).not.toContain('kept');
    expect(states(rates)).toEqual({
      alliance: 'suppressed',
      sectors: ['suppressed'],
      months: ['suppressed'],
    });
  });

  it('say nothing else than what the limit lets through, for every small alliance', () => {
    const small = (n: number) => n > 0 && n < 5;
    for (let a = 0; a <= 7; a += 1)
      for (let b = 0; b <= 7; b += 1)
        for (let c = 0; c <= 7; c += 1) {
          const { sectors } = protectedRates(
            tallies({ A: [a, 0], B: [b, 5], C: [c, 6] }, { '2026-11': [a + b + c, 11] }),
            5,
          );
          for (const [index, kept] of [a, b, c].entries())
            if (small(kept)) expect(sectors[index]?.count.state).toBe('suppressed');
          const hiddenCount = sectors.filter(({ count }) => count.state === 'suppressed').length;
          expect(hiddenCount).not.toBe(1);
        }
  });
});

describe('kept-promise rates for those who may', () => {
  it('are as they are, partner by partner', () => {
    const { alliance, partners } = plainRates(tallies({ Industri: [1, 0] }, { '2026-11': [1, 0] }));
    expect(alliance).toEqual({ state: 'value', counted: 1, kept: 1, rate: 1 });
    expect(partners).toMatchObject([{ name: 'Bageriet', count: { kept: 1 } }]);
  });
});
