import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts, what the partner is about to sign, the signatures, the mails and the steps. */
export class PartnerContractsCreateContract implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        organisation_id uuid not null,
        template_id uuid not null,
        template_number int not null,
        status text not null
          check (status in ('draft', 'sent', 'signed', 'active', 'expired', 'ended', 'withdrawn', 'void')),
        canonical_text text not null,
        text_hash text not null check (text_hash = encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex')),
        response_days int not null check (response_days between 1 and 60),
        term_months int not null check (term_months between 1 and 120),
        recipient_name text not null check (length(recipient_name) between 1 and 200),
        recipient_email citext not null check (length(recipient_email) <= 254),
        recipient_locale text not null check (recipient_locale in ('da', 'en')),
        sender_id uuid references person (id) on delete set null,
        sender_name text not null check (length(sender_name) between 1 and 200),
        sender_email citext not null check (length(sender_email) <= 254),
        answer_by date not null,
        message text check (length(message) <= 1000),
        sent_at timestamptz,
        signed_at timestamptz,
        activated_at timestamptz,
        closed_at timestamptz,
        starts_on date,
        ends_on date,
        commitments jsonb not null default '[]',
        partner_document_id uuid,
        document_id uuid,
        version int not null default 1,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        unique (alliance_id, id),
        foreign key (alliance_id, organisation_id) references organisation (alliance_id, id),
        foreign key (alliance_id, template_id, template_number)
          references contract_template_text (alliance_id, template_id, number),
        foreign key (alliance_id, partner_document_id) references file (alliance_id, id),
        foreign key (alliance_id, document_id) references file (alliance_id, id),
        check ((starts_on is null) = (ends_on is null)),
        check (ends_on >= starts_on),
        check (status not in ('active', 'expired', 'ended') or starts_on is not null),
        check (status in ('draft', 'withdrawn') or sent_at is not null)
      );
      create unique index contract_underway on contract (alliance_id, organisation_id)
        where status in ('draft', 'sent', 'signed');
      create index contract_changed on contract (alliance_id, changed_at, id);
      create index contract_status on contract (alliance_id, status, ends_on);
      create index contract_organisation on contract (alliance_id, organisation_id, id);
      create index contract_template_used on contract (alliance_id, template_id, template_number);

      create table contract_signing (
        contract_id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        link_id uuid not null,
        name text not null check (length(name) <= 120),
        strokes jsonb,
        commitments jsonb not null,
        text_hash text not null,
        locale text not null check (locale in ('da', 'en')),
        saved_at timestamptz not null,
        unique (alliance_id, contract_id),
        foreign key (alliance_id, contract_id) references contract (alliance_id, id) on delete cascade,
        foreign key (alliance_id, link_id) references link (alliance_id, id) on delete cascade
      );

      create table contract_signature (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        contract_id uuid not null,
        side text not null check (side in ('partner', 'secretariat')),
        name text not null check (length(name) between 1 and 120),
        email citext not null check (length(email) <= 254),
        strokes jsonb,
        commitments jsonb not null,
        text_hash text not null,
        locale text not null check (locale in ('da', 'en')),
        identified_by text not null check (identified_by in ('link-and-code', 'signed-in')),
        person_id uuid references person (id) on delete set null,
        link_id uuid,
        signed_at timestamptz not null,
        voided_at timestamptz,
        unique (alliance_id, id),
        foreign key (alliance_id, contract_id) references contract (alliance_id, id) on delete cascade
      );
      create unique index contract_signature_side on contract_signature (alliance_id, contract_id, side)
        where voided_at is null;

      create table contract_message (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        contract_id uuid not null,
        kind text not null
          check (kind in ('invitation', 'resent', 'passed-on', 'revised', 'receipt', 'active')),
        delivery_id uuid not null,
        created_at timestamptz not null,
        unique (alliance_id, id),
        unique (alliance_id, contract_id, delivery_id),
        foreign key (alliance_id, contract_id) references contract (alliance_id, id) on delete cascade,
        foreign key (alliance_id, delivery_id) references delivery (alliance_id, id) on delete cascade
      );

      create table contract_step (
        id uuid primary key,
        alliance_id uuid not null references alliance (id) on delete cascade,
        contract_id uuid not null,
        step text not null check (step in ('drafted', 'sent', 'resent', 'passed-on', 'revised', 'signed',
          'counter-signed', 'sealed', 'withdrawn', 'voided', 'ended', 'expired')),
        by_name text check (length(by_name) <= 200),
        note text check (length(note) <= 500),
        happened_at timestamptz not null,
        unique (alliance_id, id),
        foreign key (alliance_id, contract_id) references contract (alliance_id, id) on delete cascade
      );
      create index contract_step_contract on contract_step (alliance_id, contract_id, id);

      select rygrad_protect_alliance_table('contract');
      select rygrad_protect_alliance_table('contract_signing');
      select rygrad_protect_alliance_table('contract_signature');
      select rygrad_protect_alliance_table('contract_message');
      select rygrad_protect_alliance_table('contract_step');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table contract_step, contract_message, contract_signature, contract_signing, contract`,
    );
  }
}
