import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'maalinger',
  component: lazyRouteComponent(() => import('./measurements-page.js'), 'MeasurementsPage'),
});

/** The pages of this area. */
export const measurements: Area = {
  navigation: { label: 'measurements.title', path: 'maalinger' },
  allianceRoutes: [pageRoute],
};
