import type { Policy } from '../access/policies.js';
import { hasRole } from '../tenancy/actor.js';

/** The secretariat decides which systems are told what happens in its alliance. */
export const webhookPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat')) can('manage', 'Webhook');
};
