import { newId } from '#libs/kernel';
import type { TestDatabase } from '#libs/testing';

/** Adds to the foreign alliance what an example does not have: a mail, a link and a list of partners that was uploaded. */
export async function addWhatExamplesLack(database: TestDatabase, foreign: string): Promise<void> {
  await database.query(
    `insert into invitation (id, alliance_id, name, email, locale, role, created_at, expires_at)
     values ($1, $2, 'Ingen', 'ingen@eksempel.example', 'da', 'member', now(), now() + interval '14 days')`,
    [newId(), foreign],
  );
  await database.query(
    `insert into delivery (id, alliance_id, key, template, locale, recipient_name, recipient_email, about_kind,
       about_id, message_id)
     values ($1, $2, 'guard', 'guard', 'da', 'Ingen', 'ingen@eksempel.example', 'guard', $1, $1::uuid::text)`,
    [newId(), foreign],
  );
  await database.query(
    `insert into link (id, alliance_id, purpose, subject_id, token_hash, email, name, locale, created_at, expires_at)
     values ($1, $2, 'contract', $1, sha256($1::uuid::text::bytea), 'ingen@eksempel.example', 'Ingen', 'da', now(), now())`,
    [newId(), foreign],
  );
  await database.query(
    `with list as (
       insert into file (id, alliance_id, name, media_type, sha256, size, bytes, created_at)
       values ($1, $2, 'partnere.csv', 'text/csv', sha256(''), 0, '', now()) returning id, alliance_id)
     insert into partner_import (id, alliance_id, file_id, file_name, state, uploaded_by_name, counts)
     select id, alliance_id, id, 'partnere.csv', 'preview', 'Ingen',
       (select jsonb_object_agg(name, 0) from unnest(array['rows', 'new', 'match', 'unchanged', 'problem', 'empty',
         'skipped', 'notes', 'created', 'updated', 'removed', 'restored', 'kept']) as name) from list`,
    [newId(), foreign],
  );
  await database.query(
    `insert into webhook (id, alliance_id, name, url, secret, after_seq, created_at)
     values ($1, $2, 'Ingen', 'https://eksempel.example/', '', 0, now())`,
    [newId(), foreign],
  );
  await database.query(
    `insert into api_token (id, alliance_id, person_id, name, beginning, token_hash, scopes, created_at, expires_at)
     select $1, $2, p.id, 'Ingen', 'ryg_none', sha256($1::uuid::text::bytea), '{read:Partner}', now(), now()
     from person p limit 1`,
    [newId(), foreign],
  );
}
