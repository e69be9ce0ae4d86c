import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { partnerExportQuery, partnerFacets, partnerListQuery } from '#libs/api-schema';
import {
  Access,
  type Actor,
  defineList,
  type ListDefinition,
  type ListJson,
  listPage,
  UnitOfWork,
} from '#libs/platform';
import { PartnerStatus } from './partner-status.js';

/** The most partners one export holds. */
const EXPORT_LIMIT = 50_000;

const contact = `(select json_build_object('name', k.name, 'email', k.email, 'phone', k.phone) from contact_person k
  where k.alliance_id = o.alliance_id and k.organisation_id = o.id and k.is_primary)`;

/** Everything of a partner that an export says. */
export interface ExportedPartner {
  readonly name: string;
  readonly cvr: string | null;
  readonly kind: string;
  readonly industryCode: string | null;
  readonly sector: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly contact: { name: string; email: string | null; phone: string | null } | null;
  readonly employees: string | null;
  readonly takesApprentices: boolean | null;
  readonly joinedOn: string;
  readonly placementPlaces: number | null;
  readonly status: string;
  readonly contactOwner: string | null;
}

/** The partners of an alliance, as lists. */
@Injectable()
export class ListPartners {
  private definitions: { list: ListDefinition; exported: ListDefinition } | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly partnerStatus: PartnerStatus,
  ) {}

  /** One page of partners that the actor may see. */
  page(actor: Actor, query: z.output<typeof partnerListQuery>): Promise<ListJson> {
    return this.unitOfWork.readOnceAs(actor, (tx) =>
      listPage(tx, this.defined().list, query, this.visibleTo(actor)),
    );
  }

  /** All partners that match, in the list's order. */
  async all(
    actor: Actor,
    { format: _, ...query }: z.output<typeof partnerExportQuery>,
  ): Promise<ExportedPartner[]> {
    const json = await this.unitOfWork.readAs(actor, (tx) =>
      listPage(tx, this.defined().exported, { ...query, limit: EXPORT_LIMIT }, this.visibleTo(actor)),
    );
    return (JSON.parse(json) as { items: ExportedPartner[] }).items;
  }

  /** What the list can be filtered by, and how many partners there are of each. */
  async facets(actor: Actor): Promise<z.output<typeof partnerFacets>> {
    const { sql, params } = this.visibleTo(actor);
    const { join, status } = this.partnerStatus.get();
    const alliance = `$${String(params.length + 1)}`;
    const counted = (expression: string, as: string) =>
      `(select coalesce(json_agg(json_build_object('value', value, 'count', n) order by value), '[]')
        from (select ${expression} as value, count(*) as n from seen where ${expression} is not null group by 1) g) as ${as}`;
    const [row] = await this.unitOfWork.readAs(actor, (tx) =>
      tx.query<z.output<typeof partnerFacets>>(
        `with seen as (
           select o.sector, o.city, ${status} as status, m.contact_owner_id
           from organisation o join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id ${join}
           where o.alliance_id = ${alliance} and ${sql})
         select ${counted('sector', 'sectors')}, ${counted('city', 'cities')}, ${counted('status', '"contractStatuses"')},
           (select coalesce(json_agg(json_build_object('value', id, 'name', name, 'count', n) order by name), '[]')
            from (select p.id, p.name, count(*) as n from seen join person p on p.id = seen.contact_owner_id
                  group by p.id, p.name) g) as "contactOwners",
           (select count(*)::int from seen) as total`,
        [...params, tx.allianceId],
      ),
    );
    return row ?? { sectors: [], cities: [], contractStatuses: [], contactOwners: [], total: 0 };
  }

  private visibleTo(actor: Actor) {
    return this.access.sql(actor, 'read', 'Partner', { alias: 'o', firstParam: 1 });
  }

  /** Built at the first question, when every module has said where its state is read. */
  private defined() {
    this.definitions ??= this.define();
    return this.definitions;
  }

  private define() {
    const { join, status } = this.partnerStatus.get();
    const shared = {
      // An organisation has one membership: joined from the left, PostgreSQL leaves it out where it is not asked for,
      // so that the total is counted from one index and a page is read in its order.
      from: `organisation o left join membership m on m.alliance_id = o.alliance_id and m.organisation_id = o.id
        left join person p on p.id = m.contact_owner_id ${join}`,
      where: 'o.alliance_id = $alliance',
      id: 'o.id',
      sorts: {
        name: { sql: 'o.name', type: 'text' },
        joined: { sql: 'm.joined_on', type: 'date' },
        city: { sql: 'o.city', type: 'text', nullable: true },
        match: {
          sql: `(case when o.name ilike $q || '%' then '0' when o.name ilike '%' || $q || '%' then '1' else '2' end || o.name)`,
          type: 'text',
        },
      },
      filters: {
        kind: 'o.kind = any ($value::text[])',
        sector: 'o.sector = any ($value::text[])',
        city: 'o.city = any ($value::text[])',
        status: 'm.status = any ($value::text[])',
        contractStatus: `${status} = any ($value::text[])`,
        contactOwner: `coalesce(m.contact_owner_id::text, 'none') = any ($value::text[])`,
      },
      search: [
        'o.name',
        'o.cvr',
        'o.city',
        `(select string_agg(concat_ws(' ', k.name, k.email), ' ') from contact_person k
          where k.alliance_id = o.alliance_id and k.organisation_id = o.id)`,
      ],
    } satisfies Partial<ListDefinition>;
    const list = defineList({
      ...shared,
      name: 'alliances-partners',
      json: {
        id: 'o.id',
        kind: 'o.kind',
        name: 'o.name',
        cvr: 'o.cvr',
        sector: 'o.sector',
        postalCode: 'o.postal_code',
        city: 'o.city',
        status: 'm.status',
        joinedOn: 'm.joined_on',
        contractStatus: status,
        contactOwner: `case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end`,
        contact,
      },
    });
    const exported = defineList({
      ...shared,
      name: 'alliances-partners-exported',
      json: {
        name: 'o.name',
        cvr: 'o.cvr',
        kind: 'o.kind',
        industryCode: 'o.industry_code',
        sector: 'o.sector',
        address: 'o.address',
        postalCode: 'o.postal_code',
        city: 'o.city',
        contact,
        employees: 'o.employees',
        takesApprentices: 'o.takes_apprentices',
        joinedOn: 'm.joined_on',
        placementPlaces: 'o.placement_places',
        status: 'm.status',
        contactOwner: 'p.name',
      },
    });
    return { list, exported };
  }
}
