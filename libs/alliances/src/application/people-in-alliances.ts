import { Injectable } from '@nestjs/common';
import {
  type AllianceRoleHeld,
  INSTALLATION,
  type MyAlliance,
  type PersonActor,
  UnitOfWork,
} from '#libs/platform';

/** Tells the platform which alliances a person takes part in, and as what. */
@Injectable()
export class PeopleInAlliances {
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
