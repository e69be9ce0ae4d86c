import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';

/** Answers the names of organisations of the alliance acted in. */
export type OrganisationNamesOf = (tx: Transaction, ids: readonly string[]) => Promise<Map<string, string>>;

/** How organisations are called; the platform knows their ids only. Filled by alliances. */
@Injectable()
export class OrganisationNames {
  private source: OrganisationNamesOf = () => Promise.resolve(new Map<string, string>());

  /** Says where the names come from. */
  use(source: OrganisationNamesOf): void {
    this.source = source;
  }

  /** Names by id; an organisation that is gone has none. */
  of(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    return ids.length === 0 ? Promise.resolve(new Map<string, string>()) : this.source(tx, ids);
  }
}
