import { Injectable } from '@nestjs/common';
import type { ErrorCode, RegisterParticipant, UpdateParticipant } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import {
  Access,
  type Actor,
  logPersonAccess,
  notFound,
  organisationsOf,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { type ParticipantFacts, ParticipantRepository } from './participant.repository.js';
import { RecordConsents } from './record-consents.js';

/** Where the fields of the consent are in what is registered. */
const within = 'consent.';

/** Takes young people in under the municipality's pseudonymous ids. */
@Injectable()
export class RegisterParticipants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly participants: ParticipantRepository,
    private readonly consents: RecordConsents,
  ) {}

  /** One participant. @throws DomainError participants/pseudonym-taken and the refusals of {@link many} */
  async one(actor: Actor, given: RegisterParticipant): Promise<{ id: string }> {
    const [id] = await this.many(actor, [given]);
    if (id === undefined || id === null)
      throw new DomainError<ErrorCode>(
        'participants/pseudonym-taken',
        { pseudonym: given.pseudonym },
        'pseudonym',
      );
    return { id };
  }

  /**
   * Many at once, all of one organisation.
   * @returns per row the new id, or null where the pseudonymous id was taken
   * @throws DomainError platform/forbidden, participants/organisation-needed, participants/consent-…
   */
  async many(actor: Actor, given: readonly RegisterParticipant[]): Promise<(string | null)[]> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const organisationId = this.organisationOf(actor, given[0]?.organisationId);
      this.access.authorize(actor, 'create', 'Participant', { organisation_id: organisationId });
      const organisationName = await this.participants.organisationName(tx, organisationId);
      if (organisationName === null) throw notFound();
      this.consents.check(
        tx,
        given.map(({ consent }) => consent),
        within,
      );
      const rows = given.map((row) => ({
        ...factsOf(row),
        id: newId(),
        organisationId,
        pseudonym: row.pseudonym,
        consentEndsOn: row.consent.expiresOn,
        consent: row.consent,
      }));
      const written = new Set(await this.participants.insert(tx, rows));
      const consents = rows.flatMap(({ id, consent }) =>
        written.has(id) ? [{ ...consent, participantId: id }] : [],
      );
      await this.consents.write(tx, organisationId, consents, within);
      await this.record(tx, [...written], organisationName);
      return rows.map(({ id }) => (written.has(id) ? id : null));
    });
  }

  private organisationOf(actor: Actor, asked: string | undefined): string {
    if (asked !== undefined) return asked;
    const own = organisationsOf(actor, 'caseworker');
    const [only] = own;
    if (only === undefined || own.length > 1)
      throw new DomainError<ErrorCode>('participants/organisation-needed', {}, 'organisationId');
    return only;
  }

  private async record(tx: Transaction, ids: readonly string[], organisationName: string): Promise<void> {
    await logPersonAccess(tx, { kind: 'participant', ids }, 'register');
    for (const id of ids)
      await tx.append(
        'participants.participant-registered',
        { kind: 'participant', id },
        { organisationName },
      );
  }
}

/** The facts as they are kept: what was left out is not known. */
export function factsOf(given: UpdateParticipant): ParticipantFacts {
  const { birthYear, sex, district, school, outlook, insight, skills } = given;
  return {
    birthYear,
    sex: sex ?? null,
    district: district ?? null,
    school: school ?? null,
    outlook,
    insight,
    skills,
  };
}
