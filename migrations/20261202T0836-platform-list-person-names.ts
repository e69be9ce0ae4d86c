import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the names and addresses of people with an account stand as text beside what they did. A test compares the list
 * with the catalogue; a later migration adds its own rows. `blank`: the name goes, what was done stays; `delete`: the
 * row says nothing without it. Definer's rights, because logs may only be added to; for the system alone, in the
 * alliance it acts in. By name alone a row is found only where no column says who it was.
 */
export class PlatformListPersonNames implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_name (
        table_name text not null,
        name_column text not null,
        id_column text,
        email_column text,
        on_erasure text not null check (on_erasure in ('blank', 'delete')),
        title_da text not null,
        title_en text not null,
        primary key (table_name, name_column)
      );
      revoke insert, update, delete, truncate on person_name from rygrad_app;
      insert into person_name (table_name, name_column, id_column, email_column, on_erasure, title_da, title_en) values
        ('membership_change', 'recorded_by_name', null, null, 'blank', 'Ændringer af partnerskaber, du har registreret', 'Changes of partnerships you recorded'),
        ('partner_import', 'uploaded_by_name', 'uploaded_by_id', null, 'blank', 'Partnerlister, du har indlæst', 'Partner lists you uploaded'),
        ('partner_import', 'undone_by_name', null, null, 'blank', 'Indlæsninger, du har fortrudt', 'Imports you undid'),
        ('agenda_answer', 'answered_by_name', 'answered_by_id', null, 'blank', 'Svar på dagsordenen', 'Answers to the agenda'),
        ('contract_template_text', 'created_by_name', null, null, 'blank', 'Udgaver af skabeloner, du har skrevet', 'Versions of templates you wrote'),
        ('meeting_action_helper', 'name', null, 'email', 'delete', 'Opgaver, du er bedt om at hjælpe med', 'Actions you were asked to help with'),
        ('meeting_action_helper', 'given_by_name', null, null, 'blank', 'Opgaver, du har givet videre', 'Actions you handed to somebody'),
        ('meeting_action_note', 'author_name', null, null, 'blank', 'Noter til opgaver', 'Notes on actions'),
        ('enquiry_step', 'coordinator_name', null, 'coordinator_email', 'blank', 'Henvendelser, der er givet videre til dig', 'Enquiries that were handed on to you'),
        ('contract_step', 'by_name', null, null, 'blank', 'Trin i kontrakter', 'Steps of contracts'),
        ('enquiry_step', 'by_name', null, null, 'blank', 'Trin i henvendelser', 'Steps of enquiries'),
        ('destination_spell', 'confirmed_by_name', null, null, 'blank', 'Destinationer, du har bekræftet', 'Destinations you confirmed'),
        ('destination_confirmation', 'confirmed_by_name', null, null, 'blank', 'Bekræftelser af destinationer', 'Confirmations of destinations'),
        ('observation', 'entered_by_name', null, null, 'blank', 'Målinger, du har indtastet', 'Figures you entered'),
        ('observation_revision', 'changed_by_name', 'changed_by_id', null, 'blank', 'Rettelser af målinger', 'Corrections of figures'),
        ('meeting', 'approved_by_name', null, null, 'blank', 'Referater, du har godkendt', 'Minutes you approved'),
        ('meeting_action', 'owner_name', 'owner_id', null, 'blank', 'Opgaver, du har påtaget dig', 'Actions you took on'),
        ('meeting_action', 'done_by_name', null, null, 'blank', 'Opgaver, du har udført', 'Actions you did'),
        ('meeting_attendance', 'person_name', 'person_id', null, 'blank', 'Møder, du har deltaget i', 'Meetings you attended'),
        ('meeting_room_event', 'person_name', 'person_id', null, 'blank', 'Det, du har sagt og gjort i møderum', 'What you said and did in meeting rooms'),
        ('meeting_presence', 'person_name', 'person_id', null, 'delete', 'Tilstedeværelse i møderum', 'Presence in meeting rooms'),
        ('initiative_review', 'reviewed_by_name', 'reviewed_by_id', null, 'blank', 'Gennemgange af indsatser', 'Reviews of initiatives'),
        ('initiative_move', 'moved_by_name', 'moved_by_id', null, 'blank', 'Flytninger af indsatser', 'Moves of initiatives'),
        ('invitation', 'name', 'accepted_by_id', 'email', 'delete', 'Invitationer til dig', 'Invitations to you'),
        ('reminder', 'recipient_name', 'person_id', 'recipient_email', 'delete', 'Påmindelser til dig', 'Reminders to you');

      create function rygrad_without_person(body jsonb, person uuid) returns jsonb
        language plpgsql immutable set search_path = public, pg_temp
      as $$
      begin
        return case jsonb_typeof(body)
          when 'object' then (
            select coalesce(jsonb_object_agg(e.key, case
              when e.key = 'name' and body ->> 'personId' = person::text then to_jsonb('Slettet person'::text)
              else rygrad_without_person(e.value, person) end), '{}')
            from jsonb_each(body) e)
          when 'array' then (
            select coalesce(jsonb_agg(rygrad_without_person(e.value, person) order by e.place), '[]')
            from jsonb_array_elements(body) with ordinality as e (value, place))
          else body end;
      end $$;

      create function rygrad_person_names(target uuid, person uuid, called text, addresses citext[], forget boolean)
        returns table (title_da text, title_en text, table_name text, rows bigint)
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      declare
        place person_name;
        mine text;
        clean text;
      begin
        if not app_is_system() or not (target = any (app_alliances())) then return; end if;
        for place in select * from person_name p order by p.table_name, p.name_column loop
          continue when not exists (select from information_schema.columns c where c.table_schema = 'public'
            and c.table_name = place.table_name and c.column_name = place.name_column);
          mine := 'alliance_id = $1 and (' || concat_ws(' or ',
            case when place.id_column is null then format('(%I = $3)', place.name_column)
                 else format('(%I = $2) or (%I is null and %I = $3)', place.id_column, place.id_column, place.name_column) end,
            case when place.email_column is not null then format('(%I::citext = any ($4))', place.email_column) end) || ')';
          title_da := place.title_da;
          title_en := place.title_en;
          table_name := place.table_name;
          if not forget then
            execute format('select count(*) from %I where %s', place.table_name, mine)
              into rows using target, person, called, addresses;
          else
            clean := case place.on_erasure when 'delete' then format('delete from %I where %s', place.table_name, mine)
              else format('update %I set %I = %L%s where %s and %I <> %L', place.table_name, place.name_column,
                'Slettet person', case when place.email_column is null then ''
                  else format(', %I = %L', place.email_column, 'slettet@invalid') end,
                mine, place.name_column, 'Slettet person') end;
            execute clean using target, person, called, addresses;
            get diagnostics rows = row_count;
          end if;
          if rows > 0 then return next; end if;
          -- What was done in a room names others beside their id, too.
          if forget and person is not null and place.table_name = 'meeting_room_event' then
            execute 'update meeting_room_event set body = rygrad_without_person(body, $2)
              where alliance_id = $1 and position($2::text in body::text) > 0'
              using target, person;
          end if;
        end loop;
      end $$;
      revoke all on function rygrad_person_names(uuid, uuid, text, citext[], boolean) from public;
      grant execute on function rygrad_person_names(uuid, uuid, text, citext[], boolean) to rygrad_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function rygrad_person_names(uuid, uuid, text, citext[], boolean);
      drop function rygrad_without_person(jsonb, uuid);
      drop table person_name;
    `);
  }
}
