import { Inject, Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError, newId } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Mailer } from '../delivery/mailer.js';
import { quarter, RateLimits } from '../http/rate-limits.js';
import type { PersonActor } from '../tenancy/actor.js';
import { stepUpMail } from './step-up.mail.js';
import { codeFits, hashCode, newCode } from './tokens.js';

const validFor = 10 * 60_000;
const mostCodes = 5;
const mostTries = 20;
const mostTriesPerCode = 5;

/** Confirming a session with a mailed code that belongs to this session alone. */
@Injectable()
export class StepUp {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Mails a new code to the person's own address; the one before no longer counts. */
  async sendCode(actor: PersonActor): Promise<void> {
    await this.limits.take(`step-up-mail:${actor.personId}`, mostCodes, quarter);
    const id = newId();
    const code = newCode();
    const now = this.clock.now();
    await this.unitOfWork.actAs(actor, async (tx) => {
      await tx.query(
        'insert into step_up (id, session_id, code_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)',
        [id, actor.sessionId, hashCode(code, id), now, new Date(now.getTime() + validFor)],
      );
      await this.mailer.queue(tx, {
        template: stepUpMail,
        params: { code },
        to: { email: actor.email, name: actor.name, locale: actor.locale },
        key: `step-up:${id}`,
        about: { kind: 'step-up', id },
      });
    });
  }

  /**
   * Spends the latest code of this session. Every try counts.
   * @throws DomainError platform/code-wrong, also after five tries; platform/too-many-requests
   */
  async spendCode(actor: PersonActor, code: string): Promise<void> {
    await this.limits.take(`step-up:${actor.personId}`, mostTries, quarter);
    const wrong = new DomainError<ErrorCode>('platform/code-wrong', {}, 'code');
    const [row] = await this.database.query<{ id: string; code_hash: Buffer }>(
      `update step_up set attempts = attempts + 1
       where id = (select id from step_up where session_id = $1 order by created_at desc, id desc limit 1)
         and spent_at is null and expires_at > $2 and attempts < $3
       returning id, code_hash`,
      [actor.sessionId, this.clock.now(), mostTriesPerCode],
    );
    if (row === undefined || !codeFits(code, row.id, row.code_hash)) throw wrong;
    const spent = await this.database.query(
      'update step_up set spent_at = $2 where id = $1 and spent_at is null returning id',
      [row.id, this.clock.now()],
    );
    if (spent.length === 0) throw wrong;
  }
}
