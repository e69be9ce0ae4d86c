import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound } from '../access/access.js';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Public } from '../http/decorators.js';
import { mayReadMetrics } from './metrics-access.js';
import { Metrics } from './metrics.js';

/** For whoever watches the installation. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
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

  /** Prometheus text: counts and durations only. To whoever may not read it there is nothing here. */
  @Get('metrics')
  @Public('whoever watches has no account; this machine or the token of the settings')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(@Req() request: FastifyRequest): Promise<string> {
    if (!mayReadMetrics(request.raw, this.config)) throw notFound();
    return this.metrics.registry.metrics();
  }
}
