import { Inject, Injectable } from '@nestjs/common';
import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { ErrorCode, passkeyRequest, usePasskey } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { CLOCK } from '../../database/clock.token.js';
import { Database } from '../../database/database.js';
import { LOGGER } from '../../observability/logger.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { type ChallengeUse, challengeValidFor, PasskeyChallenges } from './passkey-challenges.js';
import { RelyingParty } from './relying-party.js';

type Answer = z.infer<typeof usePasskey>;

interface Known {
  id: string;
  person_id: string;
  credential_id: Buffer;
  public_key: Buffer;
  user_handle: Buffer;
  sign_count: string;
}

const refused = (): DomainError<ErrorCode> => new DomainError<ErrorCode>('identity/passkey-refused');

/** Using passkeys: to sign in, without saying beforehand who one is, and to confirm an open session. */
@Injectable()
export class PasskeyUse {
  constructor(
    private readonly database: Database,
    private readonly challenges: PasskeyChallenges,
    private readonly relyingParty: RelyingParty,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A challenge for whoever wants to sign in: the device offers the passkeys it has for this place. */
  challengeForSignIn(): Promise<z.input<typeof passkeyRequest>> {
    return this.challenge({ purpose: 'sign-in' }, []);
  }

  /** A challenge that only this person's own passkeys can answer, in this session. */
  async challengeFor(actor: PersonActor): Promise<z.input<typeof passkeyRequest>> {
    const own = await this.database.query<{ credential_id: Buffer; transports: string[] }>(
      'select credential_id, transports from passkey where person_id = $1 order by created_at',
      [actor.personId],
    );
    return this.challenge(
      { purpose: 'step-up', sessionId: actor.sessionId },
      own.map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports })),
    );
  }

  /**
   * Whose passkey has answered a challenge for signing in.
   * @returns the person's id
   * @throws DomainError identity/passkey-refused | passkey-too-late
   */
  async signIn(answer: Answer): Promise<string> {
    const challenge = await this.challenges.spend(answer.challengeId, { purpose: 'sign-in' });
    const known = await this.find(answer);
    const sameHandle =
      answer.userHandle !== undefined &&
      known.user_handle.equals(Buffer.from(answer.userHandle, 'base64url'));
    if (!sameHandle) throw refused();
    await this.accept(known, answer, challenge);
    return known.person_id;
  }

  /** A person's own passkey has answered. @throws DomainError identity/passkey-refused | passkey-too-late */
  async confirm(actor: PersonActor, answer: Answer): Promise<void> {
    const challenge = await this.challenges.spend(answer.challengeId, {
      purpose: 'step-up',
      sessionId: actor.sessionId,
    });
    const known = await this.find(answer);
    if (known.person_id !== actor.personId) throw refused();
    await this.accept(known, answer, challenge);
  }

  private async challenge(
    use: ChallengeUse,
    allowCredentials: { id: string; transports: string[] }[],
  ): Promise<z.input<typeof passkeyRequest>> {
    const { id: rpID } = this.relyingParty.party;
    const { id: challengeId, challenge } = await this.challenges.give(use);
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const options = await generateAuthenticationOptions({
      rpID,
      challenge,
      allowCredentials,
      timeout: challengeValidFor,
      userVerification: 'required',
    });
    return { challengeId, options: options as z.input<typeof passkeyRequest>['options'] };
  }

  private async find(answer: Answer): Promise<Known> {
    const [known] = await this.database.query<Known>(
      `select k.id, k.person_id, k.credential_id, k.public_key, k.user_handle, k.sign_count
       from passkey k join person p on p.id = k.person_id
       where k.credential_id = $1 and p.deactivated_at is null`,
      [Buffer.from(answer.id, 'base64url')],
    );
    if (known === undefined) throw refused();
    return known;
  }

  /** Signature, place, presence, and a counter that only grows: one that does not means a copy of the key. */
  private async accept(known: Known, answer: Answer, expectedChallenge: string): Promise<void> {
    const verified = await this.verify(known, answer, expectedChallenge);
    if (!verified.verified) throw refused();
    const used = await this.database.query(
      `update passkey set sign_count = $2, last_used_at = $3
       where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning id`,
      [known.id, verified.authenticationInfo.newCounter, this.clock.now()],
    );
    if (used.length === 0) throw refused();
  }

  private async verify(
    known: Known,
    answer: Answer,
    expectedChallenge: string,
  ): Promise<VerifiedAuthenticationResponse> {
    const { id: expectedRPID, origin: expectedOrigin } = this.relyingParty.party;
    try {
      const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
      return await verifyAuthenticationResponse({
        response: {
          id: answer.id,
          rawId: answer.id,
          type: 'public-key',
          response: {
            clientDataJSON: answer.clientDataJSON,
            authenticatorData: answer.authenticatorData,
            signature: answer.signature,
          },
          clientExtensionResults: {},
        },
        expectedChallenge,
        expectedOrigin,
        expectedRPID,
        credential: {
          id: known.credential_id.toString('base64url'),
          publicKey: Uint8Array.from(known.public_key),
          counter: Number(known.sign_count),
        },
        requireUserVerification: true,
      });
    } catch (error) {
      this.logger.info({ reason: (error as Error).message, passkeyId: known.id }, 'a passkey was refused');
      throw refused();
    }
  }
}
