import { Injectable } from '@nestjs/common';
import type { ErrorCode, Locale } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, notFound } from '../access/access.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { RateLimits } from '../http/rate-limits.js';
import { type Actor, type LinkActor, type PersonActor, systemActor } from '../tenancy/actor.js';
import { type LinkHolder, LinkPurposes, type LinkReason, type StoredLink } from './link-purposes.js';

interface Row {
  readonly id: string;
  readonly purpose: string;
  readonly subject_id: string;
  readonly organisation_id: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly passed_on: boolean;
  readonly ended: boolean;
}

const columns = `id, purpose, subject_id, organisation_id, name, email::text, locale, passed_on,
  spent_at is not null or revoked_at is not null as ended`;
const hour = 3_600_000;
const mostAnHour = 120;

/** Ends links without account, sends them again and passes them on: one thing, one holder, the earlier link ends. */
@Injectable()
export class KeepLinks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly purposes: LinkPurposes,
    private readonly limits: RateLimits,
  ) {}

  /** Ends one link. @throws DomainError platform/not-found, links/ended */
  async revoke(actor: PersonActor, linkId: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const row = await this.lock(tx, actor, linkId);
      await tx.query('update link set revoked_at = $3 where alliance_id = $1 and id = $2', [
        tx.allianceId,
        row.id,
        tx.now(),
      ]);
      await tx.append('links.link-revoked', { kind: 'link', id: row.id }, { purpose: row.purpose });
    });
  }

  /** Sends its holder a fresh link, also after the earlier one has expired. @throws DomainError links/… */
  async sendAgain(actor: PersonActor, linkId: string): Promise<void> {
    await this.limits.take(`link-send:${actor.personId}`, mostAnHour, hour);
    await this.unitOfWork.actAs(actor, async (tx) => {
      const row = await this.lock(tx, actor, linkId);
      await this.replace(tx, row, holderOf(row), { kind: 'again' });
    });
  }

  /** Gives it to somebody else. @throws DomainError links/… */
  async passOn(actor: PersonActor, linkId: string, to: LinkHolder): Promise<void> {
    await this.limits.take(`link-send:${actor.personId}`, mostAnHour, hour);
    await this.unitOfWork.actAs(actor, async (tx) => {
      const row = await this.lock(tx, actor, linkId);
      await this.replace(tx, row, to, { kind: 'passed-on', passedOnBy: actor.name });
    });
  }

  /** "I am not the right person": the holder of a link names who is. @throws DomainError links/… */
  async passOnAsHolder(actor: LinkActor, to: LinkHolder): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const row = await this.lock(tx, actor, actor.linkId);
      await this.replace(tx, row, to, { kind: 'passed-on', passedOnBy: actor.name });
    });
  }

  /** A fresh link for the holder of one that has expired, to the same address only. @throws DomainError links/… */
  async renew(allianceId: string, linkId: string): Promise<void> {
    const actor = systemActor(allianceId, 'renew link');
    await this.unitOfWork.actAs(actor, async (tx) => {
      const row = await this.lock(tx, actor, linkId);
      await this.replace(tx, row, holderOf(row), { kind: 'again' });
    });
  }

  private async lock(tx: Transaction, actor: Actor, linkId: string): Promise<Row> {
    const [row] = await tx.query<Row>(
      `select ${columns} from link where alliance_id = $1 and id = $2 for update`,
      [tx.allianceId, linkId],
    );
    if (row === undefined) throw notFound();
    const isOwn = actor.kind === 'link' && actor.linkId === row.id;
    if (!isOwn && !this.access.allows(actor, 'update', 'Link', { purpose: row.purpose })) throw notFound();
    if (row.ended) throw new DomainError<ErrorCode>('links/ended');
    return row;
  }

  private async replace(tx: Transaction, row: Row, to: LinkHolder, reason: LinkReason): Promise<void> {
    const purpose = this.purposes.find(row.purpose);
    if (purpose?.send === undefined || purpose.isPersonal === true)
      throw new DomainError<ErrorCode>('links/stays-with-holder');
    const link: StoredLink = {
      id: row.id,
      purpose: row.purpose,
      subjectId: row.subject_id,
      organisationId: row.organisation_id,
      holder: holderOf(row),
    };
    await this.endAlike(tx, row, reason);
    await purpose.send(tx, link, to, reason);
    const passedOn = reason.kind === 'passed-on' || row.passed_on;
    await tx.query(
      `update link set follows = $6, passed_on = $7
       where alliance_id = $1 and purpose = $2 and subject_id = $3 and organisation_id is not distinct from $4
         and email = $5 and spent_at is null and revoked_at is null`,
      [tx.allianceId, row.purpose, row.subject_id, row.organisation_id, to.email, row.id, passedOn],
    );
    await tx.append(
      reason.kind === 'again' ? 'links.link-sent-again' : 'links.link-passed-on',
      { kind: 'link', id: row.id },
      { purpose: row.purpose },
    );
  }

  /** Ends the link; one that was passed on ends with all others that its organisation holds to the same thing. */
  private async endAlike(tx: Transaction, row: Row, reason: LinkReason): Promise<void> {
    await tx.query(
      `update link set revoked_at = $6
       where alliance_id = $1 and purpose = $2 and subject_id = $3 and organisation_id is not distinct from $4
         and spent_at is null and revoked_at is null and (id = $5 or $7)`,
      [
        tx.allianceId,
        row.purpose,
        row.subject_id,
        row.organisation_id,
        row.id,
        tx.now(),
        reason.kind === 'passed-on',
      ],
    );
  }
}

function holderOf(row: Row): LinkHolder {
  return { name: row.name, email: row.email, locale: row.locale };
}
