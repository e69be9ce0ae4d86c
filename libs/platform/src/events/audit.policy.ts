import type { Policy } from '../access/policies.js';
import { hasRole } from '../tenancy/actor.js';

/** Everybody reads the part of the history that is theirs to see; the secretariat takes it out as a file. */
export const auditPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat', 'caseworker', 'member', 'partner', 'observer')) can('read', 'Audit');
  if (hasRole(actor, 'secretariat')) can(['export', 'verify'], 'Audit');
};
