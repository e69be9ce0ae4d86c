import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const listRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'portefoelje',
  component: lazyRouteComponent(() => import('./portfolio-page.js'), 'PortfolioPage'),
});
const newRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'portefoelje/ny',
  beforeLoad: onlyFor('secretariat', 'member'),
  component: lazyRouteComponent(() => import('./new-initiative-page.js'), 'NewInitiativePage'),
});
/** One initiative with its reviews. */
export const initiativeRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'portefoelje/$initiativeId',
  component: lazyRouteComponent(() => import('./initiative-page.js'), 'InitiativePage'),
});
/** What is said of one initiative. */
export const editInitiativeRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'portefoelje/$initiativeId/ret',
  component: lazyRouteComponent(() => import('./edit-initiative-page.js'), 'EditInitiativePage'),
});

/** The pages of this area. */
export const portfolio: Area = {
  navigation: { label: 'portfolio.title', path: 'portefoelje' },
  allianceRoutes: [listRoute, newRoute, initiativeRoute, editInitiativeRoute],
};
