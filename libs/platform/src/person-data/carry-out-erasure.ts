import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Sessions } from '../identity/sessions.js';
import { INSTALLATION, systemActor } from '../tenancy/actor.js';
import { AllianceIds } from './alliance-ids.js';
import { EraseBySources, type Erased } from './erase-by-sources.js';
import { journalQueue } from './erasure-journal.js';
import { type Erasure, Erasures } from './erasures.js';
import { PersonCircle } from './person-circle.js';
import type { PersonSubject } from './person-data-source.js';
import { tryOut } from './try-out.js';

/**
 * Carries erasures out as the system. What belongs to one alliance goes in one transaction. An account goes alliance by
 * alliance and last itself: whoever is interrupted begins again, and finds less to do.
 */
@Injectable()
export class CarryOutErasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceIds,
    private readonly bySources: EraseBySources,
    private readonly circle: PersonCircle,
    private readonly erasures: Erasures,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Does what is noted; nothing when it is done already.
   * @param again also when it is done: after a restore the data may be back
   */
  async run(allianceId: string, erasureId: string, { again = false } = {}): Promise<void> {
    const system = systemActor(allianceId, 'erase a person');
    const account = await this.unitOfWork.actAs(system, async (tx) => {
      const erasure = await this.erasures.hold(tx, erasureId);
      if (erasure === undefined || (erasure.isDone && !again)) return undefined;
      if (erasure.subject.kind === 'person') return erasure;
      await this.inTransaction(tx, erasure, { again });
      return undefined;
    });
    if (account !== undefined) await this.account(account, again);
  }

  /** Erases somebody in the unit of work at hand; for the retention, whose report stands in the same transaction. */
  async within(tx: Transaction, subject: PersonSubject): Promise<void> {
    const erasure = await this.erasures.note(tx, subject, { reason: 'retention' });
    await this.inTransaction(tx, erasure, { again: false });
  }

  /** What the erasure of an account would take, place by place; nothing is changed. */
  async tryAccount(personId: string): Promise<Erased[]> {
    const subject: PersonSubject = { kind: 'person', id: personId };
    const emails = await this.emailsOf(subject);
    const tried: Erased[] = [];
    for (const allianceId of [...(await this.alliances.all()), INSTALLATION])
      tried.push(
        await tryOut(this.unitOfWork, systemActor(allianceId, 'preview an erasure'), (tx) =>
          this.bySources.run(tx, subject, emails),
        ),
      );
    return tried;
  }

  private async account(erasure: Erasure, again: boolean): Promise<void> {
    const { subject } = erasure;
    const emails = await this.emailsOf(subject);
    for (const allianceId of await this.alliances.all())
      await this.unitOfWork.actAs(systemActor(allianceId, 'erase a person'), async (tx) => {
        const { rows } = await this.bySources.run(tx, subject, emails);
        if (rows > 0)
          await tx.append('person-data.erased', subject, { kind: 'person', reason: erasure.reason, rows });
      });
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'erase a person'), (tx) =>
      this.inTransaction(tx, erasure, { again, emails }),
    );
    this.sessions.changed(subject.id);
  }

  private async inTransaction(
    tx: Transaction,
    erasure: Erasure,
    { again, emails = [] }: { again: boolean; emails?: readonly string[] },
  ): Promise<void> {
    const { counts, rows } = await this.bySources.run(tx, erasure.subject, emails);
    await this.erasures.finish(tx, erasure.id, counts, { again });
    const { kind } = erasure.subject;
    if (!again || rows > 0)
      await tx.append('person-data.erased', erasure.subject, { kind, reason: erasure.reason, rows });
    if (!again)
      await tx.enqueue({
        queue: journalQueue,
        key: erasure.id,
        payload: { allianceId: tx.allianceId, erasureId: erasure.id },
      });
  }

  private async emailsOf(subject: PersonSubject): Promise<readonly string[]> {
    const known = await this.unitOfWork.readAs(systemActor(INSTALLATION, 'erase a person'), (tx) =>
      this.circle.of(tx, subject),
    );
    return known.emails;
  }
}
