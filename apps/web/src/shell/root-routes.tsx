import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
  rootRouteId,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem.js';
import { mePath } from '../api/session.js';
import type { Me, MyAlliance, Role } from '../api/session.js';
import { apiQuery } from '../api/use-api.js';
import { FailedPage, NotFound, NotFoundPage } from './fallback-pages.js';
import { Frame } from './frame.js';

/** What every route may use before its page shows. */
export interface RouterContext {
  queries: QueryClient;
}

/** The root of all pages. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: FailedPage,
});

/** Parent of pages that need no sign-in. */
export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: lazyRouteComponent(() => import('./plain-layout.js'), 'PlainLayout'),
  notFoundComponent: NotFound,
});

/** Parent of pages that need a signed-in person; others are sent to sign in and come back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queries.query({ ...apiQuery<Me>(mePath), staleTime: 60_000 });
      return { me };
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: { to: location.href } });
    }
  },
  errorComponent: FailedPage,
});

/** Parent of every page of an alliance: /a/$slug. */
export const allianceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: 'a/$slug',
  beforeLoad: ({ context, params }) => {
    const alliance = context.me.alliances.find(({ slug }) => slug === params.slug);
    // The start page says that the access rests, and whom to write to.
    if (!alliance && context.me.resting.some(({ slug }) => slug === params.slug)) throw redirect({ to: '/' });
    // Thrown to the root: the alliance's own frame must not stand around it.
    if (!alliance) throw notFound({ routeId: rootRouteId });
    return { alliance };
  },
  component: lazyRouteComponent(() => import('./alliance-layout.js'), 'AllianceLayout'),
  notFoundComponent: NotFound,
  errorComponent: FailedPage,
});

/** For `beforeLoad` of an alliance's page that only these roles have a use for. The server decides; this spares a dead end. */
export function onlyFor(...able: readonly Role[]) {
  return ({ context }: { context: { alliance: MyAlliance } }) => ({
    isForOthers: !context.alliance.roles.some(({ role }) => able.includes(role)),
  });
}

/** Parent of pages for a signed-in person that belong to no alliance. */
export const plainRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'plain',
  component: lazyRouteComponent(() => import('./plain-layout.js'), 'PlainLayout'),
  notFoundComponent: NotFound,
});
