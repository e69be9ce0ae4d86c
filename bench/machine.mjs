/** What every measurement stands on: one PostgreSQL, our server and the limit's, and load in turn. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';

const root = resolve(import.meta.dirname, '..');

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** An embedded PostgreSQL with durable commits, migrated; the statistics settings are its defaults. */
export async function openDatabase() {
  const { startEmbeddedPostgres, migrate } = await import(join(root, 'dist/libs/platform/src/index.js'));
  const folder = await mkdtemp(join(tmpdir(), 'rygrad-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  await migrate(postgres.ownerUrl, join(root, 'dist/migrations'));
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  return {
    appUrl: postgres.appUrl,
    ownerUrl: postgres.ownerUrl,
    owner,
    folder,
    async close() {
      await owner.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One of our servers or of the limits, answering on a free port. */
export async function startServer(script, environment) {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, script)], {
    env: { PATH: process.env.PATH, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; ; waited += 50) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) break;
    if (child.exitCode !== null || waited > 30_000) throw new Error(`${script} did not start`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Our server as it ships (built, API and worker in one process), and the least code that does the same work. */
export async function startBoth(database, limit) {
  const settings = { LOG_LEVEL: 'error', DATABASE_POOL: '10' };
  const ours = await startServer('dist/apps/api/main.js', {
    ...settings,
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    DATA_DIR: database.folder,
  });
  const least = await startServer(limit, { DATABASE_URL: database.appUrl, OWNER_URL: database.ownerUrl });
  return { ours, least, stop: () => Promise.all([ours.stop(), least.stop()]) };
}

async function load(request, seconds) {
  const result = await autocannon({ connections: 32, duration: seconds, ...request });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${request.url}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Loads both in turn, three rounds after a warm-up; prints medians and their ratio. */
export async function compare(
  name,
  { ours, least, target },
  seconds = Number(process.env.BENCH_SECONDS ?? 5),
) {
  await load(least, 2);
  await load(ours, 2);
  const rounds = { ours: [], least: [] };
  for (let round = 0; round < 3; round += 1) {
    rounds.least.push(await load(least, seconds));
    rounds.ours.push(await load(ours, seconds));
  }
  const of = (side, key) => median(rounds[side].map((one) => one[key]));
  const ratio = of('ours', 'rate') / of('least', 'rate');
  console.log(
    `${name}: ours ${of('ours', 'rate').toFixed(0)} req/s (p99 ${of('ours', 'p99')} ms), ` +
      `limit ${of('least', 'rate').toFixed(0)} req/s (p99 ${of('least', 'p99')} ms), ratio ${ratio.toFixed(2)} (to reach: ${target})`,
  );
  return ratio;
}
