import { type DynamicModule, Global, Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '#libs/kernel';
import { Access } from './access/access.js';
import { accessControllers, accessProviders } from './access/access.providers.js';
import { Policies } from './access/policies.js';
import { administrationControllers, administrationProviders } from './administration/index.js';
import { CONFIG, type Config } from './config/config.js';
import { CLOCK } from './database/clock.token.js';
import { Database } from './database/database.js';
import { Notifications } from './database/notifications.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { deliveryControllers, deliveryProviders } from './delivery/delivery.providers.js';
import { auditControllers, auditProviders } from './events/audit.providers.js';
import { EventDispatcher } from './events/event-dispatcher.js';
import { EventLog } from './events/event-log.js';
import { EventSealer } from './events/event-sealer.js';
import { EventSubscriptions } from './events/event-subscriptions.js';
import { Feed } from './events/feed.js';
import { SubjectKeys } from './events/subject-keys.js';
import { Files } from './files/files.js';
import { AccessGuard } from './http/access.guard.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { IdempotencyKeys } from './http/idempotency-keys.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { Addresses } from './identity/addresses.js';
import { Claim } from './identity/claim.js';
import { FeedController } from './events/feed.controller.js';
import { HealthController } from './observability/health.controller.js';
import { Housekeeping } from './housekeeping/housekeeping.js';
import { identityControllers, identityProviders } from './identity/identity.providers.js';
import { Links } from './identity/links.js';
import { linkControllers, linkProviders } from './links/index.js';
import { Memberships } from './identity/memberships.js';
import { oidcControllers, oidcProviders } from './identity/oidc/oidc.providers.js';
import { People } from './identity/people.js';
import { peopleControllers, peopleProviders } from './identity/people/people.providers.js';
import { Roles } from './identity/role-source.js';
import { Sessions } from './identity/sessions.js';
import { SignIn } from './identity/sign-in.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRegistry } from './jobs/job-registry.js';
import { JOB_RUNNER, type JobRunner } from './jobs/job-runner.js';
import { JobStore } from './jobs/job-store.js';
import { PostgresJobRunner } from './jobs/postgres-job-runner.js';
import { Metrics } from './observability/metrics.js';
import { createLogger, LOGGER } from './observability/logger.js';
import { personDataControllers, personDataProviders } from './person-data/person-data.providers.js';
import { HistoryNames } from './events/history-names.js';
import { HistoryWalls } from './events/history-walls.js';
import { FeedGateway } from './realtime/feed.gateway.js';
import { SocketServer } from './realtime/socket-server.js';
import { Runtime } from './runtime.js';
import { Sealer } from './sealing/sealer.js';
import { KeyRing } from './secrets/key-ring.js';
import { SealedColumns } from './secrets/sealed-columns.js';
import { integrationControllers, integrationProviders } from './webhooks/integration.providers.js';

/** What the composition decides: settings, the secret keys, and (in tests) the clock. */
export interface PlatformOptions {
  readonly config: Config;
  readonly keyRing: KeyRing;
  readonly clock?: Clock;
}

const runner: Provider = {
  provide: JOB_RUNNER,
  inject: [CONFIG, JobRegistry, JobStore, Notifications, LOGGER],
  useFactory: async (
    config: Config,
    registry: JobRegistry,
    store: JobStore,
    notifications: Notifications,
    logger: Logger,
  ): Promise<JobRunner> => {
    if (config.REDIS_URL === undefined) return new PostgresJobRunner(registry, store, notifications, logger);
    // Loaded only where there is a Redis: a first start need not wait for it.
    const { BullJobRunner } = await import('./jobs/bull-job-runner.js');
    return new BullJobRunner(registry, store, notifications, logger, config.REDIS_URL, bullPrefix(config));
  },
};

/** Installations that share a Redis are told apart by their database. */
function bullPrefix(config: Config): string {
  const { host, pathname } = new URL(config.DATABASE_URL ?? 'postgres://embedded/rygrad');
  return `rygrad:${host}${pathname}`;
}

const exported = [
  Access,
  Policies,
  Addresses,
  Claim,
  Database,
  EventLog,
  EventSubscriptions,
  Feed,
  Files,
  HistoryWalls,
  Housekeeping,
  JobQueue,
  JobRegistry,
  JobStore,
  Links,
  Memberships,
  Metrics,
  Notifications,
  People,
  RateLimits,
  Roles,
  SealedColumns,
  Sealer,
  Sessions,
  SignIn,
  SocketServer,
  SubjectKeys,
  UnitOfWork,
];

/** The five mechanisms and everything else that knows nothing of the field. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit {
  constructor(private readonly database: Database) {}

  /** The platform with its settings. */
  static forRoot(options: PlatformOptions): DynamicModule {
    const values: Provider[] = [
      { provide: CONFIG, useValue: options.config },
      { provide: KeyRing, useValue: options.keyRing },
      { provide: CLOCK, useValue: options.clock ?? systemClock },
      { provide: LOGGER, useValue: createLogger(options.config) },
    ];
    return {
      module: PlatformModule,
      controllers: [
        ...identityControllers,
        FeedController,
        HealthController,
        ...deliveryControllers,
        ...auditControllers,
        ...integrationControllers,
        ...oidcControllers,
        ...accessControllers,
        ...linkControllers,
        ...administrationControllers,
        ...peopleControllers,
        ...personDataControllers,
      ],
      providers: [
        ...values,
        ...exported,
        ...identityProviders,
        ...peopleProviders,
        ...deliveryProviders,
        ...auditProviders,
        ...integrationProviders,
        ...oidcProviders,
        ...accessProviders,
        ...linkProviders,
        ...administrationProviders,
        ...personDataProviders,
        runner,
        EventDispatcher,
        EventSealer,
        FeedGateway,
        Runtime,
        IdempotencyKeys,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
      exports: [
        CONFIG,
        KeyRing,
        CLOCK,
        LOGGER,
        JOB_RUNNER,
        ...exported,
        ...identityProviders,
        ...deliveryProviders,
        ...oidcProviders,
        ...accessProviders,
        ...linkProviders,
        ...peopleProviders,
        ...personDataProviders,
        HistoryNames,
        Runtime,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.database.connect();
  }
}
