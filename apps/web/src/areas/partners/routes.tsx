import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere',
  component: lazyRouteComponent(() => import('./partners-page.js'), 'PartnersPage'),
});

/** The pages of this area. */
export const partners: Area = {
  navigation: { label: 'partners.title', path: 'partnere' },
  allianceRoutes: [pageRoute],
};
