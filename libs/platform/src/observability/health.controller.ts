import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Database } from '../database/database.js';
import { Public } from '../http/decorators.js';
import { Metrics } from './metrics.js';

/** For whoever watches the installation. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** The process is alive. */
  @Get('healthz')
  @Public('a watchdog has no account')
  healthz(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('readyz')
  @Public('a load balancer has no account')
  async readyz(): Promise<{ status: string }> {
    try {
      await this.database.query('select 1');
    } catch {
      throw new DomainError<ErrorCode>('platform/unavailable');
    }
    return { status: 'ready' };
  }

  /** Prometheus text: counts and durations only. */
  @Get('metrics')
  @Public('holds no person data; a proxy may close it to the outside')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
