import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type {
  addIdentityProvider,
  changeIdentityProvider,
  ErrorCode,
  identityProvider,
} from '#libs/api-schema';
import { DomainError, isCvr, newId } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import { CONFIG, type Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { outgoingRules, readOutgoingUrl } from '../../http/outgoing-address.js';
import { KeyRing } from '../../secrets/key-ring.js';
import { SealedColumns } from '../../secrets/sealed-columns.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Addresses } from '../addresses.js';
import { isDomain, isPublicDomain } from './email-domain.js';
import {
  backChannelLogoutPath,
  callbackPath,
  type IdentityProvider,
  postLogoutPath,
  providerColumns,
  secretContext,
} from './identity-provider.js';
import { attemptContext } from './login-attempts.js';
import { PersonLogins } from './person-logins.js';

type Answer = z.input<typeof identityProvider>;
type Adding = z.output<typeof addIdentityProvider>;
type Changing = z.output<typeof changeIdentityProvider>;
type Row = IdentityProvider & { readonly logins: number; readonly createdAt: Date };

const select = `select ${providerColumns}, p.created_at as "createdAt",
  (select count(*)::int from person_login l where l.provider_id = p.id) as logins from identity_provider p`;

/** Microsoft's issuers for people of any organisation: their discovery names no issuer that an ID token could have. */
const sharedIssuer = /^https:\/\/login\.microsoftonline\.[a-z.]+\/(common|organizations|consumers)(?:\/|$)/i;

function refuse(code: ErrorCode, field: string, params: Record<string, string> = {}): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code, params, field);
}

/** A broker vouches for companies, an organisation for its mail domains: the other list would only block others. */
function ofItsKind<T extends Changing>(given: T): T {
  return given.kind === 'organisation' ? { ...given, cvrs: [] } : { ...given, emailDomains: [] };
}

/** The identity providers of the installation, kept by its administrator. */
@Injectable()
export class IdentityProviders {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly keyRing: KeyRing,
    private readonly addresses: Addresses,
    private readonly logins: PersonLogins,
    @Inject(CONFIG) private readonly config: Config,
    sealed: SealedColumns,
  ) {
    sealed.register({
      table: 'identity_provider',
      id: 'id',
      column: 'client_secret_sealed',
      context: (row) => secretContext(row['id']),
    });
    sealed.register({
      table: 'login_attempt',
      id: 'id',
      column: 'secrets_sealed',
      context: (row) => attemptContext(row['id']),
    });
  }

  /** All of them, by name. */
  async list(): Promise<Answer[]> {
    const rows = await this.database.query<Row>(`${select} order by p.name_da collate "da-x-icu", p.id`);
    return rows.map((row) => this.answer(row));
  }

  /** One of them. @throws DomainError platform/not-found */
  async read(id: string): Promise<Answer> {
    return this.answer(await this.find(id));
  }

  /** One with its sealed secret, for a test. @throws DomainError platform/not-found */
  async find(id: string): Promise<Row> {
    const [row] = await this.database.query<Row>(`${select} where p.id = $1`, [id]);
    if (row === undefined) throw notFound();
    return row;
  }

  /** @throws DomainError logins/issuer-unusable, -issuer-of-all, -domain-needed, -domain-public, -domain-taken */
  async add(actor: PersonActor, input: Adding): Promise<{ id: string }> {
    const given = ofItsKind(input);
    this.refuseUnsound(given);
    const id = newId();
    await this.unitOfWork.actAs(actor, async (tx) => {
      await tx.query(
        `insert into identity_provider (id, kind, name_da, name_en, issuer, client_id, client_secret_sealed, cvrs,
           is_active, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[id, given.kind, given.nameDa, given.nameEn, given.issuer, given.clientId],
          ...[this.keyRing.seal(given.clientSecret, secretContext(id)), given.cvrs, given.isActive, tx.now()],
        ],
      );
      await this.keepDomains(tx, id, given.emailDomains);
      await this.append(tx, 'added', id, given.nameDa);
    });
    return { id };
  }

  /** @throws DomainError platform/not-found, platform/stale, logins/kind-fixed and what {@link add} throws */
  async change(actor: PersonActor, id: string, version: number, input: Changing): Promise<void> {
    const given = ofItsKind(input);
    this.refuseUnsound(given);
    await this.unitOfWork.actAs(actor, async (tx) => {
      const [found] = await tx.query<Row>(`${select} where p.id = $1 for update of p`, [id]);
      if (found === undefined) throw notFound();
      if (found.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      // What a linked login means must not change under the person: another issuer has other people.
      const isOther = found.issuer !== given.issuer && found.logins > 0;
      if (found.kind !== given.kind || isOther)
        throw refuse('logins/kind-fixed', isOther ? 'issuer' : 'kind');
      const sealed =
        given.clientSecret === undefined
          ? found.clientSecretSealed
          : this.keyRing.seal(given.clientSecret, secretContext(id));
      await tx.query(
        `update identity_provider set name_da = $2, name_en = $3, issuer = $4, client_id = $5,
           client_secret_sealed = $6, cvrs = $7, is_active = $8, version = version + 1 where id = $1`,
        [
          ...[id, given.nameDa, given.nameEn, given.issuer, given.clientId, sealed, given.cvrs],
          given.isActive,
        ],
      );
      if (found.isActive && !given.isActive) await this.endSessions(tx, id);
      await tx.query('delete from identity_provider_domain where provider_id = $1', [id]);
      await this.keepDomains(tx, id, given.emailDomains);
      await this.append(tx, 'changed', id, given.nameDa);
    });
  }

  /** Removes one with every login linked through it; people sign in by mail again. @throws DomainError platform/not-found */
  async remove(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      await this.endSessions(tx, id);
      const [gone] = await tx.query<{ name: string }>(
        'delete from identity_provider where id = $1 returning name_da as name',
        [id],
      );
      if (gone === undefined) throw notFound();
      await this.append(tx, 'removed', id, gone.name);
    });
  }

  /** Whoever is signed in with a provider that is no longer believed signs in anew. */
  private async endSessions(tx: Transaction, providerId: string): Promise<void> {
    const logins = await tx.query<{ id: string }>('select id from person_login where provider_id = $1', [
      providerId,
    ]);
    await this.logins.endSessions(
      tx,
      logins.map((login) => login.id),
    );
  }

  private refuseUnsound(given: Changing): void {
    try {
      readOutgoingUrl(given.issuer, outgoingRules(this.config));
    } catch {
      throw refuse('logins/issuer-unusable', 'issuer');
    }
    const shared = sharedIssuer.exec(given.issuer)?.[1];
    if (shared !== undefined) throw refuse('logins/issuer-of-all', 'issuer', { shared });
    const odd = given.emailDomains.find((domain) => !isDomain(domain));
    if (odd !== undefined) throw refuse('logins/domain-unusable', 'emailDomains', { domain: odd });
    const wrong = given.cvrs.find((cvr) => !/^\d{8}$/.test(cvr) || !isCvr(cvr));
    if (wrong !== undefined) throw refuse('logins/cvr-unusable', 'cvrs', { cvr: wrong });
    const open = given.emailDomains.find(isPublicDomain);
    if (open !== undefined) throw refuse('logins/domain-public', 'emailDomains', { domain: open });
    if (given.kind === 'organisation' && given.emailDomains.length === 0)
      throw refuse('logins/domain-needed', 'emailDomains');
  }

  /** A domain belongs to one provider: the other could not be told from a thief. */
  private async keepDomains(tx: Transaction, id: string, domains: readonly string[]): Promise<void> {
    for (const domain of new Set(domains)) {
      const kept = await tx.query(
        'insert into identity_provider_domain (domain, provider_id) values ($1, $2) on conflict do nothing returning domain',
        [domain, id],
      );
      if (kept.length === 0) throw refuse('logins/domain-taken', 'emailDomains', { domain });
    }
  }

  private append(
    tx: Transaction,
    what: 'added' | 'changed' | 'removed',
    id: string,
    provider: string,
  ): Promise<string> {
    return tx.append(`platform.identity-provider-${what}`, { kind: 'identity-provider', id }, { provider });
  }

  private answer(row: Row): Answer {
    return {
      ...row,
      emailDomains: [...row.emailDomains],
      cvrs: [...row.cvrs],
      redirectUri: this.addresses.of(callbackPath(row.id)),
      postLogoutRedirectUri: this.addresses.of(postLogoutPath),
      backChannelLogoutUri: this.addresses.of(backChannelLogoutPath(row.id)),
      createdAt: row.createdAt.toISOString(),
    };
  }
}
