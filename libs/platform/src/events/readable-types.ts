import { type EventEntry, eventCatalogue, type PersonSubjectKind } from '#libs/api-schema';
import type { Actor } from '../tenancy/actor.js';
import { INSTALLATION } from '../tenancy/actor.js';

const entries: readonly (readonly [string, EventEntry])[] = Object.entries(eventCatalogue);

/** Kinds of things that stand for a young person: their history is on their own page, with its own log of access. */
export const personModules = ['participants'];
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
  const ofPeople = (type: string): boolean => personModules.includes(type.split('.')[0] ?? '');
  return entries
    .filter(([type, { audience }]) => {
      if (ofPeople(type)) return person !== undefined;
      return audience.length === 0
        ? roles.includes('secretariat')
        : audience.some((role) => roles.includes(role));
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
