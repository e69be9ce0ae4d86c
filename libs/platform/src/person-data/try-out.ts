import type { Transaction } from '../database/transaction.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../tenancy/actor.js';

class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('undone on purpose');
  }
}

/**
 * Does something and undoes it: what it would take is counted by doing it, so the count cannot be another than what
 * then happens. The work must change nothing but the database.
 */
export async function tryOut<T>(
  unitOfWork: UnitOfWork,
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await unitOfWork.actAs(actor, async (tx): Promise<T> => {
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
    throw error;
  }
}
