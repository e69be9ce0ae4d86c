import { Inject, Injectable } from '@nestjs/common';
import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { addPasskey, ErrorCode, passkeyCreation, passkeys as passkeysSchema } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { notFound } from '../../access/access.js';
import { Database } from '../../database/database.js';
import type { Transaction } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Mailer } from '../../delivery/mailer.js';
import { LOGGER } from '../../observability/logger.js';
import type { PersonActor } from '../../tenancy/actor.js';
import { Addresses } from '../addresses.js';
import { challengeValidFor, PasskeyChallenges } from './passkey-challenges.js';
import { passkeyChangedMail } from './passkey.mail.js';
import { RelyingParty } from './relying-party.js';

interface Row {
  id: string;
  name: string;
  is_synced: boolean;
  created_at: Date;
  last_used_at: Date | null;
}

const mostPasskeys = 20;

/** A person's own passkeys: adding, naming and removing them. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly challenges: PasskeyChallenges,
    private readonly relyingParty: RelyingParty,
    private readonly mailer: Mailer,
    private readonly addresses: Addresses,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A person's passkeys, oldest first. */
  async list(actor: PersonActor): Promise<z.input<typeof passkeysSchema>> {
    const rows = await this.database.query<Row>(
      'select id, name, is_synced, created_at, last_used_at from passkey where person_id = $1 order by created_at, id',
      [actor.personId],
    );
    return {
      possible: this.relyingParty.isPossible,
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        isSynced: row.is_synced,
        createdAt: row.created_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      })),
    };
  }

  /** What a browser needs to make a passkey for this person. @throws DomainError identity/too-many-passkeys */
  async beginAdding(actor: PersonActor): Promise<z.input<typeof passkeyCreation>> {
    const { id: rpID } = this.relyingParty.party;
    const known = await this.database.query<{ id: string; transports: string[] }>(
      `select translate(rtrim(encode(credential_id, 'base64'), '='), E'+/\\n', '-_') as id, transports
       from passkey where person_id = $1`,
      [actor.personId],
    );
    if (known.length >= mostPasskeys)
      throw new DomainError<ErrorCode>('identity/too-many-passkeys', { limit: mostPasskeys });
    const { id: challengeId, challenge } = await this.challenges.give({
      purpose: 'register',
      sessionId: actor.sessionId,
    });
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const options = await generateRegistrationOptions({
      rpID,
      rpName: 'Rygrad',
      userID: handleOf(actor.personId),
      userName: actor.email,
      userDisplayName: actor.name,
      challenge,
      timeout: challengeValidFor,
      attestationType: 'none',
      excludeCredentials: known,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { challengeId, options: options as z.input<typeof passkeyCreation>['options'] };
  }

  /**
   * Keeps a passkey that the person's device has made, and tells the person by mail.
   * @throws DomainError identity/passkey-refused | passkey-too-late | passkey-known
   */
  async add(actor: PersonActor, given: z.infer<typeof addPasskey>): Promise<{ id: string }> {
    const made = await this.verify(actor, given);
    const id = newId();
    await this.unitOfWork.actAs(actor, async (tx) => {
      const added = await tx.query(
        `insert into passkey (id, person_id, credential_id, public_key, user_handle, sign_count, transports, name,
           is_synced, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (credential_id) do nothing returning id`,
        [
          id,
          actor.personId,
          Buffer.from(made.credential.id, 'base64url'),
          Buffer.from(made.credential.publicKey),
          Buffer.from(handleOf(actor.personId)),
          made.credential.counter,
          given.transports,
          given.name,
          made.credentialDeviceType === 'multiDevice',
          tx.now(),
        ],
      );
      if (added.length === 0) throw new DomainError<ErrorCode>('identity/passkey-known');
      await tx.append('platform.passkey-added', { kind: 'person', id: actor.personId }, {});
      await this.tell(tx, actor, 'added', given.name, id);
    });
    return { id };
  }

  /** Gives a passkey another name. @throws DomainError platform/not-found */
  async rename(actor: PersonActor, id: string, name: string): Promise<void> {
    const renamed = await this.database.query(
      'update passkey set name = $3 where id = $1 and person_id = $2 returning id',
      [id, actor.personId, name],
    );
    if (renamed.length === 0) throw notFound();
  }

  /** Removes a passkey for good, and tells the person by mail. @throws DomainError platform/not-found */
  async remove(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const [gone] = await tx.query<{ name: string }>(
        'delete from passkey where id = $1 and person_id = $2 returning name',
        [id, actor.personId],
      );
      if (gone === undefined) throw notFound();
      await tx.append('platform.passkey-removed', { kind: 'person', id: actor.personId }, {});
      await this.tell(tx, actor, 'removed', gone.name, id);
    });
  }

  private async verify(
    actor: PersonActor,
    given: z.infer<typeof addPasskey>,
  ): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']>> {
    const { id: expectedRPID, origin: expectedOrigin } = this.relyingParty.party;
    const expectedChallenge = await this.challenges.spend(given.challengeId, {
      purpose: 'register',
      sessionId: actor.sessionId,
    });
    try {
      const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
      const { registrationInfo } = await verifyRegistrationResponse({
        response: {
          id: given.id,
          rawId: given.id,
          type: 'public-key',
          response: { clientDataJSON: given.clientDataJSON, attestationObject: given.attestationObject },
          clientExtensionResults: {},
        },
        expectedChallenge,
        expectedOrigin,
        expectedRPID,
        requireUserVerification: true,
      });
      if (registrationInfo !== undefined) return registrationInfo;
    } catch (error) {
      this.logger.info({ reason: (error as Error).message }, 'a passkey was not accepted');
    }
    throw new DomainError<ErrorCode>('identity/passkey-refused');
  }

  private async tell(
    tx: Transaction,
    actor: PersonActor,
    change: 'added' | 'removed',
    passkey: string,
    id: string,
  ): Promise<void> {
    await this.mailer.queue(tx, {
      template: passkeyChangedMail,
      params: { change, passkey, url: this.addresses.of('/konto') },
      to: { email: actor.email, name: actor.name, locale: actor.locale },
      key: `passkey-${change}:${id}`,
      about: { kind: 'passkey', id },
    });
  }
}

/** How an authenticator knows a person: their id's bytes, which say nothing about them. */
export function handleOf(personId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex'));
}
