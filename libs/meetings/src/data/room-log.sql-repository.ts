import { Injectable } from '@nestjs/common';
import type { RoomEvent, RoomEventBody } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { RoomLogRepository, type LockedRoom, type RoomCause } from '../application/room-log.repository.js';

interface Row {
  id: string;
  sequence: string;
  command_id: string;
  person_id: string;
  person_name: string;
  body: RoomEventBody;
  at: Date;
}

const columns = 'id, sequence, command_id, person_id, person_name, body, at';
const toEvent = (row: Row): RoomEvent => ({
  sequence: Number(row.sequence),
  id: row.id,
  commandId: row.command_id,
  at: row.at.toISOString(),
  by: { personId: row.person_id, name: row.person_name },
  body: row.body,
});

/**
 * The room's log in PostgreSQL. The counter row is locked first, so numbers have no gaps and are committed in order:
 * whoever has number n has all before it.
 */
@Injectable()
export class SqlRoomLogRepository extends RoomLogRepository {
  override async lock(tx: Transaction, meetingId: string): Promise<LockedRoom | null> {
    const [row] = await tx.queryPrepared<{ last_sequence: string }>(
      'meeting-room-lock',
      `select last_sequence from meeting_room where alliance_id = $1 and meeting_id = $2 for update`,
      [tx.allianceId, meetingId],
    );
    return row === undefined ? null : { meetingId, lastSequence: Number(row.last_sequence) };
  }

  override async eventsAfter(
    tx: Transaction,
    meetingId: string,
    after: number,
    limit = 100_000,
  ): Promise<RoomEvent[]> {
    const rows = await tx.queryPrepared<Row>(
      'meeting-room-events-after',
      `select ${columns} from meeting_room_event
       where alliance_id = $1 and meeting_id = $2 and sequence > $3 order by sequence limit $4`,
      [tx.allianceId, meetingId, after, limit],
    );
    return rows.map(toEvent);
  }

  override async eventsOfCommand(tx: Transaction, meetingId: string, cause: RoomCause): Promise<RoomEvent[]> {
    const rows = await tx.queryPrepared<Row>(
      'meeting-room-events-of-command',
      `select ${columns} from meeting_room_event
       where alliance_id = $1 and meeting_id = $2 and person_id = $3 and command_id = $4 order by part`,
      [tx.allianceId, meetingId, cause.by.personId, cause.commandId],
    );
    return rows.map(toEvent);
  }

  override async append(
    tx: Transaction,
    room: LockedRoom,
    { by, commandId }: RoomCause,
    bodies: readonly RoomEventBody[],
  ): Promise<RoomEvent[]> {
    const at = tx.now();
    const events = bodies.map((body, part) => ({
      sequence: room.lastSequence + part + 1,
      id: newId(),
      commandId,
      at: at.toISOString(),
      by: { personId: by.personId, name: by.name },
      body,
    }));
    await tx.queryPrepared(
      'meeting-room-append',
      `with stored as (
         insert into meeting_room_event
           (id, alliance_id, meeting_id, sequence, command_id, part, person_id, person_name, body, at)
         select e.id, $1, $2, $3 + e.n, $4, e.n - 1, $5, $6, e.body::jsonb, $7
         from unnest($8::uuid[], $9::text[]) with ordinality as e (id, body, n))
       update meeting_room set last_sequence = $3 + $10 where alliance_id = $1 and meeting_id = $2`,
      [
        tx.allianceId,
        room.meetingId,
        room.lastSequence,
        commandId,
        by.personId,
        by.name,
        at,
        events.map((event) => event.id),
        bodies.map((body) => JSON.stringify(body)),
        bodies.length,
      ],
    );
    return events;
  }
}
