import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute } from '../../shell/root-routes.js';

const contractsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter',
  component: lazyRouteComponent(() => import('./contracts-page.js'), 'ContractsPage'),
});

const sendRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/send',
  component: lazyRouteComponent(() => import('./send-page.js'), 'SendPage'),
});

const templatesRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/skabeloner',
  component: lazyRouteComponent(() => import('./templates-page.js'), 'TemplatesPage'),
});

const newTemplateRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/skabeloner/ny',
  component: lazyRouteComponent(() => import('./template-page.js'), 'NewTemplatePage'),
});

/** One template. */
export const templateRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/skabeloner/$templateId',
  component: lazyRouteComponent(() => import('./template-page.js'), 'TemplatePage'),
});

/** One contract. */
export const contractRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'kontrakter/$contractId',
  component: lazyRouteComponent(() => import('./contract-page.js'), 'ContractPage'),
});

/** The pages of this area. */
export const contracts: Area = {
  navigation: { label: 'contracts.title', path: 'kontrakter', roles: ['secretariat', 'partner'] },
  allianceRoutes: [contractsRoute, sendRoute, templatesRoute, newTemplateRoute, templateRoute, contractRoute],
};
