import { setTimeout } from 'node:timers/promises';

/**
 * Lets failures be told no sooner than after `ms` milliseconds: what was looked up on the way to "no" cannot be read
 * from how long it took (security.md 28).
 */
export async function failNoSooner<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const floor = setTimeout(ms);
  try {
    return await work();
  } catch (error) {
    await floor;
    throw error;
  }
}
