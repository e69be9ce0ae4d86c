import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode, Locale } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Mailer } from '../delivery/mailer.js';
import { INSTALLATION, systemActor } from '../tenancy/actor.js';
import { addressCodeMail, addressTakenMail } from './address-proof.mails.js';
import { codeFits, hashCode, newCode } from './tokens.js';

/** What an address is proved for: a claim on it is worth nothing elsewhere and blocks nobody. */
export interface AddressClaim {
  readonly purpose: 'add-address' | 'invitation';
  readonly subjectId: string;
  readonly email: string;
}

const validFor = 20 * 60_000;
const hour = 3_600_000;
const mostAttempts = 5;
const mostPerSubject = 10;
const mostPerAddress = 10;

/** Six digits by mail that prove an address somebody is not known by yet. */
@Injectable()
export class AddressProofs {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Mails a code, or to an address that is `taken` a notice without one. Says nothing of either to whoever asks.
   * @throws DomainError platform/too-many-requests
   */
  async ask(claim: AddressClaim, to: { name: string; locale: Locale }, taken = false): Promise<void> {
    const id = newId();
    const code = newCode();
    await this.refuseTooMany(claim);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'prove address'), async (tx) => {
      await tx.query(
        `insert into address_proof (id, purpose, subject_id, email, code_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          claim.purpose,
          claim.subjectId,
          claim.email,
          // A notice comes without a code, so none may fit.
          hashCode(taken ? newId() : code, id),
          tx.now(),
          new Date(tx.now().getTime() + validFor),
        ],
      );
      const mail = { to: { ...to, email: claim.email }, key: `address-proof:${id}` };
      const about = { kind: 'address-proof', id };
      if (taken) await this.mailer.queue(tx, { ...mail, about, template: addressTakenMail, params: {} });
      else await this.mailer.queue(tx, { ...mail, about, template: addressCodeMail, params: { code } });
    });
  }

  /**
   * Spends the latest code of a claim. Each try counts, so this is not part of the unit of work that follows.
   * @throws DomainError platform/code-wrong
   */
  async spend(claim: AddressClaim, code: string): Promise<void> {
    const wrong = new DomainError<ErrorCode>('platform/code-wrong', {}, 'code');
    const [row] = await this.database.query<{ id: string; code_hash: Buffer }>(
      `update address_proof set attempts = attempts + 1
       where id = (select id from address_proof where purpose = $1 and subject_id = $2 and email = $3
                   order by created_at desc, id desc limit 1)
         and spent_at is null and expires_at > $4 and attempts < $5 returning id, code_hash`,
      [claim.purpose, claim.subjectId, claim.email, this.clock.now(), mostAttempts],
    );
    if (row === undefined || !codeFits(code, row.id, row.code_hash)) throw wrong;
    const spent = await this.database.query(
      'update address_proof set spent_at = $2 where id = $1 and spent_at is null returning id',
      [row.id, this.clock.now()],
    );
    if (spent.length === 0) throw wrong;
  }

  private async refuseTooMany(claim: AddressClaim): Promise<void> {
    const [row] = await this.database.query<{ subject: number; address: number }>(
      `select count(*) filter (where purpose = $1 and subject_id = $2)::int as subject,
         count(*) filter (where email = $3)::int as address
       from address_proof where created_at > $4 and (purpose = $1 and subject_id = $2 or email = $3)`,
      [claim.purpose, claim.subjectId, claim.email, new Date(this.clock.now().getTime() - hour)],
    );
    if ((row?.subject ?? 0) >= mostPerSubject || (row?.address ?? 0) >= mostPerAddress)
      throw new DomainError<ErrorCode>('platform/too-many-requests');
  }
}
