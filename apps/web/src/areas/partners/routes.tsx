import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const listRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere',
  beforeLoad: onlyFor('secretariat', 'caseworker', 'member', 'partner'),
  component: lazyRouteComponent(() => import('./partners-page.js'), 'PartnersPage'),
});
const addRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere/ny',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./add-partner-page.js'), 'AddPartnerPage'),
});
const uploadRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere/import',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./upload-page.js'), 'UploadPage'),
});
/** One import: its preview, its progress and what came of it. */
export const importRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere/import/$importId',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./import-page.js'), 'ImportPage'),
});
/** One partner. */
export const partnerRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere/$partnerId',
  beforeLoad: onlyFor('secretariat', 'caseworker', 'member', 'partner'),
  component: lazyRouteComponent(() => import('./partner-page.js'), 'PartnerPage'),
});
/** One partner, to be edited. */
export const editRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere/$partnerId/rediger',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./edit-partner-page.js'), 'EditPartnerPage'),
});

/** What a partner's contact person has a right to. */
export const contactRightsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'partnere/$partnerId/kontaktpersoner/$contactId',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./contact-rights-page.js'), 'ContactRightsPage'),
});

/** The pages of this area. */
export const partners: Area = {
  navigation: {
    label: 'partners.title',
    path: 'partnere',
    roles: ['secretariat', 'caseworker', 'member', 'partner'],
  },
  allianceRoutes: [
    listRoute,
    addRoute,
    uploadRoute,
    importRoute,
    partnerRoute,
    editRoute,
    contactRightsRoute,
  ],
};
