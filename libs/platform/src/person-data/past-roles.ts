import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

/** Answers whether one of these people has, or ever had, a role in the alliance acted in. */
export type HadRole = (tx: Transaction, personIds: readonly string[]) => Promise<boolean>;

/** Who took part in an alliance, also those whose role has ended. Filled by alliances. */
@Injectable()
export class PastRoles {
  private source: HadRole = () => Promise.resolve(false);

  /** Says where it is known from. */
  use(source: HadRole): void {
    this.source = source;
  }

  /** Has one of them, or had, a role in the alliance acted in? None while no source is set. */
  heldBy(tx: Transaction, personIds: readonly string[]): Promise<boolean> {
    return this.source(tx, personIds);
  }
}
