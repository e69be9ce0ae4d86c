import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const listRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'henvendelser',
  beforeLoad: onlyFor('secretariat', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./enquiries-page.js'), 'EnquiriesPage'),
});
const logRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'henvendelser/ny',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./log-enquiry-page.js'), 'LogEnquiryPage'),
});
const promiseRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'henvendelser/loefter',
  beforeLoad: onlyFor('secretariat', 'caseworker', 'partner', 'member'),
  component: lazyRouteComponent(() => import('./promise-page.js'), 'PromisePage'),
});

/** One enquiry. */
export const enquiryRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'henvendelser/$enquiryId',
  beforeLoad: onlyFor('secretariat', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./enquiry-page.js'), 'EnquiryPage'),
});

/** Who has seen what the young person of an enquiry shared, handing it out, erasing it. */
export const enquiryRightsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'henvendelser/$enquiryId/indsigt',
  beforeLoad: onlyFor('secretariat', 'caseworker'),
  component: lazyRouteComponent(() => import('./rights-page.js'), 'EnquiryRightsPage'),
});

/** The pages of this area. */
export const enquiries: Area = {
  navigation: {
    label: 'enquiries.title',
    path: 'henvendelser',
    roles: ['secretariat', 'caseworker', 'partner'],
  },
  allianceRoutes: [listRoute, logRoute, promiseRoute, enquiryRoute, enquiryRightsRoute],
};
