import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { KeyRing } from '../secrets/key-ring.js';
import { SealedColumns } from '../secrets/sealed-columns.js';

/** After this long without an answer or an act the key is free again: its process has died, in milliseconds. */
const abandonedAfter = 600_000;

/** Whose request it is, and the key it came with. */
export interface RequestKey {
  readonly personId: string;
  readonly key: string;
}

/** What the first request with a key was answered. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

interface Row {
  id: string;
  request_hash: Buffer;
  status: number | null;
  sealed_body: Buffer | null;
  acted_at: Date | null;
}

const contextOf = (id: string): string => `idempotency.sealed_body:${id}`;

/** The keys of requests under way or answered. */
@Injectable()
export class IdempotencyKeys {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    sealed: SealedColumns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    sealed.register({
      table: 'idempotency',
      id: 'id',
      column: 'sealed_body',
      context: ({ id }) => contextOf(String(id)),
    });
  }

  /**
   * Takes a key for a request.
   * @returns the answer of an earlier one that was the same
   * @throws DomainError platform/repeated-key when it belongs to another request or one under way; platform/already-done
   *   when what was asked is done and its answer lost
   */
  async begin(of: RequestKey, asked: string): Promise<KeptAnswer | undefined> {
    // With a key: a plain hash of a short body (a CPR number, a code) could be turned back by trying all of them.
    const hash = this.keyRing.lookup(asked, 'idempotency.request_hash');
    const now = this.clock.now();
    const taken = await this.database.query(
      `insert into idempotency as i (person_id, key, request_hash, created_at) values ($1, $2, $3, $4)
       on conflict (person_id, key) do update set created_at = excluded.created_at
         where i.status is null and i.acted_at is null and i.request_hash = excluded.request_hash and i.created_at < $5
       returning key`,
      [of.personId, of.key, hash, now, new Date(now.getTime() - abandonedAfter)],
    );
    if (taken.length > 0) return undefined;
    const [row] = await this.database.query<Row>(
      'select id, request_hash, status, sealed_body, acted_at from idempotency where person_id = $1 and key = $2',
      [of.personId, of.key],
    );
    if (row?.request_hash.equals(hash) !== true) throw new DomainError<ErrorCode>('platform/repeated-key');
    if (row.status !== null) return { status: row.status, body: this.open(row) };
    throw new DomainError<ErrorCode>(
      row.acted_at === null ? 'platform/repeated-key' : 'platform/already-done',
    );
  }

  /** Keeps what a request was answered, sealed: it may be something that is shown once only. */
  async keep(of: RequestKey, status: number, body: unknown): Promise<void> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from idempotency where person_id = $1 and key = $2',
      [of.personId, of.key],
    );
    if (row === undefined) return;
    const sealed = typeof body === 'string' ? this.keyRing.seal(body, contextOf(row.id)) : null;
    await this.database.query('update idempotency set status = $2, sealed_body = $3 where id = $1', [
      row.id,
      status,
      sealed,
    ]);
  }

  /** Frees the key of a request that failed. */
  async release(of: RequestKey): Promise<void> {
    await this.database.query(
      'delete from idempotency where person_id = $1 and key = $2 and status is null',
      [of.personId, of.key],
    );
  }

  private open(row: Row): string {
    return row.sealed_body === null
      ? ''
      : this.keyRing.open(row.sealed_body, contextOf(row.id)).toString('utf8');
  }
}
