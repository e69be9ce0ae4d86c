import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { administrationRoute } from './administration-route.js';

const parent = administrationRoute;

const startRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration',
  beforeLoad: () => {
    throw redirect({ to: '/administration/installation' });
  },
});

const installationRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/installation',
  component: lazyRouteComponent(() => import('./installation-page.js'), 'InstallationPage'),
});

const alliancesRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/alliancer',
  component: lazyRouteComponent(() => import('./alliances-page.js'), 'AlliancesPage'),
});

const jobsRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/job',
  component: lazyRouteComponent(() => import('./jobs-page.js'), 'JobsPage'),
});

const identityProvidersRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/login',
  component: lazyRouteComponent(
    () => import('./identity-providers/identity-providers-page.js'),
    'IdentityProvidersPage',
  ),
});

const newIdentityProviderRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/login/ny',
  component: lazyRouteComponent(
    () => import('./identity-providers/new-identity-provider-page.js'),
    'NewIdentityProviderPage',
  ),
});

/** One identity provider. */
export const identityProviderRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/login/$providerId',
  component: lazyRouteComponent(
    () => import('./identity-providers/identity-provider-page.js'),
    'IdentityProviderPage',
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/personer',
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});

/** One person. */
export const personRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/personer/$personId',
  component: lazyRouteComponent(() => import('./people/person-page.js'), 'PersonPage'),
});

/** Merging somebody into this person. */
export const mergeRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/personer/$personId/saml',
  component: lazyRouteComponent(() => import('./people/merge-page.js'), 'MergePage'),
});

const auditRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/historik',
  component: lazyRouteComponent(() => import('./audit/audit-page.js'), 'AuditPage'),
});

const integrationsRoute = createRoute({
  getParentRoute: () => parent,
  path: 'administration/integrationer',
  component: lazyRouteComponent(() => import('./integrations/integrations-page.js'), 'IntegrationsPage'),
});

/** The pages of whoever runs the installation: settings and mail, alliances, jobs. */
export const administration: Area = {
  signedInRoutes: [
    administrationRoute.addChildren([
      startRoute,
      installationRoute,
      alliancesRoute,
      jobsRoute,
      peopleRoute,
      personRoute,
      mergeRoute,
      identityProvidersRoute,
      newIdentityProviderRoute,
      identityProviderRoute,
      auditRoute,
      integrationsRoute,
    ]),
  ],
};
