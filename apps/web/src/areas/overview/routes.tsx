import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'overblik',
  component: lazyRouteComponent(() => import('./overview-page.js'), 'OverviewPage'),
});

/** The pages of this area. */
export const overview: Area = {
  navigation: { label: 'overview.title', path: 'overblik' },
  allianceRoutes: [pageRoute],
};
