import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { Housekeeping } from '../housekeeping/housekeeping.js';
import { Sessions } from './sessions.js';

const hour = 3_600_000;
const day = 24 * hour;
/** Somebody's waiting form may be sent again with its key as long as this. */
const idempotencyKeptFor = 30 * day;

/** What housekeeping removes of signing in: proofs spent or expired, sessions ended, keys of requests long answered. */
@Injectable()
export class OutdatedProofs {
  constructor(
    housekeeping: Housekeeping,
    private readonly database: Database,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    housekeeping.register('session', (most) =>
      this.remove('session', 'id', 'ended_at < $1 or expires_at < $1 or last_used_at < $2', most, [
        this.before(day),
        new Date(this.sessions.oldestUse.getTime() - day),
      ]),
    );
    // The last hour's are counted: who asks too often is refused.
    for (const table of ['sign_in', 'step_up'])
      housekeeping.register(table, (most) =>
        this.remove(table, 'id', 'expires_at < $1', most, [this.before(day)]),
      );
    housekeeping.register('passkey_challenge', (most) =>
      this.remove('passkey_challenge', 'id', 'expires_at < $1', most, [this.before(0)]),
    );
    housekeeping.register('installation_claim', (most) =>
      this.remove('installation_claim', 'id', 'spent_at < $1', most, [this.before(day)]),
    );
    housekeeping.register('idempotency', (most) =>
      this.remove('idempotency', '(person_id, key)', 'created_at < $1', most, [
        this.before(idempotencyKeptFor),
      ]),
    );
    housekeeping.register('rate_limit', (most) =>
      this.remove('rate_limit', 'key', 'expire < $1', most, [Date.now()]),
    );
  }

  private before(age: number): Date {
    return new Date(this.clock.now().getTime() - age);
  }

  private async remove(
    table: string,
    key: string,
    outdated: string,
    most: number,
    values: readonly unknown[],
  ): Promise<number> {
    const columns = key.replace(/^\(|\)$/g, '');
    const gone = await this.database.query(
      `delete from ${table} where ${key} in (select ${columns} from ${table} where ${outdated} limit ${String(most)}) returning 1`,
      values,
    );
    return gone.length;
  }
}
