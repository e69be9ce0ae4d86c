import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { apiTokens, createToken, ErrorCode, Locale } from '#libs/api-schema';
import { addDays, type Clock, copenhagenDate, copenhagenInstant, DomainError, newId } from '#libs/kernel';
import { Access, notFound } from '../../access/access.js';
import { CLOCK } from '../../database/clock.token.js';
import { Database } from '../../database/database.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { RateLimits } from '../../http/rate-limits.js';
import { type PersonActor, systemActor } from '../../tenancy/actor.js';
import { Roles } from '../role-source.js';
import { hashToken, newToken } from '../tokens.js';

const prefix = 'ryg_';
const mostPerPerson = 20;
const longestDays = 366;
const minute = 60_000;
/** Requests a token may make in a minute, in each process. */
const mostPerMinute = 600;
/** Unknown tokens an address may try in a minute. */
const mostGuesses = 30;

interface Found {
  id: string;
  alliance_id: string;
  person_id: string;
  scopes: string[];
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
  name: string;
  email: string;
  locale: Locale;
}

interface Row {
  id: string;
  name: string;
  beginning: string;
  scopes: string[];
  person_id: string;
  owner_name: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** Who asks for a token, and what of it. */
export type TokenGiven = z.output<typeof createToken>;

/** API tokens: opaque, stored hashed, of one person in one alliance, within scopes, until a date; revoked at once. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly access: Access,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The person a token works for, narrowed to it. Looked up every time: what is revoked, expired or deactivated ends at once.
   * @param address whose guesses are counted when the token is not known
   * @throws DomainError integrations/token-invalid, platform/too-many-requests
   */
  async actorOf(token: string, address: string): Promise<PersonActor> {
    const found = await this.find(token);
    const roles =
      found === undefined
        ? []
        : (await this.roles.of(found.person_id)).filter((held) => held.allianceId === found.alliance_id);
    if (found === undefined || roles.length === 0) {
      await this.limits.take(`api-token-guess:${address}`, mostGuesses, minute);
      throw new DomainError<ErrorCode>('integrations/token-invalid');
    }
    this.limits.takeHere(`api-token:${found.id}`, mostPerMinute, minute);
    await this.touch(found);
    return {
      kind: 'person',
      personId: found.person_id,
      sessionId: found.id,
      name: found.name,
      email: found.email,
      locale: found.locale,
      isAdmin: false,
      allianceId: found.alliance_id,
      roles,
      token: { id: found.id, scopes: found.scopes },
    };
  }

  /** The tokens the actor may see: their own, for the secretariat all of the alliance. */
  async list(tx: Transaction): Promise<z.infer<typeof apiTokens>> {
    const allowed = this.access.sql(tx.actor, 'read', 'ApiToken', { alias: 't', firstParam: 2 });
    const rows = await tx.query<Row>(
      `select t.id, t.name, t.beginning, t.scopes, t.person_id, p.name as owner_name, t.created_at, t.expires_at,
         t.last_used_at, t.revoked_at
       from api_token t join person p on p.id = t.person_id
       where t.alliance_id = $1 and ${allowed.sql} order by t.revoked_at is not null, t.created_at desc, t.id limit 500`,
      [tx.allianceId, ...allowed.params],
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        beginning: row.beginning,
        scopes: row.scopes,
        ownerId: row.person_id,
        ownerName: row.owner_name,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
        revokedAt: row.revoked_at?.toISOString() ?? null,
      })),
    };
  }

  /**
   * Makes a token for a person.
   * @returns its id and the token, to be shown once
   * @throws DomainError integrations/expiry-out-of-range, integrations/too-many-tokens
   */
  async create(tx: Transaction, personId: string, given: TokenGiven): Promise<{ id: string; token: string }> {
    const today = copenhagenDate(tx.now());
    if (given.expiresOn <= today || given.expiresOn > addDays(today, longestDays))
      throw new DomainError<ErrorCode>('integrations/expiry-out-of-range', {}, 'expiresOn');
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('api-token:' || $1, 0))`, [personId]);
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      `select count(*)::int as count from api_token
       where alliance_id = $1 and person_id = $2 and revoked_at is null and expires_at > $3`,
      [tx.allianceId, personId, tx.now()],
    );
    if (count >= mostPerPerson)
      throw new DomainError<ErrorCode>('integrations/too-many-tokens', { most: mostPerPerson });
    const id = newId();
    const token = `${prefix}${newToken()}`;
    const scopes = [...new Set(given.scopes)];
    await tx.query(
      `insert into api_token (id, alliance_id, person_id, name, beginning, token_hash, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        tx.allianceId,
        personId,
        given.name,
        token.slice(0, prefix.length + 4),
        hashToken(token),
        scopes,
        tx.now(),
        copenhagenInstant(addDays(given.expiresOn, 1)),
      ],
    );
    await tx.append(
      'integrations.token-created',
      { kind: 'api-token', id },
      { tokenName: given.name, scopes, expiresOn: given.expiresOn },
    );
    return { id, token };
  }

  /** Ends a token at once. @throws DomainError platform/not-found */
  async revoke(tx: Transaction, id: string, by: 'person' | 'administrator' = 'person'): Promise<void> {
    const allowed = this.access.sql(tx.actor, 'delete', 'ApiToken', { alias: 't', firstParam: 4 });
    const [row] = await tx.query<{ name: string; was: Date | null }>(
      `update api_token t set revoked_at = coalesce(t.revoked_at, $3)
       from (select id, revoked_at from api_token where alliance_id = $1 and id = $2 for update) before
       where t.alliance_id = $1 and t.id = before.id and ${allowed.sql} returning t.name, before.revoked_at as was`,
      [tx.allianceId, id, tx.now(), ...allowed.params],
    );
    if (row === undefined) throw notFound();
    if (row.was !== null) return;
    const type =
      by === 'person' ? 'integrations.token-revoked' : 'integrations.token-revoked-by-administrator';
    await tx.append(type, { kind: 'api-token', id }, { tokenName: row.name });
  }

  private async find(token: string): Promise<Found | undefined> {
    if (!token.startsWith(prefix)) return undefined;
    const [found] = await this.database.query<Found>(
      `select t.*, p.name, p.email::text as email, p.locale from rygrad_api_token($1) t
         join person p on p.id = t.person_id and p.deactivated_at is null
       where t.revoked_at is null and t.expires_at > $2`,
      [hashToken(token), this.clock.now()],
    );
    return found;
  }

  /** When it was last used, to the minute. */
  private async touch({ id, alliance_id, last_used_at }: Found): Promise<void> {
    const now = this.clock.now();
    if (last_used_at !== null && now.getTime() - last_used_at.getTime() < minute) return;
    await this.unitOfWork.actAs(systemActor(alliance_id, 'note use of token'), (tx) =>
      tx.query('update api_token set last_used_at = $3 where alliance_id = $1 and id = $2', [
        alliance_id,
        id,
        now,
      ]),
    );
  }
}
