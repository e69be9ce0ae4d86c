import { Inject, Injectable } from '@nestjs/common';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CLOCK } from '../../database/clock.token.js';
import { Database } from '../../database/database.js';
import { KeyRing } from '../../secrets/key-ring.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { hashToken, newToken } from '../tokens.js';
import type { AttemptSecrets } from './provider-client.js';

/** How long somebody may take at their identity provider, in milliseconds. */
export const attemptFor = 10 * 60_000;
/** Attempts that are over are removed after this long, by whoever begins the next. */
const keptFor = 24 * 3_600_000;

/** What somebody goes to their identity provider for: to sign in, to link a login, to confirm who they are. */
export type AttemptPurpose = 'sign-in' | 'link' | 'confirm';

/** What an attempt is begun with. */
export interface AttemptOpening {
  readonly providerId: string;
  readonly purpose: AttemptPurpose;
  readonly returnTo: string;
  readonly invitation?: string | undefined;
  /** Whose session it is for; absent = somebody signs in. */
  readonly actor?: PersonActor | undefined;
}

/** An attempt whose answer has come, once, to the browser it was begun in. */
export interface LoginAttempt {
  readonly purpose: AttemptPurpose;
  readonly secrets: AttemptSecrets;
  readonly startedAt: Date;
  readonly returnTo: string;
  readonly invitation: string | undefined;
  /** The session it was begun in, unless somebody signs in. */
  readonly session: { readonly personId: string; readonly sessionId: string } | undefined;
}

type Sealed = AttemptSecrets & Pick<AttemptOpening, 'purpose' | 'returnTo' | 'invitation'>;

interface AttemptRow {
  readonly id: string;
  readonly secrets_sealed: Buffer;
  readonly person_id: string | null;
  readonly session_id: string | null;
  readonly created_at: Date;
}

/** Where the secrets of an attempt are sealed for. */
export function attemptContext(id: unknown): string {
  return `login_attempt.secrets_sealed:${String(id)}`;
}

/** Sign-ins under way: kept here, single use, bound to one browser and one provider. */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins an attempt. @returns its secrets, and what the browser must bring back in its cookie */
  async open(opening: AttemptOpening): Promise<{ secrets: AttemptSecrets; browser: string }> {
    const id = newId();
    const now = this.clock.now();
    const browser = newToken();
    const secrets = { state: newToken(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const { purpose, returnTo, invitation, actor } = opening;
    const kept: Sealed = { ...secrets, purpose, returnTo, invitation };
    const sealed = this.keyRing.seal(JSON.stringify(kept), attemptContext(id));
    await this.database.query('delete from login_attempt where expires_at < $1', [
      new Date(now.getTime() - keptFor),
    ]);
    await this.database.query(
      `insert into login_attempt (id, provider_id, state_hash, browser_hash, secrets_sealed, person_id,
         session_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, opening.providerId, hashToken(secrets.state), hashToken(browser), sealed],
        ...[actor?.personId ?? null, actor?.sessionId ?? null],
        ...[now, new Date(now.getTime() + attemptFor)],
      ],
    );
    return { secrets, browser };
  }

  /**
   * Spends the attempt of an answer.
   * @throws DomainError logins/attempt-invalid when it is not this browser's, not this provider's, spent or expired
   */
  async spend(providerId: string, state: string, browser: string): Promise<LoginAttempt> {
    const [row] = await this.database.query<AttemptRow>(
      `update login_attempt set spent_at = $4
       where state_hash = $1 and browser_hash = $2 and provider_id = $3 and spent_at is null and expires_at > $4
       returning id, secrets_sealed, person_id, session_id, created_at`,
      [hashToken(state), hashToken(browser), providerId, this.clock.now()],
    );
    if (row === undefined) throw new DomainError<ErrorCode>('logins/attempt-invalid');
    const { purpose, invitation, returnTo, ...secrets } = JSON.parse(
      this.keyRing.open(row.secrets_sealed, attemptContext(row.id)).toString('utf8'),
    ) as Sealed;
    const { person_id: personId, session_id: sessionId, created_at: startedAt } = row;
    return {
      ...{ purpose, secrets, startedAt, returnTo, invitation },
      session: personId === null || sessionId === null ? undefined : { personId, sessionId },
    };
  }
}
