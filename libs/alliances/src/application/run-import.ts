import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { type Clock, copenhagenDate, DomainError, newId } from '#libs/kernel';
import {
  type Actor,
  CLOCK,
  type JobContext,
  notFound,
  systemActor,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import type { Partner } from '../domain/partner.js';
import { applyRow, partnerFrom } from '../domain/partner-row.js';
import { countVerdicts, JudgeImport, type JudgedImportRow } from './judge-import.js';
import { type PartnerImport, PartnerImportRepository, type RowOutcome } from './partner-import.repository.js';
import { PartnerRepository } from './partner.repository.js';
import { importJobKey } from './upload-import.js';

/** The queue in which imports are carried out. */
export const runImportQueue = 'alliances.run-import';

const CHUNK = 250;

/** One partner to be kept, and the row it comes from. */
interface Plan {
  readonly from: JudgedImportRow;
  readonly before: Partner | null;
  readonly after: Partner;
}

/**
 * Carries an import out: everything in one transaction, so that a process that dies half way leaves nothing, and
 * the job begins anew. The rows are judged once more, behind the lock on the list of partners.
 */
@Injectable()
export class RunImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: PartnerImportRepository,
    private readonly partners: PartnerRepository,
    private readonly judging: JudgeImport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Leaves the job. @throws DomainError alliances/import-not-in-preview, -import-has-problems, -import-nothing-to-do */
  start(actor: Actor, importId: string, leaveOutProblems: boolean): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const found = await this.imports.hold(tx, importId);
      if (found === undefined) throw notFound();
      if (found.state !== 'preview') throw new DomainError<ErrorCode>('alliances/import-not-in-preview');
      const { problem, new: fresh, match, unchanged } = found.counts;
      if (problem > 0 && !leaveOutProblems)
        throw new DomainError<ErrorCode>('alliances/import-has-problems', { count: problem });
      if (fresh + match + unchanged === 0) throw new DomainError<ErrorCode>('alliances/import-nothing-to-do');
      await this.imports.change(tx, importId, { state: 'importing', problem: null });
      await tx.enqueue({
        queue: runImportQueue,
        key: importJobKey(importId, found.version + 1),
        payload: { allianceId: tx.allianceId, importId },
      });
    });
  }

  /** The job. */
  async run(allianceId: string, importId: string, context: JobContext): Promise<void> {
    const actor = systemActor(allianceId, 'brings in a partner list');
    try {
      await this.unitOfWork.actAs(actor, async (tx) => {
        const found = await this.imports.hold(tx, importId);
        if (found?.state === 'importing') await this.carryOut(tx, found, context);
      });
    } catch (error) {
      if (context.isLast) await this.giveUp(allianceId, importId);
      throw error;
    }
  }

  private async carryOut(tx: Transaction, found: PartnerImport, context: JobContext): Promise<void> {
    await this.partners.holdList(tx);
    const judged = await this.judging.run(tx, await this.imports.listRows(tx, found.id), found.columns);
    await this.imports.keepVerdicts(
      tx,
      found.id,
      judged.map((each) => each.judged),
    );
    const plans = this.plan(judged);
    for (let at = 0; at < plans.length; at += CHUNK) {
      await this.keep(tx, found, plans.slice(at, at + CHUNK));
      await context.progress(Math.min(at + CHUNK, plans.length), plans.length);
    }
    await this.imports.keepOutcomes(tx, outcomes(judged, plans));
    const created = plans.filter((plan) => plan.before === null).length;
    const updated = plans.length - created;
    const counts = { ...countVerdicts(judged), created, updated };
    await this.imports.change(tx, found.id, { state: 'imported', counts, importedAt: tx.now() });
    const payload = { byName: found.uploadedBy, fileName: found.fileName, created, updated };
    await tx.append('alliances.partners-imported', { kind: 'partner-import', id: found.id }, payload);
  }

  private plan(judged: readonly JudgedImportRow[]): Plan[] {
    const today = copenhagenDate(this.clock.now());
    return judged
      .filter(({ row }) => !row.skipped)
      .flatMap((from): Plan[] => {
        const { read, partner, judged: row } = from;
        if (row.verdict === 'new')
          return [
            {
              from,
              before: null,
              after: partnerFrom(read.values, { organisationId: newId(), newId }, today),
            },
          ];
        if (row.verdict === 'match' && partner !== null)
          return [{ from, before: partner, after: applyRow(partner, read.values, newId) }];
        return [];
      });
  }

  private async keep(tx: Transaction, found: PartnerImport, plans: readonly Plan[]): Promise<void> {
    await this.partners.insert(
      tx,
      plans.filter((plan) => plan.before === null).map((plan) => plan.after),
    );
    await this.partners.update(
      tx,
      plans.filter((plan) => plan.before !== null).map((plan) => plan.after),
    );
    for (const { before, after, from } of plans)
      await tx.append(
        'alliances.partner-imported',
        { kind: 'partner', id: after.organisationId },
        {
          byName: found.uploadedBy,
          organisationName: after.name,
          fileName: found.fileName,
          isNew: before === null,
          fields: from.judged.changes.map((change) => change.field),
        },
      );
  }

  /** After the last try the import is a preview again, and says that nothing was saved. */
  private giveUp(allianceId: string, importId: string): Promise<void> {
    return this.unitOfWork.actAs(systemActor(allianceId, 'gives up an import'), async (tx) => {
      const found = await this.imports.hold(tx, importId);
      const problem = { code: 'alliances/import-failed' satisfies ErrorCode, params: {} };
      if (found?.state === 'importing')
        await this.imports.change(tx, importId, { state: 'preview', problem });
    });
  }
}

function outcomes(judged: readonly JudgedImportRow[], plans: readonly Plan[]): RowOutcome[] {
  const planned = new Map(plans.map((plan) => [plan.from.row.id, plan]));
  return judged.flatMap(({ row, judged: { verdict, organisationId } }): RowOutcome[] => {
    const plan = planned.get(row.id);
    if (plan !== undefined) {
      const trace = { version: plan.before === null ? 1 : plan.before.version + 1, before: plan.before };
      const effect = plan.before === null ? 'created' : 'updated';
      return [{ id: row.id, effect, organisationId: plan.after.organisationId, trace }];
    }
    if (verdict === 'empty') return [];
    const effect = verdict === 'unchanged' && !row.skipped ? 'unchanged' : 'skipped';
    return [{ id: row.id, effect, organisationId, trace: null }];
  });
}
