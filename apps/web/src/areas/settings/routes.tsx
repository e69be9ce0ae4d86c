import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const pageRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger',
  component: lazyRouteComponent(() => import('./settings-page.js'), 'SettingsPage'),
});

const accessRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger/adgang',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./access-page.js'), 'AccessPage'),
});

const linksRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger/links',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./links-page.js'), 'LinksPage'),
});

/** Where the holder of a link is told what is kept of them, and erased. */
export const linkRightsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger/links/$linkId',
  beforeLoad: onlyFor('secretariat', 'caseworker'),
  component: lazyRouteComponent(() => import('./link-rights-page.js'), 'LinkRightsPage'),
});

const personDataRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger/persondata',
  beforeLoad: onlyFor('secretariat', 'caseworker'),
  component: lazyRouteComponent(() => import('./person-data/person-data-page.js'), 'PersonDataPage'),
});

const integrationsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger/integrationer',
  component: lazyRouteComponent(() => import('./integrations/integrations-page.js'), 'IntegrationsPage'),
});

/** One webhook. */
export const webhookRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'indstillinger/integrationer/$webhookId',
  component: lazyRouteComponent(() => import('./integrations/webhook-page.js'), 'WebhookPage'),
});

/** The pages of this area. */
export const settings: Area = {
  navigation: { label: 'settings.title', path: 'indstillinger' },
  allianceRoutes: [
    pageRoute,
    accessRoute,
    linksRoute,
    linkRightsRoute,
    personDataRoute,
    integrationsRoute,
    webhookRoute,
  ],
};
