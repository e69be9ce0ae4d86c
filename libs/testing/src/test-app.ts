import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, systemClock } from '#libs/kernel';
import {
  Addresses,
  type Config,
  createHttpApp,
  KeyRing,
  PlatformModule,
  readConfig,
  Runtime,
} from '#libs/platform';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { TestWorld } from './test-world.js';

/** What a test decides about the application it starts. */
export interface TestAppOptions {
  /** The modules under test, besides the platform. */
  readonly modules: readonly (Type | DynamicModule)[];
  readonly clock?: Clock;
  /** The secret keys; default a fresh one. */
  readonly keyRing?: KeyRing;
  /** Settings that differ from a bare test installation, e.g. `{ SMTP_URL: smtp.url }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A database to share between several applications; default a fresh one. */
  readonly database?: TestDatabase;
  readonly webRoot?: string;
}

/** A running application on a free port, its database and a way to fill it. */
export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly world: TestWorld;
  readonly config: Config;
  /** A provider of the application. */
  get<T>(token: Type<T> | symbol): T;
  close(): Promise<void>;
}

/** Starts the real application with real PostgreSQL, on a free port of this machine. */
export async function startTestApp(options: TestAppOptions): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'rygrad-test-'));
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'error',
    PORT: '0',
    // Tests set their clock weeks ahead without signing in again.
    SESSION_IDLE_HOURS: '2160',
    ...options.settings,
  });
  const clock = options.clock ?? systemClock;
  const keyRing = options.keyRing ?? new KeyRing([randomBytes(32)]);

  @Module({
    imports: [PlatformModule.forRoot({ config, keyRing, clock }), ...options.modules],
  })
  class TestComposition {}

  const app = await createHttpApp(TestComposition, {
    config,
    ...(options.webRoot === undefined ? {} : { webRoot: options.webRoot }),
  });
  const close = async (): Promise<void> => {
    await app.close();
    if (options.database === undefined) await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const http = app.getHttpServer();
  let url: string;
  try {
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
    app.get(Addresses).listeningOn(url);
    await app.get(Runtime).start(http);
  } catch (error) {
    // What had been opened by then would keep the worker of jest from ending.
    await close().catch(() => undefined);
    throw error;
  }
  return {
    url,
    app,
    database,
    config,
    world: new TestWorld(database, url, clock),
    get: (token) => app.get(token, { strict: false }),
    close,
  };
}
