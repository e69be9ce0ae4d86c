import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { createMeetingGroup, ErrorCode, MeetingGroupView, updateMeetingGroup } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { Access, notFound, UnitOfWork, type Actor, type Transaction } from '#libs/platform';
import { requirePeople } from './people.js';
import { standingChannel } from './channels.js';

/** One group as JSON with its members by name. */
export const groupJson = `json_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'version', g.version,
  'members', coalesce((select json_agg(json_build_object('personId', p.id, 'name', p.name)
      order by p.name collate "da-x-icu", p.id)
    from meeting_group_member gm join person p on p.id = gm.person_id
    where gm.alliance_id = g.alliance_id and gm.group_id = g.id), '[]'))`;

const nameTaken = (error: unknown): never => {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'meeting_group_name')
    throw new DomainError<ErrorCode>('meetings/group-name-taken', {}, 'name');
  throw error;
};

/** Groups that meet: steering group, working groups. Plain records; who is a member has a voice in their meetings. */
@Injectable()
export class MeetingGroups {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** The groups the actor may see: all for the secretariat, one's own for everybody else. */
  async list(actor: Actor): Promise<MeetingGroupView[]> {
    return this.work.readAs(actor, async (tx) => {
      const all = this.access.allows(actor, 'manage', 'MeetingGroup');
      const rows = await tx.query<{ item: MeetingGroupView }>(
        `select ${groupJson} as item from meeting_group g where g.alliance_id = $1 and ($2 or exists (
           select from meeting_group_member gm where gm.alliance_id = g.alliance_id and gm.group_id = g.id
           and gm.person_id = $3))
         order by g.name, g.id`,
        [tx.allianceId, all, actor.kind === 'person' ? actor.personId : null],
      );
      return rows.map((row) => row.item);
    });
  }

  /** Makes a group. @throws meetings/member-unknown, meetings/group-name-taken */
  async create(actor: Actor, input: z.infer<typeof createMeetingGroup>): Promise<string> {
    return this.work.actAs(actor, async (tx) => {
      await requirePeople(tx, input.memberIds, 'meetings/member-unknown', 'memberIds');
      const id = newId();
      await tx
        .query(`insert into meeting_group (id, alliance_id, name, kind) values ($1, $2, $3, $4)`, [
          id,
          tx.allianceId,
          input.name,
          input.kind,
        ])
        .catch(nameTaken);
      await this.setMembers(tx, id, input.memberIds);
      await tx.append('meetings.group-created', { kind: 'meeting-group', id }, { groupName: input.name });
      return id;
    });
  }

  /** Changes a group; members who go lose their voice, and the rooms of the group, at once. */
  async update(
    actor: Actor,
    id: string,
    version: number,
    input: z.infer<typeof updateMeetingGroup>,
  ): Promise<void> {
    await this.work.actAs(actor, async (tx) => {
      const [group] = await tx.query<{ name: string; kind: string; version: number }>(
        `select name, kind, version from meeting_group where alliance_id = $1 and id = $2 for update`,
        [tx.allianceId, id],
      );
      if (group === undefined) throw notFound();
      if (group.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      await requirePeople(tx, input.memberIds ?? [], 'meetings/member-unknown', 'memberIds');
      const name = input.name ?? group.name;
      await tx
        .query(
          `update meeting_group set name = $3, kind = $4, version = version + 1 where alliance_id = $1 and id = $2`,
          [tx.allianceId, id, name, input.kind ?? group.kind],
        )
        .catch(nameTaken);
      if (input.memberIds !== undefined) await this.setMembers(tx, id, input.memberIds);
      const [count] = await tx.query<{ n: number }>(
        `select count(*)::int as n from meeting_group_member where alliance_id = $1 and group_id = $2`,
        [tx.allianceId, id],
      );
      const payload = { groupName: name, members: count?.n ?? 0 };
      await tx.append('meetings.group-changed', { kind: 'meeting-group', id }, payload);
      tx.notify(standingChannel, tx.allianceId);
    });
  }

  private async setMembers(tx: Transaction, groupId: string, personIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(personIds)];
    await tx.query(
      `delete from meeting_group_member where alliance_id = $1 and group_id = $2 and person_id <> all ($3::uuid[])`,
      [tx.allianceId, groupId, wanted],
    );
    await tx.query(
      `insert into meeting_group_member (id, alliance_id, group_id, person_id)
       select * from unnest($3::uuid[], array_fill($1::uuid, array[cardinality($3::uuid[])]),
         array_fill($2::uuid, array[cardinality($3::uuid[])]), $4::uuid[])
       on conflict (alliance_id, group_id, person_id) do nothing`,
      [tx.allianceId, groupId, wanted.map(() => newId()), wanted],
    );
  }
}
