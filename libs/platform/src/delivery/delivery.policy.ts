import type { Policy } from '../access/policies.js';
import { hasRole } from '../tenancy/actor.js';

/** The secretariat follows all mails of its alliance; caseworkers those about their enquiries. */
export const deliveryPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat')) can('manage', 'Delivery');
  if (hasRole(actor, 'caseworker')) can('read', 'Delivery', { about_kind: 'enquiry' });
};
