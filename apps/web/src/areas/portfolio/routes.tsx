import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'portefoelje',
  component: lazyRouteComponent(() => import('./portfolio-page.js'), 'PortfolioPage'),
});

/** The pages of this area. */
export const portfolio: Area = {
  navigation: { label: 'portfolio.title', path: 'portefoelje' },
  allianceRoutes: [pageRoute],
};
