import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter',
  component: lazyRouteComponent(() => import('./contracts-page.js'), 'ContractsPage'),
});

/** The pages of this area. */
export const contracts: Area = {
  navigation: { label: 'contracts.title', path: 'kontrakter' },
  allianceRoutes: [pageRoute],
};
