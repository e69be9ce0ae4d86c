import { Injectable } from '@nestjs/common';
import type { AllianceRole } from '#libs/api-schema';
import {
  type AllianceRoleHeld,
  INSTALLATION,
  type MembershipSource,
  type MyAlliance,
  type PersonActor,
  type RestingAlliance,
  systemActor,
  UnitOfWork,
} from '#libs/platform';

/** The most people of a secretariat that are named to somebody whose access rests. */
const mostContacts = 3;

/** Tells the platform which alliances a person takes part in, and as what. */
@Injectable()
export class PeopleInAlliances implements MembershipSource {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All roles of a person. Row-level security lets everybody see their own, whatever the alliance. */
  rolesOf(personId: string): Promise<readonly AllianceRoleHeld[]> {
    return this.unitOfWork.readAs(themselves(personId), (tx) =>
      tx.queryPrepared<AllianceRoleHeld>(
        'alliances-roles-held',
        `select alliance_id as "allianceId", role, organisation_id as "organisationId" from alliance_member
         where person_id = $1 and ended_at is null and paused_at is null order by alliance_id, role`,
        [personId],
      ),
    );
  }

  /** The alliances of a person with their roles in each, by name. */
  alliancesOf(actor: PersonActor): Promise<MyAlliance[]> {
    return this.unitOfWork.readAs(themselves(actor.personId), (tx) =>
      tx.queryPrepared<MyAlliance>(
        'alliances-taken-part-in',
        `select a.id, a.slug, a.name, a.is_example as "isExample",
           json_agg(json_build_object('role', m.role, 'organisationId', m.organisation_id) order by m.role) as roles
         from alliance_member m join alliance a on a.id = m.alliance_id
         where m.person_id = $1 and m.ended_at is null and m.paused_at is null group by a.id order by a.name`,
        [actor.personId],
      ),
    );
  }

  /**
   * The alliances in which all roles of a person rest, by name, with whom of the secretariat they can write to. They do
   * not see them by themselves: of each, exactly this is told.
   */
  async restingOf(actor: PersonActor): Promise<RestingAlliance[]> {
    const held = await this.unitOfWork.readAs(themselves(actor.personId), (tx) =>
      tx.queryPrepared<{ id: string; roles: AllianceRole[] }>(
        'alliances-resting-in',
        `select alliance_id as id, json_agg(distinct role) as roles from alliance_member
         where person_id = $1 and ended_at is null group by alliance_id having bool_and(paused_at is not null)`,
        [actor.personId],
      ),
    );
    const resting: RestingAlliance[] = [];
    for (const { id, roles } of held) resting.push({ id, roles, ...(await this.toldOf(id)) });
    return resting.sort((one, other) => one.name.localeCompare(other.name, 'da'));
  }

  private toldOf(allianceId: string): Promise<Pick<RestingAlliance, 'slug' | 'name' | 'contacts'>> {
    return this.unitOfWork.readAs(systemActor(allianceId, 'where a role rests'), async (tx) => {
      const [alliance = { slug: '', name: '' }] = await tx.query<{ slug: string; name: string }>(
        'select slug, name from alliance where id = $1',
        [tx.allianceId],
      );
      const contacts = await tx.query<{ name: string; email: string }>(
        `select distinct name, email::text as email from alliances_member
         where alliance_id = $1 and role = 'secretariat' order by name limit ${String(mostContacts)}`,
        [tx.allianceId],
      );
      return { ...alliance, contacts };
    });
  }
}

/** A person looking at their own memberships, before it is known where they take part. */
function themselves(personId: string): PersonActor {
  return {
    kind: 'person',
    personId,
    sessionId: '',
    name: '',
    email: '',
    locale: 'da',
    isAdmin: false,
    allianceId: INSTALLATION,
    roles: [],
  };
}
