import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from '#libs/kernel';
import { newId } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { inContext } from '../observability/context.js';
import { LOGGER } from '../observability/logger.js';
import { JobRegistry, type JobPayload, type Queue } from './job-registry.js';

/** A job that this process has taken. */
export interface ClaimedJob {
  readonly id: string;
  readonly payload: JobPayload;
  readonly attempts: number;
  readonly max_attempts: number;
}

/** A job that waits, for whoever wakes workers. */
export interface WaitingJob {
  readonly id: string;
  readonly queue: string;
  readonly attempts: number;
  readonly run_at: Date;
}

const claimed = 'returning id, payload, attempts, max_attempts';
const longestWait = 3_600_000;
/** How long a job that is done stays to be looked at, in milliseconds. */
const keptFor = 14 * 24 * 3_600_000;

/** Seconds double with every try: 2, 4, 8 … up to an hour, in milliseconds. */
export function backoff(attempt: number): number {
  return Math.min(2 ** attempt * 1000, longestWait);
}

/** The name of an error for the job's row: a code or a class, never a message that may quote somebody's words. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** Claims, runs and settles jobs: the same for every way of waking workers. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Takes up to `limit` due jobs of a queue; no two processes take the same. */
  claimDue(queue: Queue, limit: number): Promise<ClaimedJob[]> {
    return this.database.query<ClaimedJob>(
      `update job set state = 'running', attempts = attempts + 1, lease_until = $3
       where id in (select id from job where queue = $1 and state = 'pending' and run_at <= $2
                    order by run_at limit $4 for update skip locked) ${claimed}`,
      [queue.name, this.clock.now(), this.leaseEnd(queue), limit],
    );
  }

  /** Takes one job, if it is due and nobody has it. */
  async claimOne(queue: Queue, id: string): Promise<ClaimedJob | undefined> {
    const [job] = await this.database.query<ClaimedJob>(
      `update job set state = 'running', attempts = attempts + 1, lease_until = $4
       where id = $1 and queue = $2 and state = 'pending' and run_at <= $3 ${claimed}`,
      [id, queue.name, this.clock.now(), this.leaseEnd(queue)],
    );
    return job;
  }

  /** Runs a claimed job and writes down how it ended. Never throws for the handler's failure. */
  async run(queue: Queue, job: ClaimedJob): Promise<void> {
    const renewal = setInterval(() => void this.renew(queue, job).catch(() => undefined), queue.leaseFor / 2);
    try {
      await inContext({ correlationId: newId() }, () =>
        queue.handler(job.payload, {
          jobId: job.id,
          attempt: job.attempts,
          isLast: job.attempts >= job.max_attempts,
          progress: (done, total) => this.progress(job, done, total),
        }),
      );
      await this.settle(job, 'done');
    } catch (error) {
      await this.failed(queue, job, error);
    } finally {
      clearInterval(renewal);
    }
  }

  /**
   * Puts back the jobs whose process has died. One that died in its last try gets another, so that its handler can
   * say that it gives up; if that dies too, the job is given up.
   */
  async recover(): Promise<void> {
    await this.database.query(
      `update job set state = case when attempts > max_attempts then 'dead' else 'pending' end, lease_until = null,
         last_error = 'the process ended while it worked on this',
         finished_at = case when attempts > max_attempts then $1::timestamptz end
       where state = 'running' and lease_until < $1`,
      [this.clock.now()],
    );
  }

  /** Deletes up to `most` jobs that were done long ago. @returns how many */
  async tidy(most: number): Promise<number> {
    const gone = await this.database.query(
      `delete from job where id in (select id from job where state = 'done' and finished_at < $1 limit $2) returning id`,
      [new Date(this.clock.now().getTime() - keptFor), most],
    );
    return gone.length;
  }

  /** Jobs that are due and that nobody works on, oldest first. */
  due(limit: number): Promise<WaitingJob[]> {
    return this.database.query<WaitingJob>(
      `select id, queue, attempts, run_at from job where state = 'pending' and run_at <= $1 and queue = any ($2)
       order by run_at limit $3`,
      [this.clock.now(), this.registry.all().map((queue) => queue.name), limit],
    );
  }

  /** Milliseconds until an instant, by the clock in force. */
  until(instant: number): number {
    return Math.max(0, instant - this.clock.now().getTime());
  }

  private leaseEnd(queue: Queue): Date {
    return new Date(this.clock.now().getTime() + queue.leaseFor);
  }

  private async renew(queue: Queue, job: ClaimedJob): Promise<void> {
    await this.database.query(`update job set lease_until = $2 where id = $1 and state = 'running'`, [
      job.id,
      this.leaseEnd(queue),
    ]);
  }

  private async progress(job: ClaimedJob, done: number, total: number): Promise<void> {
    await this.database.query('update job set progress_done = $2, progress_total = $3 where id = $1', [
      job.id,
      done,
      total,
    ]);
  }

  private async settle(job: ClaimedJob, state: 'done' | 'dead', error?: string): Promise<void> {
    await this.database.query(
      `update job set state = $2, lease_until = null, finished_at = $3, last_error = $4 where id = $1`,
      [job.id, state, this.clock.now(), error ?? null],
    );
  }

  private async failed(queue: Queue, job: ClaimedJob, error: unknown): Promise<void> {
    const last = job.attempts >= job.max_attempts;
    this.logger[last ? 'error' : 'warn']({ err: error, queue: queue.name, jobId: job.id }, 'job failed');
    if (last) return this.settle(job, 'dead', nameOf(error));
    await this.database.query(
      `update job set state = 'pending', lease_until = null, run_at = $2, last_error = $3 where id = $1`,
      [job.id, new Date(this.clock.now().getTime() + backoff(job.attempts)), nameOf(error)],
    );
  }
}
