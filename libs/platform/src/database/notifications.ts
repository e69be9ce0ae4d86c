import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config.js';
import { LOGGER } from '../observability/logger.js';
import { Database } from './database.js';

type Listener = (payload: string) => void;

/** How long hints are gathered before they are sent together, in milliseconds. */
const gatherFor = 2;
const reconnectAfter = 500;

/**
 * Hints between processes over LISTEN/NOTIFY. A hint is sent after the commit it speaks of and may get lost (a
 * process dies, a connection drops): whoever listens looks into the tables, and also looks when told `''`, which is
 * said after every reconnect. Hints are not part of transactions, because NOTIFY inside one makes commits queue.
 */
@Injectable()
export class Notifications implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly waiting = new Map<string, Set<string>>();
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private flushing: NodeJS.Timeout | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
  ) {}

  /** Calls `listener` with the payload of every hint on `channel`; `''` means "look at everything". */
  async listen(channel: string, listener: Listener): Promise<void> {
    const known = this.listeners.get(channel) ?? new Set();
    known.add(listener);
    this.listeners.set(channel, known);
    await this.connect();
    await this.client?.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  /** Sends a hint soon; the same hint given again before then is sent once. */
  hint(channel: string, payload: string): void {
    const payloads = this.waiting.get(channel) ?? new Set();
    payloads.add(payload);
    this.waiting.set(channel, payloads);
    this.flushing ??= setTimeout(() => void this.flush(), gatherFor);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.flushing);
    clearTimeout(this.reconnecting);
    await this.client?.end().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    this.flushing = undefined;
    const pairs = [...this.waiting].flatMap(([channel, payloads]) =>
      [...payloads].map((p) => [channel, p] as const),
    );
    this.waiting.clear();
    try {
      await this.database.query('select pg_notify(c, p) from unnest($1::text[], $2::text[]) as hint (c, p)', [
        pairs.map(([channel]) => channel),
        pairs.map(([, payload]) => payload),
      ]);
    } catch (error) {
      if (!this.closed) this.logger.warn({ err: error }, 'hints were not sent; sweepers will find the work');
    }
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open();
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'rygrad-listen',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel) ?? []) listener(payload ?? '');
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      this.reconnect();
    });
    await client.connect();
    this.client = client;
    for (const channel of this.listeners.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  }

  /** One attempt at a time: a refused connection both fails and ends. */
  private reconnect(): void {
    if (this.closed || this.reconnecting !== undefined) return;
    this.client = undefined;
    this.reconnecting = setTimeout(() => {
      this.reconnecting = undefined;
      this.connecting = this.open();
      this.connecting.then(
        () => {
          for (const listener of [...this.listeners.values()].flatMap((set) => [...set])) listener('');
        },
        () => {
          this.reconnect();
        },
      );
    }, reconnectAfter);
    this.reconnecting.unref();
  }
}
