import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SessionMethod } from '#libs/api-schema';
import { CONFIG, type Config } from '../config/config.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { clearSessionCookie, setSessionCookie } from '../http/cookies.js';
import type { ActorRequest } from '../http/decorators.js';
import { INSTALLATION, type PersonActor, systemActor } from '../tenancy/actor.js';
import { Addresses } from './addresses.js';
import { Sessions } from './sessions.js';

/** Sessions as browsers hold them: cookie, session and audit trail change together. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: Addresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Signs a person in with this browser. Whoever was signed in with it before no longer is.
   * @param remember what must be known of the session before the browser has it
   */
  async begin(
    personId: string,
    method: SessionMethod,
    request: ActorRequest,
    reply: FastifyReply,
    remember?: (sessionId: string) => Promise<void>,
  ): Promise<void> {
    if (request.actor?.kind === 'person') await this.sessions.end(request.actor);
    const { id, token } = await this.sessions.open(personId, {
      ...{ method, userAgent: request.headers['user-agent'] },
    });
    await remember?.(id);
    await this.unitOfWork.actAs(systemActor(INSTALLATION, 'sign-in'), (tx) =>
      tx.append('platform.signed-in', { kind: 'person', id: personId }, { method }),
    );
    this.give(reply, token);
  }

  /** The person has just proved again who they are: the session is confirmed and its token turned. */
  async confirm(
    actor: PersonActor,
    method: 'code' | 'passkey' | 'provider',
    reply: FastifyReply,
  ): Promise<void> {
    const token = await this.sessions.confirm(actor);
    await this.unitOfWork.actAs(actor, (tx) =>
      tx.append('platform.identity-confirmed', { kind: 'person', id: actor.personId }, { method }),
    );
    this.give(reply, token);
  }

  /** Signs out with this browser. */
  async end(actor: PersonActor, reply: FastifyReply): Promise<void> {
    await this.sessions.end(actor);
    await this.unitOfWork.actAs(actor, (tx) =>
      tx.append('platform.signed-out', { kind: 'person', id: actor.personId }, {}),
    );
    clearSessionCookie(reply, this.secure);
  }

  private give(reply: FastifyReply, token: string): void {
    setSessionCookie(reply, token, this.secure, this.config.SESSION_ABSOLUTE_HOURS * 3600);
  }

  private get secure(): boolean {
    return this.addresses.base.startsWith('https://');
  }
}
