import { Injectable } from '@nestjs/common';
import type { ErrorCode, Locale } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { type LinkActor, systemActor } from '../tenancy/actor.js';
import { Addresses } from './addresses.js';
import { codeFits, hashCode, hashToken, newCode, newToken } from './tokens.js';

/** A link to exactly one thing, for somebody without an account. */
export interface LinkRequest {
  /** What it opens: the segment after `/l/` in its address. */
  readonly purpose: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
  readonly to: { readonly name: string; readonly email: string; readonly locale: Locale };
  readonly expiresAt: Date;
}

interface LinkRow {
  id: string;
  purpose: string;
  subject_id: string;
  organisation_id: string | null;
  name: string;
  email: string;
  locale: Locale;
  expires_at: Date;
  spent_at: Date | null;
  revoked_at: Date | null;
  opened_at: Date | null;
}

const codeValidFor = 20 * 60_000;
const mostCodeAttempts = 5;
const mostCodes = 5;

/**
 * Links for people without an account (security.md 18): 256 bits, stored hashed, bound to one thing, expiring,
 * revocable. Opening one uses nothing up; whoever uses it up calls {@link spend} in the same unit of work.
 */
@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: Addresses,
  ) {}

  /** Makes a link. The token is in the address only; the database keeps its hash. */
  async issue(tx: Transaction, given: LinkRequest): Promise<{ id: string; token: string; url: string }> {
    const id = newId();
    const token = newToken();
    await tx.query(
      `insert into link (id, alliance_id, purpose, subject_id, organisation_id, token_hash, name, email, locale,
         created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        tx.allianceId,
        given.purpose,
        given.subjectId,
        given.organisationId,
        hashToken(token),
        given.to.name,
        given.to.email,
        given.to.locale,
        tx.now(),
        given.expiresAt,
      ],
    );
    return { id, token, url: this.addresses.of(`/l/${given.purpose}/${token}`) };
  }

  /**
   * Who holds a link. Notes when it was first opened and changes nothing else: mail scanners follow links.
   * @throws DomainError platform/link-unknown | link-revoked | link-expired | link-spent
   */
  async open(purpose: string, token: string): Promise<LinkActor> {
    const { row, actor, isExpired } = await this.find(purpose, token);
    if (isExpired) throw new DomainError<ErrorCode>('platform/link-expired');
    if (row.opened_at === null) await this.noteOpened(actor);
    return actor;
  }

  /**
   * Whose link it was, though its time is over: for a fresh one to the same address.
   * @throws DomainError platform/link-unknown | link-revoked | link-spent
   */
  async openExpired(purpose: string, token: string): Promise<LinkActor> {
    return (await this.find(purpose, token)).actor;
  }

  /** To whom a link to a thing was passed on last, if its organisation named somebody else than it had. */
  async passedOnTo(
    tx: Transaction,
    purpose: string,
    subjectId: string,
    organisationId: string | null,
  ): Promise<LinkRequest['to'] | null> {
    const [to] = await tx.query<LinkRequest['to']>(
      `select name, email::text, locale from link
       where alliance_id = $1 and purpose = $2 and subject_id = $3 and organisation_id is not distinct from $4
         and passed_on and revoked_at is null order by id desc limit 1`,
      [tx.allianceId, purpose, subjectId, organisationId],
    );
    return to ?? null;
  }

  private async find(
    purpose: string,
    token: string,
  ): Promise<{ row: LinkRow; actor: LinkActor; isExpired: boolean }> {
    const hash = hashToken(token);
    const [place] = await this.database.query<{ id: string | null }>(
      'select rygrad_alliance_of_link($1) as id',
      [hash],
    );
    if (!place?.id) throw new DomainError<ErrorCode>('platform/link-unknown');
    const allianceId = place.id;
    return this.unitOfWork.readAs(systemActor(allianceId, 'open link'), async (tx) => {
      const [row] = await tx.query<LinkRow>(
        `select id, purpose, subject_id, organisation_id, name, email::text, locale, expires_at, spent_at, revoked_at,
           opened_at
         from link where alliance_id = $1 and token_hash = $2 and purpose = $3`,
        [allianceId, hash, purpose],
      );
      if (row === undefined) throw new DomainError<ErrorCode>('platform/link-unknown');
      if (row.revoked_at !== null) throw new DomainError<ErrorCode>('platform/link-revoked');
      if (row.spent_at !== null) throw new DomainError<ErrorCode>('platform/link-spent');
      return { row, actor: holderOf(row, allianceId), isExpired: row.expires_at <= tx.now() };
    });
  }

  private async noteOpened({ allianceId, linkId }: LinkActor): Promise<void> {
    await this.unitOfWork.actAs(systemActor(allianceId, 'note that a link was opened'), (tx) =>
      tx.query('update link set opened_at = $3 where alliance_id = $1 and id = $2 and opened_at is null', [
        allianceId,
        linkId,
        tx.now(),
      ]),
    );
  }

  /** Uses a link up. @throws DomainError platform/link-spent when somebody was faster */
  async spend(tx: Transaction, linkId: string): Promise<void> {
    const spent = await tx.query(
      `update link set spent_at = $3 where alliance_id = $1 and id = $2 and spent_at is null and revoked_at is null
       returning id`,
      [tx.allianceId, linkId, tx.now()],
    );
    if (spent.length === 0) throw new DomainError<ErrorCode>('platform/link-spent');
  }

  /** Ends all links to a thing that are still open. */
  async revokeFor(tx: Transaction, purpose: string, subjectId: string): Promise<void> {
    await tx.query(
      `update link set revoked_at = $4
       where alliance_id = $1 and purpose = $2 and subject_id = $3 and spent_at is null and revoked_at is null`,
      [tx.allianceId, purpose, subjectId, tx.now()],
    );
  }

  /** Ends all links to things and lets go of whom they were for; that there was one stays. */
  async forget(tx: Transaction, purpose: string, subjectIds: readonly string[]): Promise<void> {
    await tx.query(
      `update link set name = 'Slettet', email = 'slettet@invalid',
         revoked_at = case when spent_at is null then coalesce(revoked_at, $4) else revoked_at end
       where alliance_id = $1 and purpose = $2 and subject_id = any ($3)`,
      [tx.allianceId, purpose, subjectIds, tx.now()],
    );
  }

  /**
   * A new six-digit code for a link, to be mailed by the caller to the link's own address; earlier codes end.
   * @throws DomainError platform/too-many-requests after five codes
   */
  async newCode(tx: Transaction, linkId: string): Promise<string> {
    const code = newCode();
    const given = await tx.query(
      `update link set code_hash = $3, code_expires_at = $4, code_attempts = 0, code_sent = code_sent + 1
       where alliance_id = $1 and id = $2 and code_sent < $5 returning id`,
      [tx.allianceId, linkId, hashCode(code, linkId), new Date(tx.now().getTime() + codeValidFor), mostCodes],
    );
    if (given.length === 0) throw new DomainError<ErrorCode>('platform/too-many-requests');
    return code;
  }

  /**
   * Checks a code. Each try counts even when what follows fails, so this is a unit of work of its own: call it
   * before, not inside, the one that acts.
   * @throws DomainError platform/code-wrong, also after five tries
   */
  async checkCode(actor: LinkActor, code: string): Promise<void> {
    const fits = await this.unitOfWork.actAs(systemActor(actor.allianceId, 'check code'), async (tx) => {
      const [row] = await tx.query<{ code_hash: Buffer | null }>(
        `update link set code_attempts = code_attempts + 1
         where alliance_id = $1 and id = $2 and code_expires_at > $3 and code_attempts < $4 returning code_hash`,
        [tx.allianceId, actor.linkId, tx.now(), mostCodeAttempts],
      );
      return row !== undefined && codeFits(code, actor.linkId, row.code_hash);
    });
    if (!fits) throw new DomainError<ErrorCode>('platform/code-wrong', {}, 'code');
  }
}

function holderOf(row: LinkRow, allianceId: string): LinkActor {
  return {
    kind: 'link',
    linkId: row.id,
    allianceId,
    purpose: row.purpose,
    subjectId: row.subject_id,
    organisationId: row.organisation_id,
    name: row.name,
    email: row.email,
    locale: row.locale,
  };
}
