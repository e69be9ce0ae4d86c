import { Injectable } from '@nestjs/common';
import type { ErrorCode, MeetingState, RoomStanding } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import {
  Access,
  notFound,
  type AccessSql,
  type Actor,
  type PersonActor,
  type Transaction,
} from '#libs/platform';

/** A meeting as rules need it, with what the actor is in it. */
export interface AttendedMeeting {
  readonly id: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly link: string;
  readonly state: MeetingState;
  readonly chairId: string | null;
  readonly version: number;
  readonly you: RoomStanding;
}

const select = `
  select m.id, m.group_id as "groupId", g.name as "groupName", m.title, m.starts_at as "startsAt",
         m.ends_at as "endsAt", m.place, m.link, m.state, m.chair_id as "chairId", m.version,
         exists (select from meeting_group_member gm where gm.alliance_id = m.alliance_id
                 and gm.group_id = m.group_id and gm.person_id = $2) as voice
  from meeting m join meeting_group g on g.alliance_id = m.alliance_id and g.id = m.group_id
  where m.id = $1 and m.alliance_id = $3`;

/** Whether a person who is not of the secretariat has to do with `meeting m`, as SQL; `person` is the person's id in it. */
export function isSeenBy(person: string): string {
  return `(m.chair_id = ${person} or exists (select from meeting_group_member gm where gm.alliance_id = m.alliance_id
    and gm.group_id = m.group_id and gm.person_id = ${person}))`;
}

/** The second tier of permission: which meetings a person has to do with, and as what. */
@Injectable()
export class MeetingAccess {
  constructor(private readonly access: Access) {}

  /**
   * The meeting, locked against other writers when `forChange`.
   * @throws DomainError platform/not-found when it does not exist, lies in another alliance or is no business of the actor's
   */
  async find(tx: Transaction, meetingId: string, forChange = false): Promise<AttendedMeeting> {
    const actor = this.person(tx.actor);
    const sql = forChange ? `${select} for no key update of m` : select;
    const [row] = await tx.query<Omit<AttendedMeeting, 'you'> & { voice: boolean }>(sql, [
      meetingId,
      actor.personId,
      tx.allianceId,
    ]);
    if (row === undefined) throw notFound();
    const { voice, ...meeting } = row;
    const you = this.standing(actor, { chairId: row.chairId, voice });
    if (you === null) throw notFound();
    return { ...meeting, you };
  }

  /** As {@link find}, locked, for the chair only. */
  async findToChair(tx: Transaction, meetingId: string): Promise<AttendedMeeting> {
    const meeting = await this.find(tx, meetingId, true);
    if (!meeting.you.chair) throw new DomainError<ErrorCode>('meetings/only-chair');
    return meeting;
  }

  /** What a person is in a meeting with that chair and group; null when it is no business of theirs. */
  standing(actor: PersonActor, meeting: { chairId: string | null; voice: boolean }): RoomStanding | null {
    if (!this.access.allows(actor, 'read', 'Meeting')) return null;
    const chair = this.access.allows(actor, 'chair', 'Meeting', { chair_id: meeting.chairId });
    if (!chair && !meeting.voice) return null;
    return { personId: actor.personId, name: actor.name, chair, voice: meeting.voice };
  }

  /** Whether the actor has to do with every meeting of the alliance. */
  seesAll(actor: Actor): boolean {
    return this.access.allows(actor, 'manage', 'Meeting');
  }

  /** The person acting. A link or the system takes part in no meeting: not-found. */
  person(actor: Actor): PersonActor {
    if (actor.kind !== 'person') throw notFound();
    return actor;
  }

  /** The meetings (alias `m`) an actor has to do with, as SQL with parameters from `$1`. */
  meetingsSeen(actor: Actor): AccessSql {
    const person = this.person(actor);
    if (this.seesAll(person)) return { sql: '(true)', params: [] };
    if (!this.access.allows(person, 'read', 'Meeting')) return { sql: '(false)', params: [] };
    return { sql: isSeenBy('$1'), params: [person.personId] };
  }
}
