import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../tenancy/actor.js';
import type { SeenList } from './seen-lists.js';
import { withinScopes } from './token-scopes.js';

/** What may be done to a thing. `manage` stands for all of them. */
export type Action = 'create' | 'read' | 'update' | 'delete' | 'manage' | (string & {});

/** Who may do what to which rows; conditions name columns of the row. */
export type Ability = MongoAbility<[string, string | Record<string, unknown>]>;

/** Gives and takes permissions. Conditions are MongoDB-style: `{ organisation_id: { $in: [...] } }`. */
export interface Grants {
  can(
    action: Action | readonly Action[],
    subject: string | readonly string[],
    conditions?: Record<string, unknown>,
  ): void;
  cannot(
    action: Action | readonly Action[],
    subject: string | readonly string[],
    conditions?: Record<string, unknown>,
  ): void;
}

/** One module's rules: a readable function from who acts to what they may. */
export type Policy = (actor: Actor, grants: Grants) => void;

/** All modules' rules together. */
@Injectable()
export class Policies {
  private readonly policies = new Set<Policy>();
  private readonly seen = new Map<string, SeenList>();
  private readonly abilities = new WeakMap<Actor, Ability>();

  /** Adds a module's rules and the lists they open; call when the module is constructed. */
  register(policy: Policy, lists: readonly SeenList[] = []): void {
    this.policies.add(policy);
    for (const list of lists) this.seen.set(list.key, list);
  }

  /** The lists that the rules open, for counting what somebody would find in them. */
  lists(): readonly SeenList[] {
    return [...this.seen.values()];
  }

  /** What an actor may, by all rules. */
  abilityOf(actor: Actor): Ability {
    const known = this.abilities.get(actor);
    if (known !== undefined) return known;
    const built = buildAbility(actor, [...this.policies]);
    this.abilities.set(actor, built);
    return built;
  }
}

/** The ability that a set of policies gives an actor. The system may do all that its alliance holds. */
export function buildAbility(actor: Actor, policies: readonly Policy[]): Ability {
  const builder = new AbilityBuilder<Ability>(createMongoAbility);
  const can = builder.can as (action: unknown, subject: unknown, conditions?: unknown) => unknown;
  const cannot = builder.cannot as (action: unknown, subject: unknown, conditions?: unknown) => unknown;
  if (actor.kind === 'system') can('manage', 'all');
  const grants: Grants = {
    can: (action, subject, conditions) => void can(action, subject, conditions),
    cannot: (action, subject, conditions) => void cannot(action, subject, conditions),
  };
  const token = actor.kind === 'person' ? actor.token : undefined;
  const given = token === undefined ? grants : withinScopes(token.scopes, grants);
  for (const policy of policies) policy(actor, given);
  return builder.build();
}
