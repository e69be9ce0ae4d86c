import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alliances, their organisations and memberships, the partners' contact persons and the alliance's own people. */
export class AlliancesCreateAlliance implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table alliance (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
        name text collate "da-x-icu" not null check (length(name) between 1 and 200),
        purpose text not null default '' check (length(purpose) <= 4000),
        is_example boolean not null default false,
        horizon_from date,
        horizon_to date,
        settings jsonb not null default '{}',
        version int not null default 1,
        created_at timestamptz not null default now(),
        check (horizon_to >= horizon_from)
      );

      create table organisation (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        kind text not null
          check (kind in ('municipality', 'company', 'school', 'civil_society', 'foundation', 'region')),
        name text collate "da-x-icu" not null check (length(name) between 1 and 200),
        cvr text check (cvr ~ '^[1-9][0-9]{7}$'),
        municipality_code text check (municipality_code ~ '^[0-9]{3}$'),
        sector text collate "da-x-icu" check (length(sector) <= 80),
        industry_code text check (length(industry_code) <= 10),
        address text check (length(address) <= 200),
        postal_code text check (postal_code ~ '^[0-9]{4}$'),
        city text collate "da-x-icu" check (length(city) <= 80),
        employees text check (length(employees) <= 20),
        takes_apprentices boolean,
        placement_places numeric(7, 2) check (placement_places >= 0),
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id)
      );
      create unique index organisation_cvr on organisation (alliance_id, cvr) where cvr is not null;
      create index organisation_name on organisation (alliance_id, name, id);
      create index organisation_city on organisation (alliance_id, city, id);
      create index organisation_sector on organisation (alliance_id, sector);

      create table membership (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        status text not null default 'joined' check (status in ('joined', 'paused', 'left')),
        joined_on date not null,
        status_since date not null,
        contact_owner_id uuid references person (id) on delete set null,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, organisation_id),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id)
      );
      create index membership_joined on membership (alliance_id, joined_on, organisation_id);
      create index membership_contact_owner on membership (alliance_id, contact_owner_id);

      create table membership_change (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        membership_id uuid not null,
        status text not null check (status in ('joined', 'paused', 'left')),
        effective_on date not null,
        reason text check (length(reason) <= 500),
        recorded_by_name text check (length(recorded_by_name) <= 200),
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, membership_id) references membership (alliance_id, id)
      );
      create index membership_change_membership on membership_change (alliance_id, membership_id, effective_on, id);

      create table contact_person (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        name text collate "da-x-icu" not null check (length(name) between 1 and 200),
        email citext check (length(email) <= 254),
        phone text check (length(phone) <= 30),
        is_primary boolean not null default false,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id)
      );
      create index contact_person_organisation on contact_person (alliance_id, organisation_id, id);
      create unique index contact_person_primary on contact_person (alliance_id, organisation_id) where is_primary;
      create index contact_person_email on contact_person (alliance_id, email);

      create table alliance_member (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        role text not null check (role in ('secretariat', 'partner', 'caseworker', 'member', 'observer')),
        organisation_id uuid,
        ended_at timestamptz,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id)
      );
      create unique index alliance_member_role
        on alliance_member (alliance_id, person_id, role, organisation_id) nulls not distinct where ended_at is null;
      create index alliance_member_person on alliance_member (person_id);
      create index alliance_member_organisation on alliance_member (alliance_id, organisation_id);

      select rygrad_protect_alliance_table('organisation');
      select rygrad_protect_alliance_table('membership');
      select rygrad_protect_alliance_table('membership_change');
      select rygrad_protect_alliance_table('contact_person');
      select rygrad_protect_alliance_table('alliance_member');
      create policy own_membership on alliance_member for select
        using (person_id = (select app_person()));

      alter table alliance enable row level security;
      alter table alliance force row level security;
      create policy alliance on alliance
        using (id = any ((select app_alliances())::uuid[]))
        with check (id = any ((select app_alliances())::uuid[]));
      create policy own_alliances on alliance for select
        using (id in (
          select m.alliance_id from alliance_member m
          where m.person_id = (select app_person()) and m.ended_at is null
        ));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy own_alliances on alliance;
      drop table alliance_member, contact_person, membership_change, membership, organisation, alliance;
    `);
  }
}
