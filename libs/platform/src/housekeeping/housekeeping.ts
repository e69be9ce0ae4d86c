import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../observability/logger.js';

/** Deletes some of what is outdated. @returns how many rows went; as many as `most` means there may be more */
export type Sweep = (most: number) => Promise<number>;

const firstAfter = 60_000;
const every = 3_600_000;
const most = 5_000;

/**
 * Removes rows that nothing asks for any more: spent proofs, ended sessions, jobs done long ago. Every hour, in pieces
 * that hold no lock for long; several processes doing it at once do no harm.
 */
@Injectable()
export class Housekeeping implements OnApplicationShutdown {
  private readonly sweeps = new Map<string, Sweep>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** Makes a sweep known, by the name of what it removes; call in a constructor. */
  register(name: string, sweep: Sweep): void {
    if (this.sweeps.has(name)) throw new Error(`${name} is swept already`);
    this.sweeps.set(name, sweep);
  }

  /** Sweeps now and then, from now on. */
  start(): void {
    this.timer = setTimeout(() => void this.again(), firstAfter);
    this.timer.unref();
  }

  /** Sweeps everything once. @returns how many rows went, by name */
  async run(): Promise<Record<string, number>> {
    const gone: Record<string, number> = {};
    for (const [name, sweep] of this.sweeps) gone[name] = await this.sweepAll(name, sweep);
    return gone;
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async again(): Promise<void> {
    await this.run();
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.again(), every);
    this.timer.unref();
  }

  /** What fails costs nothing: the next hour comes. */
  private async sweepAll(name: string, sweep: Sweep): Promise<number> {
    let total = 0;
    try {
      let gone: number;
      do {
        gone = await sweep(most);
        total += gone;
      } while (gone === most && !this.stopped);
      if (total > 0) this.logger.info({ what: name, rows: total }, 'outdated rows removed');
    } catch (error) {
      if (!this.stopped) this.logger.warn({ err: error, what: name }, 'outdated rows were not removed');
    }
    return total;
  }
}
