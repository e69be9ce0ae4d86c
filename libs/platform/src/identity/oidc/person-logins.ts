import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode, IdentityProviderKind, myLogins } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import { Database } from '../../database/database.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { PersonDataSources } from '../../person-data/person-data-source.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Sessions } from '../sessions.js';
import type { IdentityProvider } from './identity-provider.js';
import { loginsSource } from './logins.source.js';
import type { VouchedIdentity } from './vouched-identity.js';

interface LoginRow {
  readonly id: string;
  readonly kind: IdentityProviderKind;
  readonly name_da: string;
  readonly name_en: string;
  readonly vouched_for: string | null;
  readonly linked_at: Date;
  readonly last_used_at: Date;
}

/** Logins that people have linked: issuer and subject name one person, and only one. */
@Injectable()
export class PersonLogins {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    personData: PersonDataSources,
  ) {
    personData.register(loginsSource);
  }

  /** The login of a subject, and whose it is. */
  async find(issuer: string, subject: string): Promise<{ id: string; personId: string } | undefined> {
    const [row] = await this.database.query<{ id: string; personId: string }>(
      'select id, person_id as "personId" from person_login where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return row;
  }

  /** Has the person another login at this issuer? */
  async hasOneAt(issuer: string, personId: string): Promise<boolean> {
    const found = await this.database.query(
      'select id from person_login where issuer = $1 and person_id = $2 limit 1',
      [issuer, personId],
    );
    return found.length > 0;
  }

  /**
   * Links a login to a person, or notes that the linked one was used.
   * @returns the login's id
   * @throws DomainError logins/linked-elsewhere when it is another person's
   */
  async link(
    tx: Transaction,
    personId: string,
    provider: IdentityProvider,
    identity: VouchedIdentity,
  ): Promise<string> {
    const id = newId();
    const vouchedFor = 'address' in identity.email ? identity.email.address : identity.cvr;
    const [kept] = await tx.query<{ id: string }>(
      `insert into person_login (id, person_id, provider_id, issuer, subject, vouched_for, linked_at, last_used_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (issuer, subject) do update
         set last_used_at = excluded.last_used_at, provider_id = excluded.provider_id
         where person_login.person_id = excluded.person_id
       returning id`,
      [id, personId, provider.id, provider.issuer, identity.subject, vouchedFor, tx.now()],
    );
    if (kept === undefined) throw new DomainError<ErrorCode>('logins/linked-elsewhere');
    if (kept.id === id)
      await tx.append(
        'platform.login-linked',
        { kind: 'person', id: personId },
        { provider: provider.nameDa },
      );
    return kept.id;
  }

  /**
   * Ends the sessions that were opened with a provider's logins, at the latest when the caller's transaction is done:
   * what is no longer believed does not stay signed in.
   * @param except the session that stays, if any
   */
  async endSessions(tx: Transaction, loginIds: readonly string[], except?: string): Promise<void> {
    const ended = await tx.query<{ person_id: string }>(
      `update session s set ended_at = $2 from person_login l
       where l.id = any ($1::uuid[]) and s.person_id = l.person_id and s.method = 'provider' and s.ended_at is null
         and s.id is distinct from $3::uuid
       returning s.person_id`,
      [loginIds, tx.now(), except ?? null],
    );
    tx.afterCommit(() => {
      for (const personId of new Set(ended.map((row) => row.person_id))) this.sessions.changed(personId);
    });
  }

  /** A person's own logins and the providers they may still link. */
  async listOf(personId: string): Promise<z.input<typeof myLogins>> {
    const rows = await this.database.query<LoginRow>(
      `select l.id, p.kind, p.name_da, p.name_en, l.vouched_for, l.linked_at, l.last_used_at
       from person_login l join identity_provider p on p.id = l.provider_id where l.person_id = $1 order by l.linked_at, l.id`,
      [personId],
    );
    const linkable = await this.database.query<Pick<LoginRow, 'id' | 'kind' | 'name_da' | 'name_en'>>(
      `select p.id, p.kind, p.name_da, p.name_en from identity_provider p where p.is_active
         and not exists (select from person_login l where l.provider_id = p.id and l.person_id = $1)
       order by p.name_da collate "da-x-icu"`,
      [personId],
    );
    return {
      items: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        provider: { da: row.name_da, en: row.name_en },
        vouchedFor: row.vouched_for,
        linkedAt: row.linked_at.toISOString(),
        lastUsedAt: row.last_used_at.toISOString(),
      })),
      linkable: linkable.map((row) => ({
        id: row.id,
        kind: row.kind,
        name: { da: row.name_da, en: row.name_en },
      })),
    };
  }

  /** Removes one of one's own logins; other browsers that are signed in with one no longer are. @throws DomainError platform/not-found */
  async unlink(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const own = await tx.query('select id from person_login where id = $1 and person_id = $2', [
        id,
        actor.personId,
      ]);
      if (own.length > 0) await this.endSessions(tx, [id], actor.sessionId);
      const [gone] = await tx.query<{ provider: string }>(
        `delete from person_login l using identity_provider p
         where l.id = $1 and l.person_id = $2 and p.id = l.provider_id returning p.name_da as provider`,
        [id, actor.personId],
      );
      if (gone === undefined) throw notFound();
      await tx.append(
        'platform.login-unlinked',
        { kind: 'person', id: actor.personId },
        { provider: gone.provider },
      );
    });
  }
}
