import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, forbidden, notFound } from '../access/access.js';
import { CONFIG, type Config } from '../config/config.js';
import { refuseBeyondScopes } from '../access/token-scopes.js';
import { Addresses } from '../identity/addresses.js';
import { ApiTokens } from '../identity/api-tokens/api-tokens.js';
import type { Session } from '../identity/session.js';
import { Sessions } from '../identity/sessions.js';
import type { PersonActor } from '../tenancy/actor.js';
import { sessionCookieName } from './cookies.js';
import { type ActorRequest, type RouteAccess, routeAccess, stepUpNeeded } from './decorators.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The secret of `Authorization: Bearer …`, if there is one. */
function bearerOf(request: ActorRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The first of the two tiers: who is it, in which alliance, and does a policy allow the kind of action at all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly access: Access,
    private readonly addresses: Addresses,
    private readonly tokens: ApiTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const rule = this.reflector.get<RouteAccess | undefined>(routeAccess, context.getHandler());
    if (rule === undefined) throw new Error(`${context.getHandler().name} does not say who may`);
    if (rule.kind !== 'public' && bearerOf(request) !== undefined)
      return this.byToken(bearerOf(request) ?? '', rule, context, request);
    if (!safe.has(request.method)) this.refuseForeignOrigin(request);
    const token = request.cookies[sessionCookieName(this.addresses.secure)];
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (rule.kind === 'public') {
      if (session !== undefined) request.actor = session.installation;
      return true;
    }
    if (session === undefined) throw new DomainError<ErrorCode>('platform/not-signed-in');
    const actor = this.actorFor(session, request);
    request.actor = actor;
    if (rule.kind === 'admin' && !actor.isAdmin) throw forbidden();
    if (rule.kind === 'allow') this.access.authorize(actor, rule.action, rule.subject);
    if (this.reflector.get<boolean | undefined>(stepUpNeeded, context.getHandler()) === true)
      this.sessions.refuseUnconfirmed(session);
    return true;
  }

  /** A program with an API token: only where a policy and one of its scopes open the route, never where one must be there in person. */
  private async byToken(
    secret: string,
    rule: RouteAccess,
    context: ExecutionContext,
    request: ActorRequest,
  ): Promise<boolean> {
    const actor = await this.tokens.actorOf(secret, request.ip);
    const mustBeThere = this.reflector.get<boolean | undefined>(stepUpNeeded, context.getHandler()) === true;
    if (rule.kind !== 'allow' || mustBeThere) throw new DomainError<ErrorCode>('integrations/not-by-token');
    const { allianceId } = request.params as { allianceId?: string };
    if (allianceId?.toLowerCase() !== actor.allianceId) throw notFound();
    refuseBeyondScopes(actor, rule.action, rule.subject);
    request.actor = actor;
    this.access.authorize(actor, rule.action, rule.subject);
    return true;
  }

  private actorFor(session: Session, request: ActorRequest): PersonActor {
    const { allianceId } = request.params as { allianceId?: string };
    if (allianceId === undefined) return session.installation;
    const actor = uuid.test(allianceId) ? session.in(allianceId.toLowerCase()) : undefined;
    if (actor === undefined) throw notFound();
    return actor;
  }

  /** Browsers say where a request comes from; one that other sites made is refused (CSRF). */
  private refuseForeignOrigin(request: ActorRequest): void {
    const { origin, host } = request.headers;
    if (origin === undefined) return;
    const own = new Set([new URL(this.addresses.base).origin, `http://${host ?? ''}`]);
    if (this.config.TRUST_PROXY !== false) own.add(`https://${host ?? ''}`);
    if (!own.has(origin)) throw new DomainError<ErrorCode>('platform/foreign-origin');
  }
}
