import type { AllianceRole, Locale } from '#libs/api-schema';

/** The alliance id under which the installation's own events and mails are kept. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

/** A role of a person in an alliance, on behalf of an organisation or (secretariat, citizens) of none. */
export interface RoleHeld {
  readonly role: AllianceRole;
  readonly organisationId: string | null;
}

/** A signed-in person, acting in one alliance (or in the installation: {@link INSTALLATION}, without roles). */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly isAdmin: boolean;
  readonly allianceId: string;
  readonly roles: readonly RoleHeld[];
  /** The API token that acts in the person's place, and all it may. */
  readonly token?: { readonly id: string; readonly scopes: readonly string[] };
}

/** Somebody without an account who holds a link to exactly one thing. */
export interface LinkActor {
  readonly kind: 'link';
  readonly linkId: string;
  readonly allianceId: string;
  readonly purpose: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** The product itself, working in one alliance for a stated reason. */
export interface SystemActor {
  readonly kind: 'system';
  readonly allianceId: string;
  readonly reason: string;
}

/** Whoever a unit of work is done for. */
export type Actor = PersonActor | LinkActor | SystemActor;

/** The product itself, in one alliance. */
export function systemActor(allianceId: string, reason: string): SystemActor {
  return { kind: 'system', allianceId, reason };
}

/** Does the person hold one of these roles in the alliance acted in? */
export function hasRole(actor: Actor, ...roles: readonly AllianceRole[]): boolean {
  return actor.kind === 'person' && actor.roles.some((held) => roles.includes(held.role));
}

/** The id of whoever acts with an account, to be written beside their name; nobody's behind a link or for the system. */
export function actingPerson(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** Organisations on whose behalf the person holds one of these roles in the alliance acted in. */
export function organisationsOf(actor: Actor, ...roles: readonly AllianceRole[]): string[] {
  if (actor.kind !== 'person') return [];
  return actor.roles
    .filter(({ role }) => roles.includes(role))
    .flatMap(({ organisationId }) => organisationId ?? []);
}

/**
 * Organisations whose person data the actor may touch: a caseworker's own municipality or school, and the
 * organisation a partner or a link stands for (enquiries addressed to it). A token touches no person data.
 */
export function caseOrganisations(actor: Actor): string[] {
  if (actor.kind === 'link') return actor.organisationId === null ? [] : [actor.organisationId];
  if (actor.kind === 'system' || actor.token !== undefined) return [];
  return organisationsOf(actor, 'caseworker', 'partner');
}
