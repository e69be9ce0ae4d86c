import { Inject, Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { JobRequest, Transaction } from '../database/transaction.js';
import { JobRegistry } from './job-registry.js';

/** The channel on which processes hint that a queue has something due. */
export const jobChannel = 'rygrad_job';

/** Leaves jobs in the causing transaction: the row is the truth, whatever wakes the workers. */
@Injectable()
export class JobQueue {
  constructor(@Inject(JobRegistry) private readonly registry: JobRegistry) {}

  /** Enqueues jobs; a key that the queue has had already is left alone. */
  async enqueue(tx: Transaction, jobs: readonly JobRequest[]): Promise<void> {
    if (jobs.length === 0) return;
    const now = tx.now();
    const ids = jobs.map(() => newId());
    const due = jobs.map((job) => job.runAt ?? now);
    await tx.queryPrepared(
      'job-enqueue',
      `insert into job (id, queue, key, payload, run_at, max_attempts)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::int[])
       on conflict (queue, key) do nothing`,
      [
        ids,
        jobs.map((job) => job.queue),
        jobs.map((job) => job.key),
        jobs.map((job) => JSON.stringify(job.payload)),
        due,
        jobs.map((job) => this.registry.find(job.queue)?.maxAttempts ?? 8),
      ],
    );
    jobs.forEach((job, index) => {
      tx.notify(jobChannel, `${job.queue}|${ids[index] ?? ''}|${String((due[index] ?? now).getTime())}`);
    });
  }
}
