import { hasRole } from '../tenancy/actor.js';
import type { Policy } from './policies.js';

/** The secretariat can look up what anybody in the alliance may see; everybody else what they may see themselves. */
export const accessViewPolicy: Policy = (actor, { can }) => {
  if (actor.kind !== 'person' || actor.roles.length === 0) return;
  can('read', 'AccessView', { person_id: actor.personId });
  if (hasRole(actor, 'secretariat')) can('read', 'AccessView');
};
