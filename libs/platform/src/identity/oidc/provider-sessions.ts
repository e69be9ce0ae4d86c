import { Injectable } from '@nestjs/common';
import { holdsCpr } from '#libs/kernel';
import { Database } from '../../database/database.js';
import type { Transaction } from '../../database/transaction.js';
import { KeyRing } from '../../secrets/key-ring.js';
import { SealedColumns } from '../../secrets/sealed-columns.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Sessions } from '../sessions.js';
import { hashToken } from '../tokens.js';
import { type IdentityProvider, providerColumns } from './identity-provider.js';

/** How a session came through an identity provider. */
export interface ProviderOrigin {
  readonly loginId: string;
  readonly providerId: string;
  /** `sub` and `sid` as the provider writes them: what its logout tokens name. */
  readonly subject: string;
  readonly sid: string | undefined;
  readonly idToken: string | undefined;
}

/** The provider of a session in force. */
export interface ProviderOfSession {
  readonly loginId: string;
  readonly provider: IdentityProvider;
  /** The last ID token, as a hint for signing out there; undefined when it was not kept. */
  readonly idToken: string | undefined;
}

/** Longer tokens would not fit into addresses that every server takes. */
const longestHint = 4096;

function contextOf(sessionId: unknown): string {
  return `provider_session.id_token_sealed:${String(sessionId)}`;
}

/** May the token be kept? Not when it holds a CPR number, as brokers may send: then the provider asks who signs out. */
function isKeepable(idToken: string): boolean {
  const claims = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return idToken.length <= longestHint && !holdsCpr(claims);
}

/** Sessions and the identity providers they came through. The database forgets it when a session ends. */
@Injectable()
export class ProviderSessions {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly sessions: Sessions,
    sealed: SealedColumns,
  ) {
    sealed.register({
      ...{ table: 'provider_session', id: 'session_id', column: 'id_token_sealed' },
      context: (row) => contextOf(row['session_id']),
    });
  }

  /** Remembers where a session came from, or was confirmed last. */
  async keep(
    sessionId: string,
    { loginId, providerId, subject, sid, idToken }: ProviderOrigin,
  ): Promise<void> {
    await this.database.query(
      `insert into provider_session (session_id, login_id, provider_id, subject_hash, sid_hash, id_token_sealed)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (session_id) do update set login_id = excluded.login_id, provider_id = excluded.provider_id,
         subject_hash = excluded.subject_hash, sid_hash = excluded.sid_hash, id_token_sealed = excluded.id_token_sealed`,
      [
        ...[sessionId, loginId, providerId, hashToken(subject)],
        sid === undefined ? null : hashToken(sid),
        idToken !== undefined && isKeepable(idToken)
          ? this.keyRing.seal(idToken, contextOf(sessionId))
          : null,
      ],
    );
  }

  /** The provider a session came through, if it is still believed. */
  async of(actor: PersonActor): Promise<ProviderOfSession | undefined> {
    const [row] = await this.database.query<IdentityProvider & { loginId: string; sealed: Buffer | null }>(
      `select ${providerColumns}, s.login_id as "loginId", s.id_token_sealed as sealed
       from provider_session s join identity_provider p on p.id = s.provider_id
       where s.session_id = $1 and p.is_active`,
      [actor.sessionId],
    );
    if (row === undefined) return undefined;
    const { loginId, sealed, ...provider } = row;
    const idToken =
      sealed === null ? undefined : this.keyRing.open(sealed, contextOf(actor.sessionId)).toString('utf8');
    return { loginId, provider, idToken };
  }

  /**
   * Ends the sessions that came through a provider for a subject, or only the one the provider calls `sid`; with both,
   * also the subject's sessions of which the provider never told a `sid`, for one of them may be meant.
   * @returns how many, by person; every process and socket hears of it when the transaction is done
   */
  async end(
    tx: Transaction,
    providerId: string,
    whose: { readonly subject: string | undefined; readonly sid: string | undefined },
  ): Promise<ReadonlyMap<string, number>> {
    const ended = await tx.query<{ person_id: string }>(
      `update session set ended_at = $4 where ended_at is null and id in (
         select session_id from provider_session where provider_id = $1
           and ($2::bytea is null or subject_hash = $2)
           and ($3::bytea is null or sid_hash = $3 or $2 is not null and sid_hash is null))
       returning person_id`,
      [
        providerId,
        whose.subject === undefined ? null : hashToken(whose.subject),
        whose.sid === undefined ? null : hashToken(whose.sid),
        tx.now(),
      ],
    );
    const counts = new Map<string, number>();
    for (const { person_id: personId } of ended) counts.set(personId, (counts.get(personId) ?? 0) + 1);
    tx.afterCommit(() => {
      for (const personId of counts.keys()) this.sessions.changed(personId);
    });
    return counts;
  }
}
