import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';

interface Window {
  readonly until: number;
  count: number;
}

const mostKeys = 50_000;

/** Counts attempts per key in fixed windows, in this process: a brake on guessing and flooding (security.md 28). */
@Injectable()
export class RateLimits {
  private readonly windows = new Map<string, Window>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Counts one attempt.
   * @param key what is limited and for whom: `sign-in:127.0.0.1`
   * @param most attempts per window
   * @param windowMs length of the window in milliseconds
   * @throws DomainError platform/too-many-requests
   */
  take(key: string, most: number, windowMs: number): void {
    const now = this.clock.now().getTime();
    const open = this.windows.get(key);
    if (open === undefined || open.until <= now) {
      if (this.windows.size >= mostKeys) this.forgetPast(now);
      this.windows.set(key, { until: now + windowMs, count: 1 });
      return;
    }
    open.count += 1;
    if (open.count > most) throw new DomainError<ErrorCode>('platform/too-many-requests');
  }

  private forgetPast(now: number): void {
    for (const [key, window] of this.windows) if (window.until <= now) this.windows.delete(key);
    if (this.windows.size >= mostKeys) this.windows.clear();
  }
}
