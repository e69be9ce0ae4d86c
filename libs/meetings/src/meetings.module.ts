import { Module, type OnModuleInit } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { HistoryWalls, LinkPurposes, PersonDataSources, Policies, RetentionRules } from '#libs/platform';
import { DueItemSources, RemindersModule } from '#libs/reminders';
import { ActionAccess } from './application/action-access.js';
import { actionHelpSource } from './application/action-help.person-data.js';
import { ActionHelpRetention } from './application/action-help.retention.js';
import { ActionLinks } from './application/action-links.js';
import { EditAgenda } from './application/edit-agenda.js';
import { EnterRoom } from './application/enter-room.js';
import { HandOverAction } from './application/hand-over-action.js';
import { KeepActions } from './application/keep-actions.js';
import { ListActions } from './application/list-actions.query.js';
import { ListMeetings } from './application/list-meetings.query.js';
import { MarkAction } from './application/mark-action.js';
import { MeetingAccess } from './application/meeting-access.js';
import { MeetingGroups } from './application/meeting-groups.js';
import { MeetingsExample } from './application/meetings.example.js';
import { meetingLists, meetingsPolicy } from './application/meetings.policy.js';
import { meetingsWall } from './application/meetings.wall.js';
import { OverdueActionSource } from './application/overdue-action.source.js';
import { PlanMeeting } from './application/plan-meeting.js';
import { ReadMeeting } from './application/read-meeting.query.js';
import { ReadMinutes } from './application/read-minutes.query.js';
import { RoomFeed } from './application/room-feed.js';
import { RoomLogRepository } from './application/room-log.repository.js';
import { RoomPresence } from './application/room-presence.js';
import { RoomRecorder } from './application/room-recorder.js';
import { RoomStates } from './application/room-states.js';
import { RunRoomCommand } from './application/run-room-command.js';
import { ShowAction } from './application/show-action.query.js';
import { StepMeeting } from './application/step-meeting.js';
import { TellOfAction } from './application/tell-of-action.js';
import { SqlRoomLogRepository } from './data/room-log.sql-repository.js';
import { ActionLinkController } from './entry/action-link.controller.js';
import { AgendaItemsController } from './entry/agenda-items.controller.js';
import { MeetingActionsController } from './entry/meeting-actions.controller.js';
import { MeetingGroupsController } from './entry/meeting-groups.controller.js';
import { MeetingsController } from './entry/meetings.controller.js';
import { PresenceBoard } from './entry/presence-board.js';
import { RoomBroadcast } from './entry/room-broadcast.js';
import { RoomGateway } from './entry/room.gateway.js';

/** Meetings: groups, agendas, live rooms, decisions by consent, actions until they are done, minutes. */
@Module({
  imports: [AlliancesModule, RemindersModule],
  controllers: [
    MeetingGroupsController,
    MeetingsController,
    AgendaItemsController,
    MeetingActionsController,
    ActionLinkController,
  ],
  providers: [
    MeetingAccess,
    MeetingGroups,
    PlanMeeting,
    EditAgenda,
    StepMeeting,
    KeepActions,
    ActionAccess,
    ActionHelpRetention,
    ActionLinks,
    HandOverAction,
    MarkAction,
    ShowAction,
    TellOfAction,
    ListMeetings,
    ListActions,
    ReadMeeting,
    ReadMinutes,
    EnterRoom,
    RunRoomCommand,
    RoomRecorder,
    RoomStates,
    RoomFeed,
    RoomPresence,
    OverdueActionSource,
    RoomBroadcast,
    PresenceBoard,
    RoomGateway,
    { provide: RoomLogRepository, useClass: SqlRoomLogRepository },
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly dueItems: DueItemSources,
    private readonly overdueActions: OverdueActionSource,
    policies: Policies,
    walls: HistoryWalls,
    examples: ExampleParts,
    links: LinkPurposes,
    ownLinks: ActionLinks,
    personData: PersonDataSources,
    retention: RetentionRules,
    helpers: ActionHelpRetention,
  ) {
    links.register(ownLinks);
    policies.register(meetingsPolicy, meetingLists);
    walls.register(meetingsWall);
    examples.register(new MeetingsExample());
    personData.register(actionHelpSource);
    retention.register(helpers);
  }

  onModuleInit(): void {
    this.dueItems.register(this.overdueActions);
  }
}
