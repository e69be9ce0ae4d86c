import { Injectable } from '@nestjs/common';
import type { ErrorCode, EventType, RoomEventBody } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { UnitOfWork, type Actor } from '#libs/platform';
import { stepMeeting, type MeetingStep } from '../domain/meeting.js';
import { openRoundOf } from '../domain/room.js';
import { MeetingAccess } from './meeting-access.js';
import { RoomRecorder } from './room-recorder.js';

interface StepRecord {
  readonly room: RoomEventBody;
  readonly event: Extract<
    EventType,
    | 'meetings.meeting-opened'
    | 'meetings.meeting-closed'
    | 'meetings.meeting-reopened'
    | 'meetings.minutes-approved'
  >;
  readonly set: string;
}

const records: Readonly<Record<MeetingStep, StepRecord>> = {
  open: { room: { type: 'meeting-opened' }, event: 'meetings.meeting-opened', set: 'opened_at = s.now' },
  close: { room: { type: 'meeting-closed' }, event: 'meetings.meeting-closed', set: 'closed_at = s.now' },
  reopen: {
    room: { type: 'meeting-reopened' },
    event: 'meetings.meeting-reopened',
    set: 'closed_at = null, opened_at = coalesce(m.opened_at, s.now)',
  },
  'approve-minutes': {
    room: { type: 'minutes-approved' },
    event: 'meetings.minutes-approved',
    set: 'approved_at = s.now, approved_by_name = s.by_name',
  },
};

/** Opens, closes and reopens a meeting and approves its minutes. Of two who do the same at once, one is told so. */
@Injectable()
export class StepMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: MeetingAccess,
    private readonly recorder: RoomRecorder,
  ) {}

  /** @throws meetings/only-chair, the refusal of the state it is in, meetings/round-is-open */
  async step(actor: Actor, meetingId: string, step: MeetingStep): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const meeting = await this.access.findToChair(tx, meetingId);
      const state = stepMeeting(meeting.state, step);
      const opened = await this.recorder.open(tx, meetingId);
      if (step === 'close' && openRoundOf(opened.state) !== null)
        throw new DomainError<ErrorCode>('meetings/round-is-open');
      const { personId, name } = meeting.you;
      const { room, event, set } = records[step];
      await tx.query(
        `update meeting m set state = s.state, ${set}, version = m.version + 1
         from (select $3::text as state, $4::timestamptz as now, $5::text as by_name) s
         where m.alliance_id = $1 and m.id = $2`,
        [tx.allianceId, meetingId, state, tx.now(), name],
      );
      const cause = { by: { personId, name }, commandId: newId() };
      await this.recorder.record(tx, opened, meeting, cause, [room]);
      await tx.append(event, { kind: 'meeting', id: meetingId }, { meetingTitle: meeting.title });
    });
  }
}
