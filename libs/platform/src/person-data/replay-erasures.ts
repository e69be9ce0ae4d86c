import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { INSTALLATION, systemActor } from '../tenancy/actor.js';
import { AllianceIds } from './alliance-ids.js';
import { CarryOutErasure } from './carry-out-erasure.js';
import type { JournalEntry } from './erasure-journal.js';
import { Erasures } from './erasures.js';
import type { PersonSubject } from './person-data-source.js';

/** What a replay did. */
export interface Replayed {
  /** Erasures carried out again. */
  readonly replayed: number;
  /** Erasures of alliances that are not there (any more). */
  readonly withoutAlliance: number;
}

/** After a backup was restored: carries out again what was erased since, or everything that ever was. */
@Injectable()
export class ReplayErasures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly alliances: AllianceIds,
    private readonly erasures: Erasures,
    private readonly carryOut: CarryOutErasure,
  ) {}

  /** Those of a journal that the database does not know as done: what a restored backup brought back. */
  async missing(journal: readonly JournalEntry[]): Promise<Replayed> {
    const known = new Set<string>();
    for (const allianceId of new Set(journal.map((entry) => entry.allianceId)))
      for (const erasure of await this.doneIn(allianceId)) known.add(keyOf(allianceId, erasure.subject));
    return this.again(
      journal.filter(
        (entry) => !known.has(keyOf(entry.allianceId, { kind: entry.kind, id: entry.subjectId })),
      ),
    );
  }

  /** Every erasure of the journal and of the database. */
  async everything(journal: readonly JournalEntry[]): Promise<Replayed> {
    const entries = new Map(
      journal.map((entry) => [keyOf(entry.allianceId, { kind: entry.kind, id: entry.subjectId }), entry]),
    );
    for (const allianceId of [INSTALLATION, ...(await this.alliances.all())])
      for (const { id, subject, reason, askedAt } of await this.doneIn(allianceId))
        entries.set(keyOf(allianceId, subject), {
          id,
          allianceId,
          kind: subject.kind,
          subjectId: subject.id,
          reason,
          askedAt: askedAt.toISOString(),
        });
    return this.again([...entries.values()]);
  }

  private doneIn(allianceId: string): ReturnType<Erasures['done']> {
    return this.unitOfWork.readAs(systemActor(allianceId, 'replay erasures'), (tx) => this.erasures.done(tx));
  }

  private async again(entries: readonly JournalEntry[]): Promise<Replayed> {
    const there = new Set([INSTALLATION, ...(await this.alliances.all())]);
    const possible = entries.filter(({ allianceId }) => there.has(allianceId));
    for (const entry of possible) {
      const id = await this.unitOfWork.actAs(systemActor(entry.allianceId, 'replay erasures'), async (tx) => {
        const noted = await this.erasures.note(
          tx,
          { kind: entry.kind, id: entry.subjectId },
          { id: entry.id, reason: entry.reason, askedAt: new Date(entry.askedAt) },
        );
        return noted.id;
      });
      await this.carryOut.run(entry.allianceId, id, { again: true });
    }
    return { replayed: possible.length, withoutAlliance: entries.length - possible.length };
  }
}

function keyOf(allianceId: string, { kind, id }: PersonSubject): string {
  return `${allianceId}:${kind}:${id}`;
}
