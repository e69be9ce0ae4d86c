import { Injectable } from '@nestjs/common';
import type { ErrorCode, LogDestination } from '#libs/api-schema';
import { copenhagenDate, DomainError, isDomainError, newId, type PlainDate } from '#libs/kernel';
import { Access, type Actor, logPersonAccess, notFound, type Transaction, UnitOfWork } from '#libs/platform';
import { mustRest } from '../domain/consent.js';
import { type EndedSpell, nextReview, placeSpell, type Spell } from '../domain/destination-spell.js';
import { DestinationTypes } from './destination-types.js';
import { type LockedParticipant, type NewSpell, ParticipantRepository } from './participant.repository.js';

/** One destination of one participant. */
export interface DestinationRow extends LogDestination {
  readonly participantId: string;
  /** When it was last known to hold, up to today (the default); earlier for records brought in from elsewhere. */
  readonly confirmedOn?: PlainDate;
}

/** What became of a row that was saved. */
export interface LoggedDestination {
  readonly id: string;
  readonly nextReviewOn: PlainDate | null;
  /** Open destinations that it ended. */
  readonly ended: readonly EndedSpell[];
}

/** Either the saved destination or what is wrong with the row. */
export type DestinationResult =
  | { readonly ok: true; readonly logged: LoggedDestination }
  | { readonly ok: false; readonly error: DomainError };

/** Logs what young people are doing, one destination or a whole list. */
@Injectable()
export class LogDestinations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly participants: ParticipantRepository,
    private readonly types: DestinationTypes,
  ) {}

  /** One destination. @throws DomainError participants/…, platform/not-found */
  async one(actor: Actor, row: DestinationRow): Promise<LoggedDestination> {
    return this.unitOfWork.actAs(actor, async () => {
      const [result] = await this.many(actor, [row]);
      if (result?.ok !== true) throw result?.error ?? notFound();
      return result.logged;
    });
  }

  /**
   * A whole list in one unit of work: what is wrong with a row is answered for that row, the others are saved.
   * Rows of one participant are taken in the order of their start.
   */
  async many(actor: Actor, rows: readonly DestinationRow[]): Promise<DestinationResult[]> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const batch = await this.open(tx, actor, rows);
      const results = new Map<DestinationRow, DestinationResult>();
      for (const row of [...rows].sort((a, b) => a.from.localeCompare(b.from)))
        results.set(row, batch.place(row));
      await this.save(tx, batch);
      return rows.map((row) => results.get(row) ?? { ok: false, error: notFound() });
    });
  }

  private async open(tx: Transaction, actor: Actor, rows: readonly DestinationRow[]): Promise<Batch> {
    const locked = await this.participants.lock(tx, [...new Set(rows.map((row) => row.participantId))]);
    const own = locked.filter(({ organisationId }) =>
      this.access.allows(actor, 'update', 'Participant', { organisation_id: organisationId }),
    );
    await logPersonAccess(tx, { kind: 'participant', ids: own.map(({ id }) => id) }, 'log-destination');
    const partners = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
    return new Batch(
      new Map(own.map((participant) => [participant.id, participant])),
      await this.types.usableKeys(tx),
      await this.participants.knownOrganisations(tx, partners),
      copenhagenDate(tx.now()),
      actor.kind === 'person' ? actor.name : null,
    );
  }

  private async save(tx: Transaction, batch: Batch): Promise<void> {
    await this.participants.endSpells(tx, batch.ended);
    await this.participants.insertSpells(tx, batch.written);
    for (const { participant, spells } of batch.touched())
      await tx.append(
        'participants.destination-logged',
        { kind: 'participant', id: participant.id },
        { organisationName: participant.organisationName, spells },
      );
  }
}

/** What a list of destinations comes to, worked out before anything is written. */
class Batch {
  private readonly fresh: NewSpell[] = [];
  private readonly endings = new Map<string, EndedSpell>();
  private readonly known = new Map<string, readonly Spell[]>();

  constructor(
    private readonly participants: ReadonlyMap<string, LockedParticipant>,
    private readonly types: ReadonlySet<string>,
    private readonly partners: ReadonlySet<string>,
    private readonly today: PlainDate,
    private readonly loggedBy: string | null,
  ) {}

  /** Finds room for a row among what is there and the rows before it. */
  place(row: DestinationRow): DestinationResult {
    try {
      return { ok: true, logged: this.add(row) };
    } catch (error) {
      if (isDomainError(error)) return { ok: false, error };
      throw error;
    }
  }

  /** Open spells that were there before and end now. */
  get ended(): (EndedSpell & { nextReviewOn: null })[] {
    const isNew = new Set(this.fresh.map(({ id }) => id));
    return [...this.endings.values()]
      .filter(({ id }) => !isNew.has(id))
      .map((end) => ({ ...end, nextReviewOn: null }));
  }

  /** New spells, already ended where a later row of the list ended them. */
  get written(): NewSpell[] {
    return this.fresh.map((spell) => {
      const end = this.endings.get(spell.id);
      return end === undefined ? spell : { ...spell, to: end.to, nextReviewOn: null };
    });
  }

  /** Participants with new spells, and how many. */
  touched(): { participant: LockedParticipant; spells: number }[] {
    const counts = new Map<string, number>();
    for (const { participantId } of this.fresh)
      counts.set(participantId, (counts.get(participantId) ?? 0) + 1);
    return [...counts].flatMap(([id, spells]) => {
      const participant = this.participants.get(id);
      return participant === undefined ? [] : [{ participant, spells }];
    });
  }

  private add(row: DestinationRow): LoggedDestination {
    const participant = this.participants.get(row.participantId);
    if (participant === undefined) throw notFound();
    this.check(row, participant);
    const existing = this.known.get(participant.id) ?? participant.spells;
    const wanted = { typeKey: row.typeKey, from: row.from, to: row.to ?? null, beside: row.beside };
    const ended = placeSpell(existing, wanted, participant.birthYear, this.today);
    const confirmedOn =
      row.confirmedOn === undefined || row.confirmedOn > this.today ? this.today : row.confirmedOn;
    const spell = { id: newId(), ...wanted, nextReviewOn: nextReview(wanted, confirmedOn) };
    for (const end of ended) this.endings.set(end.id, end);
    const endOf = (id: string) => ended.find((end) => end.id === id)?.to;
    this.known.set(participant.id, [
      ...existing.map((old) => ({ ...old, to: endOf(old.id) ?? old.to })),
      spell,
    ]);
    this.fresh.push({
      ...spell,
      organisationId: participant.organisationId,
      participantId: participant.id,
      source: row.source,
      confidence: row.confidence,
      partnerOrganisationId: row.organisationId ?? null,
      confirmedOn,
      confirmedByName: this.loggedBy,
    });
    return { id: spell.id, nextReviewOn: spell.nextReviewOn, ended };
  }

  private check(row: DestinationRow, participant: LockedParticipant): void {
    if (!this.types.has(row.typeKey))
      throw new DomainError<ErrorCode>('participants/type-unknown', { type: row.typeKey }, 'typeKey');
    mustRest(participant.consent);
    if (row.organisationId !== undefined && !this.partners.has(row.organisationId)) throw notFound();
  }
}
