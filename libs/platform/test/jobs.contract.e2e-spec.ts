import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { newId } from '#libs/kernel';
import {
  type JobContext,
  type JobPayload,
  JobRegistry,
  JobStore,
  systemActor,
  UnitOfWork,
} from '#libs/platform';
import { createTestDatabase, eventually, startTestApp, type TestApp, type TestDatabase } from '#libs/testing';

/** A handler that does what its payload says, and remembers. */
@Injectable()
class Work implements OnModuleInit {
  readonly done: string[] = [];
  attempts = 0;
  running = 0;
  mostAtOnce = 0;

  constructor(private readonly registry: JobRegistry) {}

  onModuleInit(): void {
    this.registry.handle('spec.work', (payload, context) => this.work(payload, context), {
      concurrency: 2,
      maxAttempts: 3,
      leaseFor: 2_000,
    });
  }

  private async work(payload: JobPayload, context: JobContext): Promise<void> {
    this.attempts += 1;
    this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    try {
      if (payload['slow'] === true) await sleep(30);
      if (payload['failures'] === undefined || context.attempt > Number(payload['failures']))
        this.done.push(String(payload['name']));
      else throw new Error('not yet');
      await context.progress(1, 2);
    } finally {
      this.running -= 1;
    }
  }
}

@Global()
@Module({ providers: [Work], exports: [Work] })
class WorkModule {}

const redis = process.env['REDIS_URL'];

const ways: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['PostgreSQL', {}],
  ['bull on Redis', { REDIS_URL: redis ?? '' }],
];

describe.each(ways)('jobs by way of %s', (way, settings) => {
  let database: TestDatabase;
  let app: TestApp;
  let work: Work;

  beforeAll(async () => {
    if (way !== 'PostgreSQL') expect(redis).toBeDefined();
    database = await createTestDatabase();
    app = await startTestApp({ modules: [WorkModule], settings, database });
    work = app.get(Work);
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const enqueue = (
    name: string,
    more: Record<string, string | number | boolean> = {},
    key = name,
  ): Promise<void> => {
    const allianceId = newId();
    return app
      .get(UnitOfWork)
      .actAs(systemActor(allianceId, 'spec'), (tx) =>
        tx.enqueue({ queue: 'spec.work', key, payload: { allianceId, name, ...more } }),
      );
  };

  const times = (name: string): number => work.done.filter((one) => one === name).length;

  it('does a job that was left in a committed unit of work', async () => {
    await enqueue('plain');
    await eventually('the job is done', () => Promise.resolve(times('plain') === 1));
    const [row] = await eventually('the row says so', async () => {
      const rows = await database.query(
        `select state, progress_done, progress_total from job where key = 'plain' and state = 'done'`,
      );
      return rows.length === 1 && rows;
    });
    expect(row).toMatchObject({ progress_done: 1, progress_total: 2 });
  });

  it('does nothing of what was undone', async () => {
    await expect(
      app.get(UnitOfWork).actAs(systemActor(newId(), 'spec'), async (tx) => {
        await tx.enqueue({
          queue: 'spec.work',
          key: 'undone',
          payload: { allianceId: tx.allianceId, name: 'undone' },
        });
        throw new Error('undo');
      }),
    ).rejects.toThrow('undo');
    await enqueue('after-undone');
    await eventually('a later job is done', () => Promise.resolve(times('after-undone') === 1));
    expect(times('undone')).toBe(0);
  });

  it('does what has one key once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => enqueue('once', {}, 'same-key')));
    await enqueue('after-once');
    await eventually('both are done', () =>
      Promise.resolve(times('after-once') === 1 && times('once') === 1),
    );
    expect(times('once')).toBe(1);
  });

  it('tries again what failed, and gives up after the last try', async () => {
    await enqueue('second-try', { failures: 1 });
    await eventually('it came about at the second try', () => Promise.resolve(times('second-try') === 1));
    await database.query(
      `insert into job (id, queue, key, payload, run_at, max_attempts) values ($1, 'spec.work', 'never', '{"name": "never", "failures": 9}', now(), 1)`,
      [newId()],
    );
    const rows = await eventually('the job is given up', async () => {
      const dead = await database.query(`select last_error from job where key = 'never' and state = 'dead'`);
      return dead.length === 1 && dead;
    });
    expect(rows).toEqual([{ last_error: 'Error' }]);
  });

  it('finds a job of which no hint was given, and one whose process died', async () => {
    await database.query(
      `insert into job (id, queue, key, payload, run_at, max_attempts, state, lease_until, attempts) values
       ($1, 'spec.work', 'unhinted', '{"name": "unhinted"}', now(), 3, 'pending', null, 0),
       ($2, 'spec.work', 'orphan', '{"name": "orphan"}', now(), 3, 'running', now() - interval '1 second', 1)`,
      [newId(), newId()],
    );
    await eventually('both are done', () =>
      Promise.resolve(times('unhinted') === 1 && times('orphan') === 1),
    );
  });

  it('gives a job whose process died in its last try one more, in which it can say that it gives up', async () => {
    await database.query(
      `insert into job (id, queue, key, payload, run_at, max_attempts, state, lease_until, attempts) values
       ($1, 'spec.work', 'last', '{"name": "last"}', now(), 3, 'running', now() - interval '1 second', 3),
       ($2, 'spec.work', 'hopeless', '{"name": "hopeless"}', now(), 3, 'running', now() - interval '1 second', 4)`,
      [newId(), newId()],
    );
    await eventually('it is done', () => Promise.resolve(times('last') === 1));
    const [row] = await eventually('the other is given up', async () => {
      const dead = await database.query(`select attempts from job where key = 'hopeless' and state = 'dead'`);
      return dead.length === 1 && dead;
    });
    expect(row).toEqual({ attempts: 4 });
    expect(times('hopeless')).toBe(0);
  });

  it('does each of many jobs once though two processes work, and no more at once than allowed', async () => {
    const second = await startTestApp({ modules: [WorkModule], settings, database });
    const other = second.get(Work);
    try {
      work.mostAtOnce = 0;
      const names = Array.from({ length: 40 }, (_, index) => `many-${String(index)}`);
      await Promise.all(names.map((name) => enqueue(name, { slow: true })));
      const all = (): string[] => [...work.done, ...other.done].filter((name) => name.startsWith('many-'));
      await eventually('all are done', () => Promise.resolve(new Set(all()).size === names.length));
      expect(all()).toHaveLength(names.length);
      expect(Math.max(work.mostAtOnce, other.mostAtOnce)).toBeLessThanOrEqual(2);
      expect(other.done.length).toBeGreaterThan(0);
    } finally {
      await second.close();
    }
  });

  it('waits until a job is due', async () => {
    const allianceId = newId();
    const begun = Date.now();
    await app.get(UnitOfWork).actAs(systemActor(allianceId, 'spec'), (tx) =>
      tx.enqueue({
        queue: 'spec.work',
        key: 'later',
        payload: { allianceId, name: 'later' },
        runAt: new Date(tx.now().getTime() + 1500),
      }),
    );
    await eventually('it is done', () => Promise.resolve(times('later') === 1));
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1490);
  });

  it('forgets what was done long ago, and only that', async () => {
    await database.query(
      `insert into job (id, queue, key, payload, run_at, max_attempts, state, finished_at) values
       ($1, 'spec.work', 'long-done', '{}', now(), 3, 'done', now() - interval '15 days'),
       ($2, 'spec.work', 'just-done', '{}', now(), 3, 'done', now()),
       ($3, 'spec.work', 'given-up', '{}', now(), 3, 'dead', now() - interval '15 days')`,
      [newId(), newId(), newId()],
    );
    expect(await app.get(JobStore).tidy(5000)).toBe(1);
    const left = await database.query<{ key: string }>(
      `select key from job where key in ('long-done', 'just-done', 'given-up') order by key`,
    );
    expect(left.map((row) => row.key)).toEqual(['given-up', 'just-done']);
  });
});
