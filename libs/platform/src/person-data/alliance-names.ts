import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

/** Answers the name of the alliance acted in. */
export type AllianceNameOf = (tx: Transaction) => Promise<string>;

/** How an alliance is called; the platform knows its id only. Filled by alliances. */
@Injectable()
export class AllianceNames {
  private source: AllianceNameOf = (tx) => Promise.resolve(tx.allianceId);

  /** Says where the names come from. */
  use(source: AllianceNameOf): void {
    this.source = source;
  }

  /** The name of the alliance acted in. */
  of(tx: Transaction): Promise<string> {
    return this.source(tx);
  }
}
