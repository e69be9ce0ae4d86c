import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge',
  component: lazyRouteComponent(() => import('./participants-page.js'), 'ParticipantsPage'),
});

/** The pages of this area. */
export const participants: Area = {
  navigation: { label: 'participants.title', path: 'unge', roles: ['caseworker'] },
  allianceRoutes: [pageRoute],
};
