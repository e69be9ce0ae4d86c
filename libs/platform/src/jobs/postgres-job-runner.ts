import type { Logger } from 'pino';
import type { Notifications } from '../database/notifications.js';
import { jobChannel } from './job-queue.js';
import type { JobRegistry, Queue } from './job-registry.js';
import { type JobRunner, readJobHint } from './job-runner.js';
import type { JobStore } from './job-store.js';

const sweepEvery = 1_000;
const farAhead = 60_000;

/** Claims jobs from PostgreSQL, woken by hints and, should one be lost, by a look every second. */
export class PostgresJobRunner implements JobRunner {
  private readonly running = new Set<Promise<void>>();
  private readonly perQueue = new Map<string, number>();
  private readonly claiming = new Set<string>();
  private readonly again = new Set<string>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private sweeping: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly notifications: Notifications,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    await this.notifications.listen(jobChannel, (payload) => {
      this.hinted(payload);
    });
    await this.sweep();
    this.sweeping = setInterval(() => void this.sweep(), sweepEvery);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweeping);
    for (const timer of this.timers) clearTimeout(timer);
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  private hinted(payload: string): void {
    const hint = readJobHint(payload);
    if (hint === undefined) {
      void this.sweep();
      return;
    }
    const wait = this.store.until(hint.due);
    if (wait === 0) this.wake(hint.queue);
    else if (wait < farAhead) {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        this.wake(hint.queue);
      }, wait);
      this.timers.add(timer);
    }
  }

  private async sweep(): Promise<void> {
    if (this.hasStopped()) return;
    try {
      await this.store.recover();
      const due = await this.store.due(1000);
      for (const name of new Set(due.map((job) => job.queue))) this.wake(name);
    } catch (error) {
      if (!this.hasStopped()) this.logger.warn({ err: error }, 'looking for due jobs failed');
    }
  }

  private wake(name: string): void {
    const queue = this.registry.find(name);
    if (queue === undefined || this.hasStopped()) return;
    if (this.claiming.has(name)) {
      this.again.add(name);
      return;
    }
    this.claiming.add(name);
    this.track(this.claim(queue));
  }

  private async claim(queue: Queue): Promise<void> {
    try {
      const free = queue.concurrency - (this.perQueue.get(queue.name) ?? 0);
      const jobs = free > 0 ? await this.store.claimDue(queue, free) : [];
      for (const job of jobs) {
        this.perQueue.set(queue.name, (this.perQueue.get(queue.name) ?? 0) + 1);
        this.track(
          this.store.run(queue, job).finally(() => {
            this.perQueue.set(queue.name, (this.perQueue.get(queue.name) ?? 1) - 1);
            this.wake(queue.name);
          }),
        );
      }
    } finally {
      this.claiming.delete(queue.name);
      if (this.again.delete(queue.name)) this.wake(queue.name);
    }
  }

  private track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => {
        if (!this.hasStopped())
          this.logger.warn({ err: error }, 'working off jobs failed; they will be found again');
      })
      .finally(() => this.running.delete(tracked));
    this.running.add(tracked);
  }

  /** Asked anew after every await: in between somebody may have stopped it. */
  private hasStopped(): boolean {
    return this.stopped;
  }
}
