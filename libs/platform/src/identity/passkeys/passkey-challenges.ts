import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CLOCK } from '../../database/clock.token.js';
import { Database } from '../../database/database.js';

/** What a challenge may be answered for, and by which session; signing in has none yet. */
export type ChallengeUse =
  { readonly purpose: 'sign-in' } | { readonly purpose: 'register' | 'step-up'; readonly sessionId: string };

/** How long somebody may take with their device, in milliseconds; the sign-in page renews its own. */
export const challengeValidFor = 5 * 60_000;

function sessionOf(use: ChallengeUse): string | null {
  return use.purpose === 'sign-in' ? null : use.sessionId;
}

/** Challenges for passkeys: random, kept here, for one purpose, used once, and only for a few minutes. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new challenge. */
  async give(use: ChallengeUse): Promise<{ id: string; challenge: Uint8Array<ArrayBuffer> }> {
    const id = newId();
    const challenge = Uint8Array.from(randomBytes(32));
    await this.database.query(
      `insert into passkey_challenge (id, purpose, challenge, session_id, expires_at) values ($1, $2, $3, $4, $5)`,
      [
        id,
        use.purpose,
        Buffer.from(challenge),
        sessionOf(use),
        new Date(this.clock.now().getTime() + challengeValidFor),
      ],
    );
    return { id, challenge };
  }

  /**
   * Uses a challenge up, whatever becomes of its answer.
   * @returns it as base64url, as browsers quote it
   * @throws DomainError identity/passkey-too-late
   */
  async spend(id: string, use: ChallengeUse): Promise<string> {
    const [row] = await this.database.query<{ challenge: Buffer }>(
      `delete from passkey_challenge
       where id = $1 and purpose = $2 and session_id is not distinct from $3::uuid and expires_at > $4
       returning challenge`,
      [id, use.purpose, sessionOf(use), this.clock.now()],
    );
    if (row === undefined) throw new DomainError<ErrorCode>('identity/passkey-too-late');
    return row.challenge.toString('base64url');
  }
}
