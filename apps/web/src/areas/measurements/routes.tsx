import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const listRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'maalinger',
  component: lazyRouteComponent(() => import('./indicators-page.js'), 'IndicatorsPage'),
});
const newRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'maalinger/ny',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./new-indicator-page.js'), 'NewIndicatorPage'),
});
/** One indicator with its curve. */
export const indicatorRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'maalinger/$indicatorId',
  component: lazyRouteComponent(() => import('./indicator-page.js'), 'IndicatorPage'),
});
/** What is said of one indicator. */
export const editIndicatorRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'maalinger/$indicatorId/ret',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./edit-indicator-page.js'), 'EditIndicatorPage'),
});

/** The pages of this area. */
export const measurements: Area = {
  navigation: { label: 'measurements.title', path: 'maalinger' },
  allianceRoutes: [listRoute, newRoute, indicatorRoute, editIndicatorRoute],
};
