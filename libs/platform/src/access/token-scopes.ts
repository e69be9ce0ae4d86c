import { type ErrorCode, scopesFor } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { PersonActor } from '../tenancy/actor.js';
import type { Action, Grants } from './policies.js';

/** What `manage` comes to for a token: reading and writing, not what only a person does (answer, counter-sign, export). */
const ordinary: readonly Action[] = ['read', 'create', 'update', 'delete', 'report'];

function all<T>(one: T | readonly T[]): T[] {
  return [one].flat() as T[];
}

/**
 * Policies speaking to a token: of what they give the person, it gets what its scopes name. So a scope narrows the rows
 * a list shows and what an action checks on its way, not only the route.
 */
export function withinScopes(scopes: readonly string[], grants: Grants): Grants {
  const has = (action: Action, subject: string): boolean =>
    scopesFor(action, subject).some((scope) => scopes.includes(scope));
  return {
    can: (actions, subjects, conditions) => {
      const wanted = all(actions).flatMap((action) => (action === 'manage' ? ordinary : [action]));
      for (const subject of all(subjects)) {
        const given = wanted.filter((action) => has(action, subject));
        if (given.length > 0) grants.can(given, subject, conditions);
      }
    },
    cannot: (actions, subjects, conditions) => {
      grants.cannot(actions, subjects, conditions);
    },
  };
}

/**
 * The first tier for a token.
 * @throws DomainError integrations/not-by-token, integrations/scope-missing
 */
export function refuseBeyondScopes(actor: PersonActor, action: Action, subject: string): void {
  const opening = scopesFor(action, subject);
  const [scope] = opening;
  if (scope === undefined) throw new DomainError<ErrorCode>('integrations/not-by-token');
  if (!opening.some((one) => actor.token?.scopes.includes(one) === true))
    throw new DomainError<ErrorCode>('integrations/scope-missing', { scope });
}
