import { Injectable } from '@nestjs/common';
import type { RoomPerson } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { presenceChannel } from './channels.js';

/** A room, wherever its people are connected. */
export interface RoomAddress {
  readonly allianceId: string;
  readonly meetingId: string;
}

/** A process that has not been heard of for so long has gone, and its people with it. */
const forgottenAfter = '45 seconds';

/** Who is in which room right now, over all processes. Ephemeral: an unlogged table that every process keeps its part of. */
@Injectable()
export class RoomPresence {
  private readonly nodeId = newId();

  constructor(private readonly work: UnitOfWork) {}

  /** Says who is in a room at this process; an empty list when nobody is left. */
  async keep({ allianceId, meetingId }: RoomAddress, people: readonly RoomPerson[]): Promise<void> {
    await this.work.actAs(systemActor(allianceId, 'room presence'), async (tx) => {
      const ids = people.map((one) => one.personId);
      await tx.query(
        `delete from meeting_presence where alliance_id = $1 and meeting_id = $2
         and (seen_at < now() - interval '${forgottenAfter}' or node_id = $3 and person_id <> all ($4::uuid[]))`,
        [allianceId, meetingId, this.nodeId, ids],
      );
      await tx.query(
        `insert into meeting_presence (alliance_id, meeting_id, node_id, person_id, person_name)
         select $1, $2, $3, p.id, p.name from unnest($4::uuid[], $5::text[]) as p (id, name)
         on conflict (alliance_id, meeting_id, node_id, person_id)
           do update set seen_at = now(), person_name = excluded.person_name`,
        [allianceId, meetingId, this.nodeId, ids, people.map((one) => one.name)],
      );
      tx.notify(presenceChannel, `${allianceId}/${meetingId}`);
    });
  }

  /** Everybody who is in a room, at any process, by name. */
  async present({ allianceId, meetingId }: RoomAddress): Promise<RoomPerson[]> {
    return this.work.readAs(systemActor(allianceId, 'room presence'), (tx) =>
      tx.query<RoomPerson>(
        `select person_id as "personId", min(person_name) as name from meeting_presence
         where alliance_id = $1 and meeting_id = $2 and seen_at > now() - interval '${forgottenAfter}'
         group by person_id order by min(person_name) collate "da-x-icu", person_id`,
        [allianceId, meetingId],
      ),
    );
  }
}
