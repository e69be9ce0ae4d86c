import type Bull from 'bull';
import type { Logger } from 'pino';
import type { Notifications } from '../database/notifications.js';
import { jobChannel } from './job-queue.js';
import type { JobRegistry, Queue } from './job-registry.js';
import { type JobRunner, readJobHint } from './job-runner.js';
import type { JobStore } from './job-store.js';

const sweepEvery = 2_000;
/** What is due later than this (in milliseconds) does not lie in Redis meanwhile: the sweep finds it in the table. */
const soon = 5_000;

/**
 * Lets bull wake and distribute: Redis carries the ids of jobs, the rows stay the truth. Whatever Redis loses, the
 * sweep puts back; whatever it delivers twice, the claim refuses the second time.
 */
export class BullJobRunner implements JobRunner {
  private readonly queues = new Map<string, Bull.Queue<{ id: string }>>();
  private sweeping: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly notifications: Notifications,
    private readonly logger: Logger,
    private readonly redisUrl: string,
    /** Keeps installations that share a Redis apart. */
    private readonly prefix: string,
  ) {}

  async start(): Promise<void> {
    const { default: Queues } = await import('bull');
    for (const queue of this.registry.all())
      this.open(queue, new Queues<{ id: string }>(queue.name, this.redisUrl, { prefix: this.prefix }));
    await this.notifications.listen(jobChannel, (payload) => {
      const hint = readJobHint(payload);
      if (hint === undefined) void this.sweep();
      else if (this.store.until(hint.due) < soon)
        void this.add(hint.queue, hint.id, 0, this.store.until(hint.due));
    });
    await this.sweep();
    this.sweeping = setInterval(() => void this.sweep(), sweepEvery);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweeping);
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
  }

  private open(queue: Queue, bull: Bull.Queue<{ id: string }>): void {
    bull.on('error', (error) => {
      if (!this.hasStopped()) this.logger.warn({ err: error, queue: queue.name }, 'Redis is out of reach');
    });
    bull
      .process(queue.concurrency, async (woken) => {
        const job = await this.store.claimOne(queue, woken.data.id);
        if (job !== undefined) await this.store.run(queue, job);
      })
      .catch((error: unknown) => {
        if (!this.hasStopped())
          this.logger.warn({ err: error, queue: queue.name }, 'a queue stopped listening');
      });
    this.queues.set(queue.name, bull);
  }

  /** Bull refuses a second entry with the same id, so that every node may add what it hears of. */
  private async add(name: string, id: string, attempts: number, delay: number): Promise<void> {
    if (this.hasStopped()) return;
    try {
      await this.queues
        .get(name)
        ?.add(
          { id },
          { jobId: `${id}-${String(attempts)}`, delay, removeOnComplete: true, removeOnFail: true },
        );
    } catch (error) {
      if (!this.hasStopped())
        this.logger.warn({ err: error, queue: name }, 'Redis did not take a job; the sweep will try again');
    }
  }

  private async sweep(): Promise<void> {
    if (this.hasStopped()) return;
    try {
      await this.store.recover();
      for (const job of await this.store.due(1000)) await this.add(job.queue, job.id, job.attempts, 0);
    } catch (error) {
      if (!this.hasStopped()) this.logger.warn({ err: error }, 'looking for due jobs failed');
    }
  }

  /** Asked anew after every await: in between somebody may have stopped it. */
  private hasStopped(): boolean {
    return this.stopped;
  }
}
