import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { publicRoute } from '../../shell/root-routes.js';

/** The address in an invitation. */
export const invitationRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'invitation/$token',
  component: lazyRouteComponent(() => import('./invitation-page.js'), 'InvitationPage'),
});

/** What an invited person sees first. */
export const invitation: Area = { publicRoutes: [invitationRoute] };
