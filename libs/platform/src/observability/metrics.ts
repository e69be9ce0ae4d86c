import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';

/** Counts and durations for whoever watches the installation: no person data, routes by their pattern. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'rygrad_http_request_duration_seconds',
    help: 'Duration of HTTP requests in seconds, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry, prefix: 'rygrad_' });
    this.watchJobs();
  }

  private watchJobs(): void {
    const { database } = this;
    new Gauge({
      name: 'rygrad_jobs',
      help: 'Jobs that wait, run or were given up, by queue and state',
      labelNames: ['queue', 'state'] as const,
      registers: [this.registry],
      async collect() {
        const rows = await database.query<{ queue: string; state: string; count: number }>(
          `select queue, state, count(*)::int as count from job where state <> 'done' group by queue, state`,
        );
        this.reset();
        for (const row of rows) this.set({ queue: row.queue, state: row.state }, row.count);
      },
    });
  }
}
