import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'historik',
  component: lazyRouteComponent(() => import('./history-page.js'), 'HistoryPage'),
});

/** The pages of this area. */
export const history: Area = {
  navigation: { label: 'history.title', path: 'historik' },
  allianceRoutes: [pageRoute],
};
