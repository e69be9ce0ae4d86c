import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Clock } from '#libs/kernel';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK } from '../database/clock.token.js';
import { LOGGER } from '../observability/logger.js';
import { journalFile, readJournal } from './erasure-journal.js';
import { ReplayErasures } from './replay-erasures.js';
import { Retention } from './retention.js';

const every = 3_600_000;

/**
 * What happens to people's data without anybody asking: at the start what a restored backup brought back is erased
 * again, and every day the rules of retention run.
 */
@Injectable()
export class PersonDataRoutine implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly replaying: ReplayErasures,
    private readonly retention: Retention,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Replays what is missing, before anything else is done with the data, and leaves the day's jobs from now on. */
  async start(): Promise<void> {
    const { replayed } = await this.replaying.missing(await readJournal(journalFile(this.config)));
    if (replayed > 0) this.logger.warn({ replayed }, 'erasures were carried out again after a restore');
    await this.leaveJobs();
    this.timer = setInterval(() => void this.leaveJobs(), every);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  /** A failed attempt costs nothing: the next one comes in an hour. */
  private async leaveJobs(): Promise<void> {
    try {
      await this.retention.leaveJobs(this.clock.now());
    } catch (error) {
      if (!this.stopped) this.logger.warn({ err: error }, 'the jobs of the retention were not left');
    }
  }
}
