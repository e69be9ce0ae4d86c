import { subject as tagged } from '@casl/ability';
import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Actor } from '../tenancy/actor.js';
import { type AccessSql, accessSql } from './access-sql.js';
import { type Ability, type Action, Policies } from './policies.js';

/** "It does not exist or is not yours": one answer for both, so that ids cannot be probed (security.md 10). */
export function notFound(): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>('platform/not-found');
}

/** "Your role does not allow this." */
export function forbidden(): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>('platform/forbidden');
}

/** Who may do what, for actions: the second of the two tiers (the first is `@Allow` on the route). */
@Injectable()
export class Access {
  constructor(private readonly policies: Policies) {}

  /** All an actor may. */
  abilityOf(actor: Actor): Ability {
    return this.policies.abilityOf(actor);
  }

  /** Whether the actor may do something to a kind of thing at all, or to one row of it (its columns). */
  allows(actor: Actor, action: Action, subject: string, row?: Record<string, unknown>): boolean {
    return this.abilityOf(actor).can(action, row === undefined ? subject : tagged(subject, { ...row }));
  }

  /** @throws DomainError platform/forbidden when the actor may not */
  authorize(actor: Actor, action: Action, subject: string, row?: Record<string, unknown>): void {
    if (!this.allows(actor, action, subject, row)) throw forbidden();
  }

  /** The rows on which the actor may do something, as SQL behind AND. */
  sql(actor: Actor, action: Action, subject: string, at: { alias: string; firstParam: number }): AccessSql {
    return accessSql(this.abilityOf(actor), action, subject, at);
  }
}
