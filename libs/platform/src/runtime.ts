import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Server as HttpServer } from 'node:http';
import { CONFIG, type Config } from './config/config.js';
import { EventSealer } from './events/event-sealer.js';
import { Housekeeping } from './housekeeping/housekeeping.js';
import { Sessions } from './identity/sessions.js';
import { JOB_RUNNER, type JobRunner } from './jobs/job-runner.js';
import { JobStore } from './jobs/job-store.js';
import { PersonDataRoutine } from './person-data/person-data-routine.js';
import { FeedGateway } from './realtime/feed.gateway.js';
import { SocketServer } from './realtime/socket-server.js';

/** Sets going what this process is for (ROLE): answering, working jobs off, or both. */
@Injectable()
export class Runtime implements OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(JOB_RUNNER) private readonly runner: JobRunner,
    private readonly sealer: EventSealer,
    private readonly sessions: Sessions,
    private readonly sockets: SocketServer,
    private readonly feed: FeedGateway,
    private readonly housekeeping: Housekeeping,
    private readonly personData: PersonDataRoutine,
    jobs: JobStore,
  ) {
    housekeeping.register('job', (most) => jobs.tidy(most));
  }

  /** @param http the HTTP server, for a process that answers */
  async start(http: HttpServer | undefined): Promise<void> {
    if (this.config.ROLE !== 'worker' && http !== undefined) {
      await this.sessions.start();
      await this.feed.start();
      this.sockets.attach(http);
    }
    if (this.config.ROLE !== 'api') {
      await this.runner.start();
      await this.sealer.start();
      this.housekeeping.start();
      await this.personData.start();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}
