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

/** What a sign-in is begun with. */
export interface AttemptOpening {
  readonly providerId: string;
  readonly returnTo: string;
  readonly invitation?: string | undefined;
  /** Who links a login to themselves; absent = somebody signs in. */
  readonly linking?: PersonActor;
}

/** A sign-in whose answer has come, once, to the browser it was begun in. */
export interface LoginAttempt {
  readonly secrets: AttemptSecrets;
  readonly returnTo: string;
  readonly invitation: string | undefined;
  readonly linking: { readonly personId: string; readonly sessionId: string } | undefined;
}

interface AttemptRow {
  readonly id: string;
  readonly secrets_sealed: Buffer;
  readonly person_id: string | null;
  readonly session_id: string | null;
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
    const sealed = this.keyRing.seal(
      JSON.stringify({ ...secrets, returnTo: opening.returnTo, invitation: opening.invitation }),
      attemptContext(id),
    );
    await this.database.query('delete from login_attempt where expires_at < $1', [
      new Date(now.getTime() - keptFor),
    ]);
    await this.database.query(
      `insert into login_attempt (id, provider_id, state_hash, browser_hash, secrets_sealed, person_id,
         session_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, opening.providerId, hashToken(secrets.state), hashToken(browser), sealed],
        ...[opening.linking?.personId ?? null, opening.linking?.sessionId ?? null],
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
       returning id, secrets_sealed, person_id, session_id`,
      [hashToken(state), hashToken(browser), providerId, this.clock.now()],
    );
    if (row === undefined) throw new DomainError<ErrorCode>('logins/attempt-invalid');
    const { invitation, returnTo, ...secrets } = JSON.parse(
      this.keyRing.open(row.secrets_sealed, attemptContext(row.id)).toString('utf8'),
    ) as AttemptSecrets & { returnTo: string; invitation?: string };
    const { person_id: personId, session_id: sessionId } = row;
    return {
      secrets,
      returnTo,
      invitation,
      linking: personId === null || sessionId === null ? undefined : { personId, sessionId },
    };
  }
}
