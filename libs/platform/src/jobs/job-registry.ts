import { Injectable } from '@nestjs/common';

/** What a handler is told of its job besides the payload. */
export interface JobContext {
  readonly jobId: string;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Is this the last try? */
  readonly isLast: boolean;
  /** Tells whoever watches how far the work is. */
  progress(done: number, total: number): Promise<void>;
}

/** Ids left by whoever enqueued the job. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null>>;
/** Does a job; throwing means "try again later". */
export type JobHandler = (payload: JobPayload, context: JobContext) => Promise<void>;

/** How a queue is worked through. */
export interface QueueOptions {
  /** Tries before the job is given up; default 8. */
  readonly maxAttempts?: number;
  /** Jobs of this queue at once in one process; default 4. */
  readonly concurrency?: number;
  /** How long one try may take before another process may take the job over, in milliseconds; default 60,000. */
  readonly leaseFor?: number;
}

/** A queue, its handler and how it is worked through. */
export interface Queue extends Required<QueueOptions> {
  readonly name: string;
  readonly handler: JobHandler;
}

/** Every kind of job the product knows; the same handlers serve PostgreSQL and bull. */
@Injectable()
export class JobRegistry {
  private readonly queues = new Map<string, Queue>();

  /** Says how jobs of a queue are done. @throws Error when the queue has a handler already */
  handle(name: string, handler: JobHandler, options: QueueOptions = {}): void {
    if (this.queues.has(name)) throw new Error(`The queue ${name} has a handler already`);
    this.queues.set(name, {
      name,
      handler,
      maxAttempts: options.maxAttempts ?? 8,
      concurrency: options.concurrency ?? 4,
      leaseFor: options.leaseFor ?? 60_000,
    });
  }

  /** All queues. */
  all(): Queue[] {
    return [...this.queues.values()];
  }

  /** One queue, if it is known. */
  find(name: string): Queue | undefined {
    return this.queues.get(name);
  }
}
