import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder',
  component: lazyRouteComponent(() => import('./meetings-page.js'), 'MeetingsPage'),
});

/** The pages of this area. */
export const meetings: Area = {
  navigation: { label: 'meetings.title', path: 'moeder' },
  allianceRoutes: [pageRoute],
};
