import { type EventEntry, eventCatalogue, type PersonSubjectKind } from '#libs/api-schema';
import type { Actor } from '../tenancy/actor.js';
import { INSTALLATION } from '../tenancy/actor.js';

const entries: readonly (readonly [string, EventEntry])[] = Object.entries(eventCatalogue);

/** Modules about young people: what happened to one of them is on their own page, with its own log of access. */
const personModules = ['participants'];
/** The kind of thing that each of {@link personModules} keeps its events of. */
export const personKinds = ['participant'] as const satisfies readonly PersonSubjectKind[];

/**
 * Types of events whose history an actor may read. In an alliance: what the feed shows to their roles, and to the
 * secretariat also what is kept for the audit alone; never what happened to young people. In the installation, for its
 * administrator: everything.
 * @param person the kind of one person whose data the actor has been found to be allowed to read: with what happened to
 *   them
 */
export function readableTypes(actor: Actor, person?: PersonSubjectKind): string[] {
  if (actor.allianceId === INSTALLATION)
    return actor.kind === 'person' && actor.isAdmin ? entries.map(([type]) => type) : [];
  if (actor.kind !== 'person') return [];
  const roles = actor.roles.map(({ role }) => role);
  return entries
    .filter(([type, { audience }]) => {
      if (audience.length > 0) return audience.some((role) => roles.includes(role));
      const isOfPeople = personModules.includes(type.split('.')[0] ?? '');
      return isOfPeople ? person !== undefined : roles.includes('secretariat');
    })
    .map(([type]) => type);
}

/**
 * `s.type` is one of these, for a statement over `event_seal s`. The types are the catalogue's own and stand in the text
 * itself: a constant list is looked up by hash, one in a parameter is compared from its beginning for every row.
 */
export function isOfType(types: readonly string[]): string {
  return `s.type = any ('{${types.filter((type) => type in eventCatalogue).join(',')}}'::text[])`;
}
