import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shared agenda in versions, and what each organisation asked answered to them. */
export class AgendasCreateAgendaVersion implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agenda_version (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        number int not null check (number > 0),
        state text not null default 'draft'
          check (state in ('draft', 'consultation', 'adopted', 'superseded', 'discarded')),
        content jsonb not null,
        round int not null default 1,
        answer_by date,
        taken_back_reason text not null default '' check (length(taken_back_reason) <= 500),
        adopted_despite text not null default '' check (length(adopted_despite) <= 2000),
        put_out_at timestamptz,
        adopted_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, number),
        check (state not in ('consultation', 'adopted', 'superseded') or put_out_at is not null),
        check ((state in ('adopted', 'superseded')) = (adopted_at is not null))
      );
      create unique index agenda_version_open on agenda_version (alliance_id)
        where state in ('draft', 'consultation');
      create unique index agenda_version_in_force on agenda_version (alliance_id) where state = 'adopted';

      create table agenda_answer (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        agenda_version_id uuid not null,
        round int not null,
        organisation_id uuid not null,
        answer text check (answer in ('consent', 'concern', 'objection')),
        words text not null default '' check (length(words) <= 2000),
        answered_by_id uuid references person (id) on delete set null,
        answered_by_name text,
        recorded_by_secretariat boolean not null default false,
        answered_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now(),
        unique (alliance_id, id),
        unique (alliance_id, agenda_version_id, round, organisation_id),
        foreign key (alliance_id, agenda_version_id) references agenda_version (alliance_id, id) on delete cascade,
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id),
        check ((answer is null) = (answered_at is null)),
        check (answer is null or answer = 'consent' or words <> '')
      );
      create index agenda_answer_organisation on agenda_answer (alliance_id, organisation_id);

      create function agenda_version_keeps_its_text() returns trigger language plpgsql as $$
      begin
        if old.state <> 'draft' and new.content is distinct from old.content then
          raise exception 'the text of an agenda changes in a draft only' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger agenda_version_keeps_its_text before update on agenda_version
        for each row execute function agenda_version_keeps_its_text();

      select rygrad_protect_alliance_table('agenda_version');
      select rygrad_protect_alliance_table('agenda_answer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table agenda_answer, agenda_version;
      drop function agenda_version_keeps_its_text();
    `);
  }
}
