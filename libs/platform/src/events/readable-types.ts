import { type EventEntry, eventCatalogue } from '#libs/api-schema';
import type { Actor } from '../tenancy/actor.js';
import { INSTALLATION } from '../tenancy/actor.js';

const entries: readonly (readonly [string, EventEntry])[] = Object.entries(eventCatalogue);

/** Kinds of things that stand for a young person: their history is on their own page, with its own log of access. */
export const personModules = ['participants'];

/**
 * Types of events whose history an actor may read. In an alliance: what the feed shows to their roles, and to the
 * secretariat also what is kept for the audit alone; never what happened to young people. In the installation, for its
 * administrator: everything.
 */
export function readableTypes(actor: Actor): string[] {
  if (actor.allianceId === INSTALLATION)
    return actor.kind === 'person' && actor.isAdmin ? entries.map(([type]) => type) : [];
  if (actor.kind !== 'person') return [];
  const roles = actor.roles.map(({ role }) => role);
  return entries
    .filter(([type]) => !personModules.includes(type.split('.')[0] ?? ''))
    .filter(([, { audience }]) =>
      audience.length === 0 ? roles.includes('secretariat') : audience.some((role) => roles.includes(role)),
    )
    .map(([type]) => type);
}
