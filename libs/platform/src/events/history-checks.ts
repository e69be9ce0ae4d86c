import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { z } from 'zod';
import type { auditVerification, historyCheck } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type JobContext, JobRegistry } from '../jobs/job-registry.js';
import { systemActor } from '../tenancy/actor.js';
import type { AnchoredHead } from './anchors/anchor-document.js';
import { verifyChain } from './verify-chains.js';

const queue = 'platform.history-check';

type Found = z.infer<typeof auditVerification>;
type Check = z.infer<typeof historyCheck>;

interface Row {
  id: string;
  asked_at: Date;
  finished_at: Date | null;
  found: Found | null;
  state: string | null;
  done: number | null;
  total: number | null;
}

/** Checks of an alliance's chain. One runs at a time: whoever asks meanwhile is shown the one that runs. */
@Injectable()
export class HistoryChecks implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.registry.handle(
      queue,
      (payload, context) => this.check(String(payload['allianceId']), String(payload['checkId']), context),
      { maxAttempts: 3, concurrency: 1 },
    );
  }

  /** The latest check that was asked for, as it stands; null when none ever was. */
  async latest(tx: Transaction): Promise<Check | null> {
    const [row] = await tx.query<Row>(
      `select c.id, c.asked_at, c.finished_at, c.found, j.state, j.progress_done as done, j.progress_total as total
       from history_check c left join job j on j.queue = $2 and j.key = c.id::text
       where c.alliance_id = $1 order by c.id desc limit 1`,
      [tx.allianceId, queue],
    );
    if (row === undefined) return null;
    return {
      id: row.id,
      state: stateOf(row),
      askedAt: row.asked_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
      progress: { done: row.done ?? 0, total: row.total ?? 0 },
      found: row.found,
    };
  }

  /** Begins a check, unless one runs. The one before it is forgotten. */
  async begin(tx: Transaction): Promise<Check> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('history-check:' || $1, 0))`, [
      tx.allianceId,
    ]);
    const running = await this.latest(tx);
    if (running?.state === 'running') return running;
    const id = newId();
    await tx.query('delete from history_check where alliance_id = $1', [tx.allianceId]);
    await tx.query('insert into history_check (id, alliance_id, asked_at) values ($1, $2, $3)', [
      id,
      tx.allianceId,
      tx.now(),
    ]);
    await tx.enqueue({ queue, key: id, payload: { allianceId: tx.allianceId, checkId: id } });
    return {
      id,
      state: 'running',
      askedAt: tx.now().toISOString(),
      finishedAt: null,
      progress: { done: 0, total: 0 },
      found: null,
    };
  }

  private async check(allianceId: string, checkId: string, context: JobContext): Promise<void> {
    const actor = systemActor(allianceId, 'check history');
    const heads = await this.unitOfWork.readAs(actor, anchoredHeads);
    const [last] = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<{ seq: string | null }>('select max(seq) as seq from event_seal where alliance_id = $1', [
        allianceId,
      ]),
    );
    const total = Number(last?.seq ?? 0);
    // Each piece in a unit of work of its own: a long chain keeps no transaction open.
    const report = await verifyChain(
      (sql, parameters) => this.unitOfWork.readAs(actor, (tx) => tx.query(sql, parameters)),
      allianceId,
      heads,
      (done) => context.progress(Math.min(done, total), total),
    );
    const found: Found = {
      events: report.events,
      head: report.head,
      anchors: heads.length,
      findings: report.findings.map(({ kind, seq, head }) => ({
        kind,
        seq,
        anchoredAt: head?.anchoredAt ?? null,
      })),
    };
    await this.unitOfWork.actAs(actor, (tx) =>
      tx.query(
        'update history_check set finished_at = $3, found = $4 where alliance_id = $1 and id = $2 and found is null',
        [allianceId, checkId, tx.now(), JSON.stringify(found)],
      ),
    );
  }
}

function stateOf({ found, state }: Row): Check['state'] {
  if (found !== null) return 'done';
  return state === 'pending' || state === 'running' ? 'running' : 'failed';
}

/** The heads of this alliance's chain that the database keeps of anchors. */
async function anchoredHeads(tx: Transaction): Promise<AnchoredHead[]> {
  const heads = await tx.query<{ at: Date; seq: number; hash: string; name: string }>(
    `select a.anchored_at as at, (h ->> 'seq')::int as seq, h ->> 'hash' as hash, a.file_name as name
     from anchor a, jsonb_array_elements(a.document::jsonb -> 'heads') h where h ->> 'alliance' = $1`,
    [tx.allianceId],
  );
  return heads.map(({ at, seq, hash, name }) => ({
    allianceId: tx.allianceId,
    seq,
    hash,
    anchoredAt: at.toISOString(),
    source: name,
  }));
}
