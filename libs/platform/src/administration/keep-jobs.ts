import { Injectable } from '@nestjs/common';
import type { ErrorCode, InstallationJobs } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { jobChannel } from '../jobs/job-queue.js';
import { INSTALLATION, type PersonActor } from '../tenancy/actor.js';
import { ListAlliances } from './list-alliances.query.js';

interface QueueRow {
  readonly queue: string;
  readonly waiting: number;
  readonly scheduled: number;
  readonly running: number;
  readonly retrying: number;
  readonly dead: number;
  readonly done: number;
  readonly oldest: Date | null;
}

interface DeadRow {
  readonly id: string;
  readonly queue: string;
  readonly alliance_id: string | null;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

const day = 86_400_000;
const mostShown = 200;

/** The work behind the pages, for administrators: what waits, what was given up, and how it is started again. */
@Injectable()
export class KeepJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: ListAlliances,
  ) {}

  /** Queues by name, and what was given up, newest first. Payloads stay in the table. */
  show(actor: PersonActor): Promise<InstallationJobs> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const queues = await tx.query<QueueRow>(
        `select queue, count(*) filter (where state = 'pending' and attempts = 0 and run_at <= $1)::int as waiting,
           count(*) filter (where state = 'pending' and attempts = 0 and run_at > $1)::int as scheduled,
           count(*) filter (where state = 'running')::int as running,
           count(*) filter (where state = 'pending' and attempts > 0)::int as retrying,
           count(*) filter (where state = 'dead')::int as dead,
           count(*) filter (where state = 'done' and finished_at >= $2)::int as done,
           min(run_at) filter (where state = 'pending' and run_at <= $1) as oldest
         from job group by queue order by queue`,
        [tx.now(), new Date(tx.now().getTime() - day)],
      );
      const dead = await tx.query<DeadRow>(
        `select id, queue, payload ->> 'allianceId' as alliance_id, attempts, last_error, created_at, finished_at
         from job where state = 'dead' order by finished_at desc nulls last, id desc limit ${String(mostShown)}`,
      );
      const names = await this.alliances.names(tx);
      return {
        queues: queues.map(({ oldest, ...queue }) => ({
          ...queue,
          oldestDueAt: oldest?.toISOString() ?? null,
        })),
        dead: dead.map((job) => ({
          id: job.id,
          queue: job.queue,
          allianceName: job.alliance_id === null ? null : (names.get(job.alliance_id) ?? null),
          attempts: job.attempts,
          lastError: job.last_error,
          createdAt: job.created_at.toISOString(),
          finishedAt: job.finished_at?.toISOString() ?? null,
        })),
      };
    });
  }

  /** Tries a given-up job again from the first try. @throws DomainError platform/not-found, administration/job-not-dead */
  async retry(actor: PersonActor, jobId: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const queue = await this.lockDead(tx, jobId);
      await putBack(tx, 'id = $2', jobId);
      await this.tell(tx, jobId, queue, 1);
    });
  }

  /** Tries all given-up jobs of a queue again. @returns how many */
  async retryAll(actor: PersonActor, queue: string): Promise<number> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const count = await putBack(tx, 'queue = $2', queue);
      if (count > 0) await this.tell(tx, INSTALLATION, queue, count);
      return count;
    });
  }

  /** A given-up job stays undone for good. @throws DomainError platform/not-found, administration/job-not-dead */
  async cancel(actor: PersonActor, jobId: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const queue = await this.lockDead(tx, jobId);
      await tx.query(
        `update job set state = 'done', last_error = 'cancelled', finished_at = $2 where id = $1`,
        [jobId, tx.now()],
      );
      await tx.append('administration.job-cancelled', { kind: 'job', id: jobId }, { queue });
    });
  }

  private async lockDead(tx: Transaction, jobId: string): Promise<string> {
    const [job] = await tx.query<{ queue: string; state: string }>(
      'select queue, state from job where id = $1 for update',
      [jobId],
    );
    if (job === undefined) throw notFound();
    if (job.state !== 'dead') throw new DomainError<ErrorCode>('administration/job-not-dead');
    return job.queue;
  }

  private async tell(tx: Transaction, id: string, queue: string, count: number): Promise<void> {
    await tx.append('administration.jobs-retried', { kind: 'job', id }, { queue, count });
    tx.notify(jobChannel, '');
  }
}

async function putBack(tx: Transaction, condition: 'id = $2' | 'queue = $2', value: string): Promise<number> {
  const back = await tx.query(
    `update job set state = 'pending', attempts = 0, run_at = $1, lease_until = null, finished_at = null
     where state = 'dead' and ${condition} returning id`,
    [tx.now(), value],
  );
  return back.length;
}
