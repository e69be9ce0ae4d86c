import { createContext } from 'react';
import type { AnyRoute } from '@tanstack/react-router';
import type { Role } from '../api/session.js';
import type { MessageId } from '../messages.js';

/** One part of the product: its pages and its place in the navigation. */
export interface Area {
  /** Routes below /a/$slug (parent: `allianceRoute`). */
  allianceRoutes?: readonly AnyRoute[];
  /** Routes of a signed-in person that belong to no alliance (parent: `plainRoute`). */
  plainRoutes?: readonly AnyRoute[];
  /** Routes of a signed-in person that bring their own frame (parent: `signedInRoute`). */
  signedInRoutes?: readonly AnyRoute[];
  /** Routes that need no sign-in (parent: `publicRoute`). */
  publicRoutes?: readonly AnyRoute[];
  /** Its line in the side navigation. */
  navigation?: NavigationLine;
}

/** A line of the side navigation. */
export interface NavigationLine {
  label: MessageId;
  /** Address below /a/$slug, without a leading slash. */
  path: string;
  /** Shown to these roles only; absent = everyone. */
  roles?: readonly Role[];
}

/** All lines in their order, given from outside: the shell knows no area, the areas know the shell. */
export const NavigationLines = createContext<readonly NavigationLine[]>([]);
