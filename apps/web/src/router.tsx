import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { areas } from './areas.js';
import { ProblemError } from './api/problem.js';
import { mePath } from './api/session.js';
import { Failed } from './shell/fallback-pages.js';
import { allianceRoute, plainRoute, publicRoute, rootRoute, signedInRoute } from './shell/root-routes.js';
import { readSearch, writeSearch } from './shell/search-text.js';

/** Remembers answers; asks again only for what may heal (no answer, 5xx), never for a refusal. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // A session that has ended shows itself at any question; the routes then send to sign-in.
      if (!(error instanceof ProblemError) || error.status !== 401 || query.queryKey[1] === mePath) return;
      queries.removeQueries({ queryKey: ['api', mePath] });
      void router.invalidate();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) =>
        count < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 500),
    },
  },
});

const tree = rootRoute.addChildren([
  publicRoute.addChildren(areas.flatMap(({ publicRoutes }) => publicRoutes ?? [])),
  signedInRoute.addChildren([
    allianceRoute.addChildren(areas.flatMap(({ allianceRoutes }) => allianceRoutes ?? [])),
    plainRoute.addChildren(areas.flatMap(({ plainRoutes }) => plainRoutes ?? [])),
    ...areas.flatMap(({ signedInRoutes }) => signedInRoutes ?? []),
  ]),
]);

/** The router of the product. */
export const router = createRouter({
  routeTree: tree,
  context: { queries },
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: false,
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});
