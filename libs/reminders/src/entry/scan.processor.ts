import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Clock } from '#libs/kernel';
import {
  CLOCK,
  CONFIG,
  type Config,
  INSTALLATION,
  JobRegistry,
  systemActor,
  UnitOfWork,
} from '#libs/platform';
import { ScanAlliance } from '../application/scan-alliance.js';

const scanQueue = 'reminders.scan';
const scanEvery = 5 * 60_000;
const lookEvery = 60_000;

/**
 * Leaves one scan per alliance and five minutes, and does them. Every worker leaves them, the key makes them one: none
 * is missed when a worker dies, and none is done twice.
 */
@Injectable()
export class ScanProcessor implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly scan: ScanAlliance,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(scanQueue, async ({ allianceId }) => {
      if (typeof allianceId === 'string') await this.scan.scan(allianceId);
    });
  }

  onApplicationBootstrap(): void {
    if (this.config.ROLE === 'api') return;
    this.timer = setInterval(() => void this.leaveScans().catch(() => undefined), lookEvery);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Leaves the present turn's scan of every alliance. */
  async leaveScans(): Promise<void> {
    const turn = Math.floor(this.clock.now().getTime() / scanEvery);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'leave scans'), async (tx) => {
      const alliances = await tx.query<{ id: string }>('select id from rygrad_alliances_to_remind() as id');
      for (const { id } of alliances)
        await tx.enqueue({ queue: scanQueue, key: `${id}:${String(turn)}`, payload: { allianceId: id } });
    });
  }
}
