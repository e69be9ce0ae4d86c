import type { Policy } from '../access/policies.js';
import { hasRole } from '../tenancy/actor.js';

/**
 * Who may ask for people's data at all. Whose it may be, each module's own policy says of each row: young people are
 * their organisation's caseworkers', contact persons the secretariat's. The rules of retention are the secretariat's,
 * and caseworkers can read them.
 */
export const personDataPolicy: Policy = (actor, { can }) => {
  if (hasRole(actor, 'secretariat', 'caseworker')) {
    can(['read', 'delete'], 'PersonData');
    can('read', 'RetentionRule');
  }
  if (hasRole(actor, 'secretariat')) can('update', 'RetentionRule');
};
