import { createRoute, lazyRouteComponent, notFound, rootRouteId } from '@tanstack/react-router';
import { FailedPage, NotFound } from '../../shell/fallback-pages.js';
import { signedInRoute } from '../../shell/root-routes.js';

/** Parent of every page of the administration; to whoever is not administrator it does not exist. */
export const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'administration',
  beforeLoad: ({ context }) => {
    if (!context.me.person.isAdmin) throw notFound({ routeId: rootRouteId });
  },
  component: lazyRouteComponent(() => import('./administration-layout.js'), 'AdministrationLayout'),
  notFoundComponent: NotFound,
  errorComponent: FailedPage,
});
