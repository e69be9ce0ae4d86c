import type { Policy } from '../../access/policies.js';
import { hasRole } from '../../tenancy/actor.js';

/** Whoever works in the alliance may have tokens of their own; the secretariat sees and ends all of them. */
export const apiTokenPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  can('create', 'ApiToken');
  can(['read', 'delete'], 'ApiToken', { person_id: actor.personId });
  if (hasRole(actor, 'secretariat')) can(['read', 'delete'], 'ApiToken');
};
