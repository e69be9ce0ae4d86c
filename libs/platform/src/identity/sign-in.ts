import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Mailer } from '../delivery/mailer.js';
import { INSTALLATION, systemActor } from '../tenancy/actor.js';
import { Addresses } from './addresses.js';
import { failNoSooner } from './no-sooner.js';
import { People, type Person } from './people.js';
import { signInMail } from './sign-in.mail.js';
import { codeFits, hashCode, hashToken, newCode, newToken } from './tokens.js';

const validFor = 20 * 60_000;
const mostCodeAttempts = 5;
const mostAsksPerHour = 10;
/** Every wrong code takes this long to be told so, in milliseconds. */
const wrongCodeAfter = 250;

interface SignInRow {
  id: string;
  person_id: string;
  code_hash: Buffer;
  attempts: number;
}

/** Sign-in by mailed link and six digits. Showing spends nothing; only a POST does (security.md 18). */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly mailer: Mailer,
    private readonly addresses: Addresses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Mails a link and a code to the person with this address, if there is one; says nothing about whether there is. */
  async request(email: string): Promise<void> {
    const person = await this.people.findByEmail(email);
    if (person === undefined || (await this.asksTooOften(person))) return;
    const { id, token, code } = await this.issue(person);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'sign-in'), (tx) =>
      this.mailer.queue(tx, {
        template: signInMail,
        params: { url: this.addresses.of(`/sign-in/${token}`), code },
        // To the proven address that was typed: the primary one may be out of reach.
        to: { email, name: person.name, locale: person.locale },
        key: `sign-in:${id}`,
        about: { kind: 'sign-in', id },
      }),
    );
  }

  /** A sign-in address for somebody an administrator vouches for at the terminal (an installation without mail). */
  async linkFor(person: Person): Promise<string> {
    const { token } = await this.issue(person);
    return this.addresses.of(`/sign-in/${token}`);
  }

  /** Spends a link. @returns the person's id @throws DomainError platform/sign-in-link-invalid */
  async redeemLink(token: string): Promise<string> {
    const [row] = await this.database.query<{ person_id: string }>(
      `update sign_in set spent_at = $2 where token_hash = $1 and spent_at is null and expires_at > $2 returning person_id`,
      [hashToken(token), this.clock.now()],
    );
    if (row === undefined) throw new DomainError<ErrorCode>('platform/sign-in-link-invalid');
    return row.person_id;
  }

  /** Spends the code of the latest mail. @returns the person's id @throws DomainError platform/code-wrong */
  redeemCode(email: string, code: string): Promise<string> {
    return failNoSooner(wrongCodeAfter, () => this.spendCode(email, code));
  }

  /** Asks the database the same whether there is such a person or not. */
  private async spendCode(email: string, code: string): Promise<string> {
    const wrong = new DomainError<ErrorCode>('platform/code-wrong', {}, 'code');
    const person = await this.people.findByEmail(email);
    const [row] = await this.database.query<SignInRow>(
      `update sign_in set attempts = attempts + 1
       where id = (select id from sign_in where person_id = $1 order by created_at desc limit 1)
         and spent_at is null and expires_at > $2 and attempts < $3
       returning id, person_id, code_hash, attempts`,
      [person?.id ?? newId(), this.clock.now(), mostCodeAttempts],
    );
    if (row === undefined || !codeFits(code, row.id, row.code_hash)) throw wrong;
    const spent = await this.database.query(
      'update sign_in set spent_at = $2 where id = $1 and spent_at is null returning id',
      [row.id, this.clock.now()],
    );
    if (spent.length === 0) throw wrong;
    return row.person_id;
  }

  private async asksTooOften(person: Person): Promise<boolean> {
    const [row] = await this.database.query<{ asks: number }>(
      'select count(*)::int as asks from sign_in where person_id = $1 and created_at > $2',
      [person.id, new Date(this.clock.now().getTime() - 3_600_000)],
    );
    return (row?.asks ?? 0) >= mostAsksPerHour;
  }

  private async issue(person: Person): Promise<{ id: string; token: string; code: string }> {
    const id = newId();
    const token = newToken();
    const code = newCode();
    const now = this.clock.now();
    await this.database.query(
      `insert into sign_in (id, person_id, token_hash, code_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, person.id, hashToken(token), hashCode(code, id), now, new Date(now.getTime() + validFor)],
    );
    return { id, token, code };
  }
}
