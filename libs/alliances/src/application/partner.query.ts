import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { partner } from '#libs/api-schema';
import { Access, type Actor, notFound, UnitOfWork } from '#libs/platform';

type PartnerDetail = z.output<typeof partner>;

/** One partner with all that is known of it. */
@Injectable()
export class ReadPartner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** @throws DomainError platform/not-found, also when the actor may not see it */
  run(actor: Actor, organisationId: string): Promise<PartnerDetail> {
    const { sql, params } = this.access.sql(actor, 'read', 'Partner', { alias: 'o', firstParam: 3 });
    return this.unitOfWork.readAs(actor, async (tx) => {
      const [found] = await tx.query<PartnerDetail>(
        `select o.id, o.kind, o.name, o.cvr, o.municipality_code as "municipalityCode", o.sector,
           o.industry_code as "industryCode", o.address, o.postal_code as "postalCode", o.city, o.employees,
           o.takes_apprentices as "takesApprentices", o.placement_places::float8 as "placementPlaces", o.version,
           (select count(distinct h.person_id)::int from alliance_member h where h.alliance_id = o.alliance_id
              and h.organisation_id = o.id and h.ended_at is null and h.role <> 'secretariat') as people,
           json_build_object('status', m.status, 'joinedOn', m.joined_on, 'statusSince', m.status_since,
             'contactOwner', case when p.id is not null
               then json_build_object('id', p.id, 'name', p.name, 'email', p.email) end,
             'changes', coalesce((
               select json_agg(json_build_object('status', c.status, 'effectiveOn', c.effective_on,
                 'reason', c.reason, 'recordedBy', c.recorded_by_name) order by c.effective_on, c.id)
               from membership_change c where c.alliance_id = m.alliance_id and c.membership_id = m.id), '[]')
           ) as membership,
           coalesce((
             select json_agg(json_build_object('id', k.id, 'name', k.name, 'email', k.email, 'phone', k.phone,
               'isPrimary', k.is_primary) order by k.is_primary desc, k.name)
             from contact_person k where k.alliance_id = o.alliance_id and k.organisation_id = o.id), '[]') as contacts
         from organisation o join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id
         left join person p on p.id = m.contact_owner_id
         where o.alliance_id = $1 and o.id = $2 and ${sql}`,
        [tx.allianceId, organisationId, ...params],
      );
      if (found === undefined) throw notFound();
      return found;
    });
  }
}
