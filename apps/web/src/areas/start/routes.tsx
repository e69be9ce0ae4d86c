import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { plainRoute, publicRoute } from '../../shell/root-routes.js';

const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'sign-in',
  component: lazyRouteComponent(() => import('./sign-in-page.js'), 'SignInPage'),
});

/** The address in a sign-in mail. */
export const signInLinkRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'sign-in/$token',
  component: lazyRouteComponent(() => import('./sign-in-link-page.js'), 'SignInLinkPage'),
});

/** The address a new installation prints in its terminal. */
export const claimRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: 'claim/$token',
  component: lazyRouteComponent(() => import('./claim-page.js'), 'ClaimPage'),
});

/** The start of whoever is signed in. */
export const homeRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.js'), 'HomePage'),
});

const newAllianceRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'ny',
  component: lazyRouteComponent(() => import('./new-alliance-page.js'), 'NewAlliancePage'),
});

const outboxRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: 'outbox',
  component: lazyRouteComponent(() => import('./outbox-page.js'), 'OutboxPage'),
});

/** Sign-in, claim, the first choice, and the mails of an installation without mail server. */
export const start: Area = {
  publicRoutes: [signInRoute, signInLinkRoute, claimRoute],
  plainRoutes: [homeRoute, newAllianceRoute, outboxRoute],
};
