import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'dagsorden',
  component: lazyRouteComponent(() => import('./agenda-page.js'), 'AgendaPage'),
});

/** The pages of this area. */
export const agenda: Area = {
  navigation: { label: 'agenda.title', path: 'dagsorden' },
  allianceRoutes: [pageRoute],
};
