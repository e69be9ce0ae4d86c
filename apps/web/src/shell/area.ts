import type { AnyRoute } from '@tanstack/react-router';
import type { Role } from '../api/session.js';
import type { MessageId } from '../messages.js';

/** One part of the product: its pages and its place in the navigation. */
export interface Area {
  /** Routes below /a/$slug (parent: `allianceRoute`). */
  allianceRoutes?: readonly AnyRoute[];
  /** Routes of a signed-in person that belong to no alliance (parent: `plainRoute`). */
  plainRoutes?: readonly AnyRoute[];
  /** Routes that need no sign-in (parent: `publicRoute`). */
  publicRoutes?: readonly AnyRoute[];
  /** Its line in the side navigation. */
  navigation?: {
    label: MessageId;
    /** Address below /a/$slug, without a leading slash. */
    path: string;
    /** Shown to these roles only; absent = everyone. */
    roles?: readonly Role[];
  };
}
