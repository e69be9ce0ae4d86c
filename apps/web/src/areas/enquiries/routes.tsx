import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'henvendelser',
  component: lazyRouteComponent(() => import('./enquiries-page.js'), 'EnquiriesPage'),
});

/** The pages of this area. */
export const enquiries: Area = {
  navigation: { label: 'enquiries.title', path: 'henvendelser' },
  allianceRoutes: [pageRoute],
};
