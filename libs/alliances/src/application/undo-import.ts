import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import {
  actingPerson,
  type Actor,
  type JobContext,
  notFound,
  systemActor,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { undoStep } from '../domain/undo-import.js';
import { type PartnerImport, PartnerImportRepository, type RowUndone } from './partner-import.repository.js';
import { PartnerRepository } from './partner.repository.js';
import { importJobKey } from './upload-import.js';

/** The queue in which imports are undone. */
export const undoImportQueue = 'alliances.undo-import';

/** Undoes an import: what it made goes, what it changed is put back, unless somebody has touched it since. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: PartnerImportRepository,
    private readonly partners: PartnerRepository,
  ) {}

  /** Leaves the job. @throws DomainError alliances/import-not-undoable */
  start(actor: Actor, importId: string): Promise<void> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const found = await this.imports.hold(tx, importId);
      if (found === undefined) throw notFound();
      if (found.state !== 'imported') throw new DomainError<ErrorCode>('alliances/import-not-undoable');
      await this.imports.change(tx, importId, {
        state: 'undoing',
        problem: null,
        undoneBy: actor.kind === 'system' ? '' : actor.name,
        undoneById: actingPerson(actor),
      });
      await tx.enqueue({
        queue: undoImportQueue,
        key: importJobKey(importId, found.version + 1),
        payload: { allianceId: tx.allianceId, importId },
      });
    });
  }

  /** The job, in one transaction. */
  async run(allianceId: string, importId: string, context: JobContext): Promise<void> {
    try {
      await this.unitOfWork.actAs(systemActor(allianceId, 'undoes an import'), async (tx) => {
        const found = await this.imports.hold(tx, importId);
        if (found?.state === 'undoing') await this.carryOut(tx, found, context);
      });
    } catch (error) {
      if (context.isLast) await this.giveUp(allianceId, importId);
      throw error;
    }
  }

  private async carryOut(tx: Transaction, found: PartnerImport, context: JobContext): Promise<void> {
    await this.partners.holdList(tx);
    const versions = new Map(
      (await this.partners.listAll(tx)).map((each) => [each.organisationId, each.version]),
    );
    const steps = (await this.imports.listTraces(tx, found.id)).map((trace) => ({
      id: trace.id,
      step: undoStep(trace, versions.get(trace.organisationId ?? '')),
    }));
    await context.progress(0, steps.length);
    const restored = steps.flatMap(({ step }) => (step.kind === 'restore' ? [step.before] : []));
    await this.partners.update(
      tx,
      restored.map((before) => ({ ...before, version: before.version + 1 })),
    );
    const toRemove = steps.flatMap(({ step }) => (step.kind === 'remove' ? [step.organisationId] : []));
    const removed = new Set(await this.partners.remove(tx, toRemove));
    await context.progress(steps.length, steps.length);
    const undone = steps.flatMap(({ id, step }): RowUndone[] => {
      if (step.kind === 'nothing') return [];
      if (step.kind === 'keep') return [{ id, undo: 'kept', reason: step.reason }];
      if (step.kind === 'restore') return [{ id, undo: 'restored', reason: null }];
      const isGone = removed.has(step.organisationId);
      return [{ id, undo: isGone ? 'removed' : 'kept', reason: isGone ? null : 'in-use' }];
    });
    await this.imports.keepUndone(tx, undone);
    const count = (kind: RowUndone['undo']) => undone.filter((row) => row.undo === kind).length;
    const counted = { removed: count('removed'), restored: count('restored'), kept: count('kept') };
    const counts = { ...found.counts, ...counted };
    await this.imports.change(tx, found.id, { state: 'undone', counts, undoneAt: tx.now() });
    const subject = { kind: 'partner-import', id: found.id };
    await tx.append('alliances.import-undone', subject, {
      byName: found.undoneBy ?? '',
      fileName: found.fileName,
      ...counted,
    });
  }

  /** After the last try the import stands as it was carried out, says so, and can be undone once more. */
  private giveUp(allianceId: string, importId: string): Promise<void> {
    return this.unitOfWork.actAs(systemActor(allianceId, 'gives up undoing an import'), async (tx) => {
      const found = await this.imports.hold(tx, importId);
      const problem = { code: 'alliances/import-failed' satisfies ErrorCode, params: {} };
      if (found?.state === 'undoing') await this.imports.change(tx, importId, { state: 'imported', problem });
    });
  }
}
