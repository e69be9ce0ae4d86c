import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Area } from '../../shell/area.js';
import { allianceRoute, onlyFor } from '../../shell/root-routes.js';

const listRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./meetings-page.js'), 'MeetingsPage'),
});
const planRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/nyt',
  beforeLoad: onlyFor('secretariat'),
  component: lazyRouteComponent(() => import('./plan-meeting-page.js'), 'PlanMeetingPage'),
});
const groupsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/grupper',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./groups-page.js'), 'GroupsPage'),
});
const actionsRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/handlinger',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./actions-page.js'), 'ActionsPage'),
});
const meetingRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/$meetingId',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./meeting-page.js'), 'MeetingPage'),
});
const editMeetingRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/$meetingId/ret',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./edit-meeting-page.js'), 'EditMeetingPage'),
});
const roomRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/$meetingId/lokale',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./room-page.js'), 'RoomPage'),
});
const minutesRoute = createRoute({
  getParentRoute: () => allianceRoute,
  path: 'moeder/$meetingId/referat',
  beforeLoad: onlyFor('secretariat', 'member', 'caseworker', 'partner'),
  component: lazyRouteComponent(() => import('./minutes-page.js'), 'MinutesPage'),
});

/** The pages of this area. */
export const meetings: Area = {
  navigation: {
    label: 'meetings.title',
    path: 'moeder',
    roles: ['secretariat', 'member', 'caseworker', 'partner'],
  },
  allianceRoutes: [
    listRoute,
    planRoute,
    groupsRoute,
    actionsRoute,
    meetingRoute,
    editMeetingRoute,
    roomRoute,
    minutesRoute,
  ],
};
