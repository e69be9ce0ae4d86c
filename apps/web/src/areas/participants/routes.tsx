import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const listRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./participants-page.js'), 'ParticipantsPage'),
});
const logRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge/registrer',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./log-destination-page.js'), 'LogDestinationPage'),
});
const addRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge/ny',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./register-page.js'), 'RegisterPage'),
});

/** One participant. */
export const participantRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge/$participantId',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./participant-page.js'), 'ParticipantPage'),
});

/** Changing what is known of a participant. */
export const editParticipantRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge/$participantId/ret',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./edit-page.js'), 'EditPage'),
});

/** A consent is given anew. */
export const giveConsentRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge/$participantId/samtykke',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./consent-page.js'), 'ConsentPage'),
});

/** Who has seen a participant's data, handing it out, erasing it. */
export const participantRightsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'unge/$participantId/indsigt',
  beforeLoad: onlyFor('caseworker'),
  component: lazyRouteComponent(() => import('./rights-page.js'), 'ParticipantRightsPage'),
});

/** The pages of this area. */
export const participants: Area = {
  navigation: { label: 'participants.title', path: 'unge', roles: ['caseworker'] },
  allianceRoutes: [
    ...[listRoute, logRoute, addRoute, participantRoute, editParticipantRoute],
    ...[giveConsentRoute, participantRightsRoute],
  ],
};
