import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'dagsorden',
  component: lazyRouteComponent(() => import('./agenda-page.js'), 'AgendaPage'),
});
/** One version of the agenda. */
export const versionRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'dagsorden/$versionId',
  component: lazyRouteComponent(() => import('./version-page.js'), 'VersionPage'),
});
/** The text of a draft. */
export const editRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'dagsorden/$versionId/ret',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./edit-page.js'), 'EditPage'),
});
/** What is different from another version (`?fra=`). */
export const differenceRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'dagsorden/$versionId/forskel',
  component: lazyRouteComponent(() => import('./difference-page.js'), 'DifferencePage'),
});

/** The pages of this area. */
export const agenda: Area = {
  navigation: { label: 'agenda.title', path: 'dagsorden' },
  allianceRoutes: [pageRoute, versionRoute, editRoute, differenceRoute],
};
