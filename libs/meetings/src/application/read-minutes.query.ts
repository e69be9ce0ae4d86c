import { Injectable } from '@nestjs/common';
import type {
  MeetingActionView,
  MeetingGroupView,
  MeetingMinutesView,
  RoomProposal,
  RoomState,
} from '#libs/api-schema';
import { notFound, UnitOfWork, type Actor } from '#libs/platform';
import { ListActions } from './list-actions.query.js';
import { MeetingAccess } from './meeting-access.js';
import { groupJson } from './meeting-groups.js';
import { agendaOf } from './read-meeting.query.js';
import { RoomStates } from './room-states.js';

interface Times {
  openedAt: Date | null;
  closedAt: Date | null;
  approvedAt: Date | null;
  approvedByName: string | null;
  chairName: string | null;
  group: MeetingGroupView;
}
type Item = MeetingMinutesView['items'][number];

const timesSql = `
  select m.opened_at as "openedAt", m.closed_at as "closedAt", m.approved_at as "approvedAt",
         m.approved_by_name as "approvedByName", c.name as "chairName", ${groupJson} as "group"
  from meeting m join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id
  left join person c on c.id = m.chair_id
  where m.alliance_id = $1 and m.id = $2`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function decisionsOf(state: RoomState, itemId: string): Item['decisions'] {
  const rounds = state.proposals.flatMap((one) => one.rounds);
  return state.decisions
    .filter((one) => one.itemId === itemId)
    .map((one) => {
      const round = rounds.find((candidate) => candidate.roundId === one.roundId);
      return {
        id: one.decisionId,
        itemId,
        text: one.text,
        outcome: one.outcome,
        decidedAt: one.at,
        answers: round?.answers.map(({ name, answer, reason }) => ({ name, answer, reason })) ?? [],
        unanswered: round?.unanswered.map((person) => person.name) ?? [],
      };
    });
}

function leftProposalsOf(proposals: readonly RoomProposal[], itemId: string): Item['leftProposals'] {
  return proposals.flatMap(({ proposalId, itemId: of, text, by, state }) =>
    of === itemId && (state === 'proposed' || state === 'blocked' || state === 'withdrawn')
      ? [{ id: proposalId, text, byName: by.name, state }]
      : [],
  );
}

/** The minutes: made from the room's log, so that they hold what was seen and nothing else. */
@Injectable()
export class ReadMinutes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly states: RoomStates,
    private readonly actions: ListActions,
  ) {}

  /** @throws DomainError platform/not-found */
  async read(actor: Actor, meetingId: string): Promise<MeetingMinutesView> {
    return this.work.readAs(actor, async (tx) => {
      const meeting = await this.access.find(tx, meetingId);
      const [times] = await tx.query<Times>(timesSql, [tx.allianceId, meetingId]);
      if (times === undefined) throw notFound();
      const state = await this.states.current(tx, meetingId);
      const actions = await this.actions.ofMeeting(tx, meetingId);
      const agenda = await agendaOf(tx, meetingId);
      const here = new Set(state.attendees.map((one) => one.personId));
      return {
        meetingId,
        title: meeting.title,
        groupName: meeting.groupName,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
        openedAt: iso(times.openedAt),
        closedAt: iso(times.closedAt),
        place: meeting.place,
        state: meeting.state,
        chairName: times.chairName,
        approvedAt: iso(times.approvedAt),
        approvedByName: times.approvedByName,
        attendance: state.attendees,
        absent: times.group.members.filter((member) => !here.has(member.personId)),
        items: agenda.map(({ id, position, type, title, owner }) => ({
          id,
          position,
          type,
          title,
          ownerName: owner?.name ?? null,
          notes: state.notes
            .filter((note) => note.itemId === id)
            .map((note) => ({ id: note.noteId, text: note.text, byName: note.by.name, at: note.at })),
          decisions: decisionsOf(state, id),
          leftProposals: leftProposalsOf(state.proposals, id),
          actions: actions.filter((action) => action.itemId === id),
        })),
        otherActions: actions.filter((action: MeetingActionView) => action.itemId === null),
        canApprove: meeting.you.chair && meeting.state === 'closed',
        canReopen: meeting.you.chair && meeting.state === 'closed',
      };
    });
  }
}
