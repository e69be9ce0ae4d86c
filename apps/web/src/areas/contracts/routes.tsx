import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const contractsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter',
  beforeLoad: onlyFor('secretariat', 'partner'),
  component: lazyRouteComponent(() => import('./contracts-page.js'), 'ContractsPage'),
});

const sendRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/send',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./send-page.js'), 'SendPage'),
});

const templatesRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/skabeloner',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./templates-page.js'), 'TemplatesPage'),
});

const newTemplateRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/skabeloner/ny',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./template-page.js'), 'NewTemplatePage'),
});

/** One template. */
export const templateRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/skabeloner/$templateId',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./template-page.js'), 'TemplatePage'),
});

/** One contract. */
export const contractRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/$contractId',
  beforeLoad: onlyFor('secretariat', 'partner'),
  component: lazyRouteComponent(() => import('./contract-page.js'), 'ContractPage'),
});

/** The pages of this area. */
export const contracts: Area = {
  navigation: { label: 'contracts.title', path: 'kontrakter', roles: ['secretariat', 'partner'] },
  allianceRoutes: [contractsRoute, sendRoute, templatesRoute, newTemplateRoute, templateRoute, contractRoute],
};
