import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import { findPostgresBinaries } from './postgres-binaries.js';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What another process of plain Node can load. */
function compile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from))
    if (file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      writeFileSync(
        join(to, file.replace(/ts$/, 'js')),
        transformFileSync(join(from, file), { configFile: resolve('.swcrc'), sourceMaps: false }).code,
      );
}

describe('embedded PostgreSQL', () => {
  const running: EmbeddedPostgres[] = [];
  let dataDir: string;

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir });
    running.push(server);
    return server;
  };

  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'rygrad-embedded-'));
    chmodSync(folder, 0o755); // so that root's database may lie there too
    dataDir = join(folder, 'data');
  });

  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(join(dataDir, '..'), { recursive: true, force: true });
  });

  it('gives the application a role that cannot step round row-level security', async () => {
    const server = await start();
    const rights = await ask(
      server.appUrl,
      'select rolname, rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user',
    );
    expect(rights).toEqual([
      { rolname: 'rygrad_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false },
    ]);
    await expect(ask(server.appUrl, 'create table intruder (id int)')).rejects.toThrow('permission denied');
  });

  it('lets the owner make the extensions that migrations need, and sorts the Danish way', async () => {
    const server = await start();
    await ask(
      server.ownerUrl,
      'create extension pg_trgm; create extension citext; create extension btree_gist; create extension pgcrypto',
    );
    const names = await ask(
      server.ownerUrl,
      `select name from (values ('Ålborg'), ('Zoo'), ('Ærø'), ('Østbyen'), ('Bibliotek')) as t(name) order by name`,
    );
    expect(names.map(({ name }) => name)).toEqual(['Bibliotek', 'Zoo', 'Ærø', 'Østbyen', 'Ålborg']);
  });

  it('keeps passwords to the owner of the folder and refuses a wrong one', async () => {
    const server = await start();
    expect(statSync(join(dataDir, 'credentials.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.appUrl);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(await ask(server.adminUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept (n int); insert into kept values (42)');
    await first.stop();
    const second = await start();
    expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('says who runs and where when a folder is started twice', async () => {
    const first = await start();
    first.announce('http://localhost:4711');
    await expect(start()).rejects.toThrow(
      `Rygrad (process ${String(process.pid)}) already runs on ${dataDir} and answers at http://localhost:4711`,
    );
    expect(await ask(first.appUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('takes over the server that a killed process left behind', async () => {
    const compiled = resolve('.cache', `embedded-spec-${String(process.pid)}`);
    compile('libs/platform/src/embedded', compiled);
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(join(compiled, 'embedded-postgres.js'))});
      const { adminUrl } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(adminUrl);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const adminUrl = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (text: Buffer) => {
        resolve(text.toString().trim());
      });
      child.once('exit', (code) => {
        reject(new Error(`the first process ended with ${String(code)}`));
      });
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    await sleep(50);
    rmSync(compiled, { recursive: true, force: true });
    const server = await start();
    expect(server.takenOver).toBe(true);
    expect(server.adminUrl).toBe(adminUrl);
  });

  it('refuses data of another PostgreSQL version, saying what to do', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('made by PostgreSQL 17, this is PostgreSQL 18');
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
  });

  it('says so when the passwords are gone', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'credentials.json'));
    await expect(start()).rejects.toThrow('credentials.json is missing');
  });

  it('does not quietly start empty when the database is gone', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'postgres'), { recursive: true });
    await expect(start()).rejects.toThrow('The database is gone');
  });

  it('keeps statements with values out of its log', async () => {
    const server = await start();
    await expect(ask(server.ownerUrl, `select 'Freja'::int`)).rejects.toThrow('invalid input syntax');
    await server.stop();
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('Freja');
  });

  it('runs for root in a folder that nobody else can enter, and says where the data went', async () => {
    chmodSync(join(dataDir, '..'), 0o700);
    const server = await start();
    const place = await ask(server.adminUrl, 'show data_directory');
    const cluster = String(place[0]?.data_directory);
    if (process.getuid?.() === 0) {
      expect(server.notice).toContain(`The database lies in ${cluster}`);
      expect(cluster).toMatch(/^\/var\/lib\/rygrad\//);
    } else {
      expect(server.notice).toBeNull();
      expect(cluster).toBe(join(dataDir, 'postgres'));
    }
    await server.stop();
    const again = await start();
    expect((await ask(again.adminUrl, 'show data_directory'))[0]?.data_directory).toBe(cluster);
    await again.stop();
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
    rmSync(join(cluster, '..'), { recursive: true, force: true });
  });

  it('says which machines have one when this one has none', async () => {
    await expect(findPostgresBinaries('sunos-sparc')).rejects.toThrow(
      'No embedded PostgreSQL exists for sunos-sparc (only for linux-x64',
    );
  });
});
