import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { copenhagenDate, DomainError, newId } from '#libs/kernel';
import { type PersonActor, Sessions, systemActor, type Transaction, UnitOfWork } from '#libs/platform';
import { inventCompanies } from '../domain/example-companies.js';
import { seededRandom } from '../domain/seeded-random.js';
import { type Example, type ExampleName, ExampleParts } from './example-parts.js';

const slug = 'eksempel-ungegarantien';
const allianceName = 'Ungegarantien i Hjørring (eksempel)';
const companies = 208;
const seed = 20_260_860;

/** Fills an alliance with invented people and companies, for whoever wants to see the product at work first. */
@Injectable()
export class LoadExample {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly parts: ExampleParts,
  ) {}

  /**
   * Makes the example: all of it or nothing. It is asked for, labelled, and gone with one click.
   * @throws DomainError alliances/may-not-create, alliances/example-exists
   */
  async run(actor: PersonActor, name: ExampleName): Promise<{ id: string; slug: string }> {
    if (!actor.isAdmin) throw new DomainError<ErrorCode>('alliances/may-not-create');
    const allianceId = newId();
    await this.unitOfWork.actAs(systemActor(allianceId, 'load example'), async (tx) => {
      const example = await this.begin(tx, actor, name);
      for (const part of this.parts.inOrder()) await part.fill(tx, example);
      await tx.append('alliances.example-loaded', { kind: 'alliance', id: allianceId }, { allianceName });
    });
    this.sessions.changed(actor.personId);
    return { id: allianceId, slug };
  }

  private async begin(tx: Transaction, founder: PersonActor, name: ExampleName): Promise<Example> {
    const { allianceId } = tx;
    const made = await tx.query(
      `insert into alliance (id, slug, name, purpose, is_example, horizon_from, horizon_to, created_at)
       values ($1, $2, $3, $4, true, '2020-01-01', '2031-12-31', $5) on conflict (slug) do nothing returning id`,
      [
        allianceId,
        slug,
        allianceName,
        'Alle unge mellem 6 og 29 år i kommunen har en positiv destination: uddannelse, job eller et afklaret ønske.',
        tx.now(),
      ],
    );
    if (made.length === 0) throw new DomainError<ErrorCode>('alliances/example-exists');
    const random = seededRandom(seed);
    const municipalityId = await this.organisation(tx, {
      kind: 'municipality',
      name: 'Hjørring Kommune',
      code: '860',
    });
    const schoolId = await this.organisation(tx, { kind: 'school', name: 'FGU Vendsyssel (eksempel)' });
    await this.organisation(tx, { kind: 'civil_society', name: 'Foreningen Fritid for Alle' });
    const companyIds = await this.companies(tx, random, founder.personId);
    await this.roles(tx, founder, municipalityId);
    return {
      name,
      allianceId,
      founder,
      municipalityId,
      companyIds,
      schoolId,
      today: copenhagenDate(tx.now()),
      random,
    };
  }

  private async organisation(
    tx: Transaction,
    given: { kind: string; name: string; code?: string },
  ): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into organisation (id, alliance_id, kind, name, municipality_code, created_at) values ($1, $2, $3, $4, $5, $6)',
      [id, tx.allianceId, given.kind, given.name, given.code ?? null, tx.now()],
    );
    await tx.query(
      `insert into membership (id, alliance_id, organisation_id, status, joined_on, status_since)
       values ($1, $2, $3, 'joined', '2020-01-01', '2020-01-01')`,
      [newId(), tx.allianceId, id],
    );
    return id;
  }

  private async companies(tx: Transaction, random: () => number, ownerId: string): Promise<string[]> {
    const rows = inventCompanies(companies, random).map((company) => ({
      ...company,
      id: newId(),
      membershipId: newId(),
      contactId: newId(),
      joinedOn: `20${String(20 + Math.floor(random() * 6))}-0${String(1 + Math.floor(random() * 9))}-15`,
    }));
    const json = JSON.stringify(rows);
    const from = `from jsonb_to_recordset($2::jsonb) as c (id uuid, "membershipId" uuid, "contactId" uuid, name text,
      cvr text, sector text, "industryCode" text, address text, "postalCode" text, city text, employees text,
      "contactName" text, email text, "joinedOn" date)`;
    await tx.query(
      `insert into organisation (id, alliance_id, kind, name, cvr, sector, industry_code, address, postal_code, city, employees)
       select c.id, $1, 'company', c.name, c.cvr, c.sector, c."industryCode", c.address, c."postalCode", c.city, c.employees ${from}`,
      [tx.allianceId, json],
    );
    await tx.query(
      `insert into membership (id, alliance_id, organisation_id, status, joined_on, status_since, contact_owner_id)
       select c."membershipId", $1, c.id, 'joined', c."joinedOn", c."joinedOn", $3 ${from}`,
      [tx.allianceId, json, ownerId],
    );
    await tx.query(
      `insert into contact_person (id, alliance_id, organisation_id, name, email, is_primary)
       select c."contactId", $1, c.id, c."contactName", c.email, true ${from}`,
      [tx.allianceId, json],
    );
    return rows.map((row) => row.id);
  }

  private async roles(tx: Transaction, founder: PersonActor, municipalityId: string): Promise<void> {
    const roles = [
      ['secretariat', null],
      ['caseworker', municipalityId],
      ['member', municipalityId],
    ] as const;
    for (const [role, organisationId] of roles)
      await tx.query(
        `insert into alliance_member (id, alliance_id, person_id, role, organisation_id, created_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [newId(), tx.allianceId, founder.personId, role, organisationId, tx.now()],
      );
  }
}
