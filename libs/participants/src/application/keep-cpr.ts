import { Injectable } from '@nestjs/common';
import type { ErrorCode, EventType } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import {
  organisationsOf,
  type Actor,
  KeyRing,
  logPersonAccess,
  notFound,
  type PersonActor,
  RateLimits,
  SealedColumns,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { mustRest } from '../domain/consent.js';
import { CprSetting } from './cpr-setting.js';
import { OwnParticipants } from './own-participants.js';

const hour = 3_600_000;
const searchesAnHour = 120;

/** The CPR numbers of an alliance that has turned them on: sealed where they lie, found by a keyed hash. */
@Injectable()
export class KeepCpr {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly own: OwnParticipants,
    private readonly setting: CprSetting,
    private readonly keys: KeyRing,
    private readonly limits: RateLimits,
    sealed: SealedColumns,
  ) {
    sealed.register({
      table: 'participant_cpr',
      id: 'id',
      column: 'sealed',
      reads: ['organisation_id'],
      context: (row) => contextOf(String(row['id'])),
      lookup: { column: 'lookup', purpose: (row) => purposeOf(String(row['organisation_id'])) },
    });
  }

  /**
   * Keeps a participant's number, in place of an earlier one.
   * @param cpr ten digits
   * @throws DomainError platform/not-found, participants/cpr-off, cpr-taken, consent-expired, consent-withdrawn
   */
  async keep(actor: Actor, participantId: string, cpr: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const { organisationId, organisationName, consent } = await this.own.lock(tx, participantId, 'update');
      await this.setting.mustBeOn(tx);
      mustRest(consent);
      const holder = await this.holder(tx, [organisationId], cpr);
      if (holder === participantId) return;
      if (holder !== null) throw new DomainError<ErrorCode>('participants/cpr-taken', {}, 'cpr');
      await this.write(tx, organisationId, participantId, cpr);
      await this.append(tx, 'participants.cpr-kept', participantId, organisationName);
    });
  }

  /** Removes it; nothing happens when there is none. @throws DomainError platform/not-found */
  async remove(actor: Actor, participantId: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const { organisationName } = await this.own.lock(tx, participantId, 'update');
      const removed = await tx.query(
        'delete from participant_cpr where alliance_id = $1 and participant_id = $2 returning id',
        [tx.allianceId, participantId],
      );
      if (removed.length > 0)
        await this.append(tx, 'participants.cpr-removed', participantId, organisationName);
    });
  }

  /** Shows it; the reading has a line of its own in the access log. @throws DomainError as {@link keep} */
  async show(actor: Actor, participantId: string): Promise<string> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const { organisationName, consent } = await this.own.lock(tx, participantId, 'cpr');
      await this.setting.mustBeOn(tx);
      if (consent.standing === 'withdrawn') mustRest(consent);
      const [row] = await tx.query<{ id: string; sealed: Buffer }>(
        'select id, sealed from participant_cpr where alliance_id = $1 and participant_id = $2',
        [tx.allianceId, participantId],
      );
      if (row === undefined) throw notFound();
      await this.append(tx, 'participants.cpr-shown', participantId, organisationName);
      return this.keys.open(row.sealed, contextOf(row.id)).toString('utf8');
    });
  }

  /**
   * Finds who has a number among one's own; nobody else's answers.
   * @throws DomainError participants/cpr-off, platform/too-many-requests
   */
  async find(actor: PersonActor, cpr: string): Promise<string | null> {
    await this.limits.take(`find-by-cpr:${actor.personId}`, searchesAnHour, hour);
    const organisations = organisationsOf(actor, 'caseworker');
    return this.unitOfWork.actAs(actor, async (tx) => {
      await this.setting.mustBeOn(tx);
      const found = await this.holder(tx, organisations, cpr);
      if (found !== null) await logPersonAccess(tx, { kind: 'participant', ids: [found] }, 'cpr-search');
      return found;
    });
  }

  private async holder(
    tx: Transaction,
    organisations: readonly string[],
    cpr: string,
  ): Promise<string | null> {
    const hashes = organisations.flatMap((id) => this.keys.lookups(cpr, purposeOf(id)));
    const [row] = await tx.query<{ id: string }>(
      `select participant_id as id from participant_cpr
       where alliance_id = $1 and organisation_id = any ($2) and lookup = any ($3) limit 1`,
      [tx.allianceId, organisations, hashes],
    );
    return row?.id ?? null;
  }

  private async write(
    tx: Transaction,
    organisationId: string,
    participantId: string,
    cpr: string,
  ): Promise<void> {
    const id = newId();
    await tx.query('delete from participant_cpr where alliance_id = $1 and participant_id = $2', [
      tx.allianceId,
      participantId,
    ]);
    const written = await tx.query(
      `insert into participant_cpr (id, alliance_id, organisation_id, participant_id, sealed, lookup, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (alliance_id, organisation_id, lookup) do nothing returning id`,
      [
        id,
        tx.allianceId,
        organisationId,
        participantId,
        this.keys.seal(cpr, contextOf(id)),
        this.keys.lookup(cpr, purposeOf(organisationId)),
        tx.now(),
      ],
    );
    if (written.length === 0) throw new DomainError<ErrorCode>('participants/cpr-taken', {}, 'cpr');
  }

  private async append(
    tx: Transaction,
    type: Extract<EventType, 'participants.cpr-kept' | 'participants.cpr-removed' | 'participants.cpr-shown'>,
    id: string,
    organisationName: string,
  ): Promise<void> {
    await tx.append(type, { kind: 'participant', id }, { organisationName });
  }
}

function contextOf(id: string): string {
  return `participant_cpr.sealed:${id}`;
}

/** Equal numbers in two organisations have unequal hashes: nobody can tell from the table who is known to both. */
function purposeOf(organisationId: string): string {
  return `participant_cpr.lookup:${organisationId}`;
}
