import { contactOwnerRoles } from '#libs/api-schema';
import type { member } from '#libs/api-schema';
import type { z } from 'zod';

/** Whether a role lets somebody look after partners: it opens every partner, and neither it nor the person rests. */
export function canOwnPartners({ role, pausedBecause, isDeactivated }: z.infer<typeof member>): boolean {
  return contactOwnerRoles.some((able) => able === role) && pausedBecause === null && !isDeactivated;
}
