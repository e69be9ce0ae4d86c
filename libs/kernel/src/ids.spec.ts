import fc from 'fast-check';
import { createIdSource, isId, newId } from './ids.js';

describe('a new key', () => {
  it('is a UUID of version 7 and the right variant', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isId(newId())).toBe(true);
  });

  it('carries the instant it was made', () => {
    const made = createIdSource(() => Date.UTC(2026, 10, 23, 12))();
    expect(parseInt(made.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 23, 12));
  });

  it('rises also when ten thousand are made in one millisecond', () => {
    const next = createIdSource(() => 1_800_000_000_000);
    const made = Array.from({ length: 10_000 }, next);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('rises whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2 }), (clock) => {
        let at = 0;
        const next = createIdSource(() => clock[at++] ?? 0);
        const made = clock.map(() => next());
        expect([...made].sort()).toEqual(made);
        expect(made.every(isId)).toBe(true);
      }),
    );
  });
});
