import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { plainRoute } from '../../shell/root-routes.js';

const accountRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'konto',
  component: lazyRouteComponent(() => import('./account-page.js'), 'AccountPage'),
});

/** A person's own account: who they are, how they sign in, where they are signed in. */
export const account: Area = { plainRoutes: [accountRoute] };
