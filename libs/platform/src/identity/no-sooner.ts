import { setTimeout } from 'node:timers/promises';

/**
 * Does `work` and answers after `ms` milliseconds, whatever it found to do: neither the answer nor whatever is asked next,
 * which it would hold up, tells (security.md 28). What takes longer is not waited for.
 * @param work deals with its own failures
 */
export async function answerAfter(ms: number, work: () => Promise<void>): Promise<void> {
  const answer = setTimeout(ms);
  void work();
  await answer;
}

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
