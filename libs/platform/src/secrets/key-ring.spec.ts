import { randomBytes } from 'node:crypto';
import { KeyRing, SealError } from './key-ring.js';

const old = randomBytes(32);
const current = randomBytes(32);
const context = 'participant_cpr.sealed:0193d5a0-0000-7000-8000-00000000abcd';

describe('the key ring', () => {
  it('opens what it sealed, and no two seals of the same words look alike', () => {
    const ring = new KeyRing([current]);
    const [one, two] = [ring.seal('0101901234', context), ring.seal('0101901234', context)];
    expect(ring.open(one, context).toString()).toBe('0101901234');
    expect(ring.open(ring.seal(Buffer.alloc(0), context), context)).toHaveLength(0);
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain('0101901234');
  });

  it('opens nothing in another place than it was sealed for', () => {
    const ring = new KeyRing([current]);
    expect(() => ring.open(ring.seal('x', context), `${context}0`)).toThrow(SealError);
  });

  it('notices each changed byte', () => {
    const ring = new KeyRing([current]);
    const sealed = ring.seal('navn', context);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => ring.open(changed, context)).toThrow(SealError);
    }
    expect(() => ring.open(sealed.subarray(0, 20), context)).toThrow(SealError);
  });

  it('opens with an old key what was sealed before the change, and seals with the new one', () => {
    const before = new KeyRing([old]).seal('x', context);
    const ring = new KeyRing([current, old]);
    expect(ring.open(before, context).toString()).toBe('x');
    expect(ring.isCurrent(before)).toBe(false);
    expect(ring.isCurrent(ring.seal('x', context))).toBe(true);
    expect(ring.seal('x', context).subarray(0, 9).equals(ring.currentHead)).toBe(true);
  });

  it('names the key that is missing, and nothing else', () => {
    const before = new KeyRing([old]).seal('x', context);
    const { keyIds } = new KeyRing([old]);
    expect(() => new KeyRing([current]).open(before, context)).toThrow(keyIds[0] ?? '');
  });

  it('reads its keys again when something names one that is not known', () => {
    let keys = [old];
    const running = new KeyRing(() => keys);
    keys = [current, old];
    const sealed = new KeyRing(keys).seal('x', context);
    expect(running.open(sealed, context).toString()).toBe('x');
    expect(running.isCurrent(sealed)).toBe(true);
  });

  it('finds a value by the same hash every time, by another for another purpose, key or value', () => {
    const ring = new KeyRing([current, old]);
    const hash = ring.lookup('0101901234', 'cpr:a');
    expect(hash).toHaveLength(32);
    expect(new KeyRing([current]).lookup('0101901234', 'cpr:a').equals(hash)).toBe(true);
    const others = [
      ring.lookup('0101901234', 'cpr:b'),
      ring.lookup('0101901235', 'cpr:a'),
      new KeyRing([old]).lookup('0101901234', 'cpr:a'),
    ];
    expect(others.filter((other) => other.equals(hash))).toEqual([]);
    expect(ring.lookups('0101901234', 'cpr:a').map(String)).toEqual([hash, others[2]].map(String));
  });

  it('refuses a ring that is empty, holds a key twice or a key that is too short', () => {
    expect(() => new KeyRing([])).toThrow('empty');
    expect(() => new KeyRing([old, old])).toThrow('twice');
    expect(() => new KeyRing([old.subarray(1)])).toThrow('32 bytes');
  });
});
