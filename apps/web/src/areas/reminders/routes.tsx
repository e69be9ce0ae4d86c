import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'paamindelser',
  component: lazyRouteComponent(() => import('./reminders-page.js'), 'RemindersPage'),
});

/** The pages of this area. */
export const reminders: Area = {
  navigation: { label: 'reminders.title', path: 'paamindelser' },
  allianceRoutes: [pageRoute],
};
