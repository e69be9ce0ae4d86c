import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';

/** The window most attempts are counted in, in milliseconds. */
export const quarter = 15 * 60_000;

interface Window {
  readonly until: number;
  count: number;
}

const mostKeys = 50_000;

/** Counts attempts per key in fixed windows: a brake on guessing and flooding (security.md 28). */
@Injectable()
export class RateLimits {
  private readonly shared = new Map<string, RateLimiterPostgres>();
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Counts one attempt, for all processes together. While the database does not answer each process counts for itself.
   * @param key what is limited and for whom: `sign-in:127.0.0.1`; only its hash is stored
   * @param most attempts per window
   * @param windowMs length of the window in milliseconds
   * @throws DomainError platform/too-many-requests
   */
  async take(key: string, most: number, windowMs: number): Promise<void> {
    try {
      await this.limiter(most, windowMs).consume(createHash('sha256').update(key).digest('base64url'));
    } catch (error) {
      throw error instanceof RateLimiterRes ? tooMany(error.msBeforeNext) : error;
    }
  }

  /**
   * Counts one attempt in this process only and without asking the database: for floods on one connection.
   * @throws DomainError platform/too-many-requests
   */
  takeHere(key: string, most: number, windowMs: number): void {
    const now = this.clock.now().getTime();
    const open = this.windows.get(key);
    if (open === undefined || open.until <= now) {
      if (this.windows.size >= mostKeys) this.forgetPast(now);
      this.windows.set(key, { until: now + windowMs, count: 1 });
      return;
    }
    open.count += 1;
    if (open.count > most) throw tooMany(open.until - now);
  }

  /** One limiter per pair of numbers; whoever has used up a window is refused from memory until it ends. */
  private limiter(most: number, windowMs: number): RateLimiterPostgres {
    const name = `${String(most)}/${String(windowMs)}`;
    const known = this.shared.get(name);
    if (known !== undefined) return known;
    const numbers = { points: most, duration: windowMs / 1000, keyPrefix: name };
    const limiter = new RateLimiterPostgres({
      ...numbers,
      storeClient: this.database.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      inMemoryBlockOnConsumed: most + 1,
      insuranceLimiter: new RateLimiterMemory(numbers),
    });
    this.shared.set(name, limiter);
    return limiter;
  }

  private forgetPast(now: number): void {
    for (const [key, window] of this.windows) if (window.until <= now) this.windows.delete(key);
    if (this.windows.size >= mostKeys) this.windows.clear();
  }
}

function tooMany(waitMs: number): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>('platform/too-many-requests', {
    seconds: Math.max(1, Math.ceil(waitMs / 1000)),
  });
}
