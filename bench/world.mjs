/** Twenty alliances of 5,000 partners each, and somebody signed in to the first. */
import { createHash, randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';

const { newId } = await import(join(resolve(import.meta.dirname, '..'), 'dist/libs/kernel/src/index.js'));

export async function fill({ owner }, { alliances = 20, partners = 5_000 } = {}) {
  const ids = Array.from({ length: alliances }, () => newId());
  for (const [index, id] of ids.entries()) {
    await owner.query('insert into alliance (id, slug, name) values ($1, $2, $3)', [
      id,
      `alliance-${index}`,
      `Alliance ${index}`,
    ]);
    const rows = Array.from({ length: partners }, () => newId());
    await owner.query(
      `insert into organisation (id, alliance_id, kind, name, sector, city, postal_code)
       select x, $2, 'company', 'Virksomhed ' || md5(x::text), (array['Byggeri', 'Industri', 'Omsorg', 'Handel'])[1 + n % 4],
         (array['Hjørring', 'Sindal', 'Vrå'])[1 + n % 3], '9800'
       from unnest($1::uuid[]) with ordinality as o (x, n)`,
      [rows, id],
    );
    await owner.query(
      `insert into membership (id, alliance_id, organisation_id, status, joined_on, status_since)
       select m, $3, o, 'joined', date '2020-01-01' + (n % 2000)::int, date '2020-01-01'
       from unnest($1::uuid[], $2::uuid[]) with ordinality as r (m, o, n)`,
      [rows.map(() => newId()), rows, id],
    );
    await owner.query(
      `insert into contact_person (id, alliance_id, organisation_id, name, email, is_primary)
       select k, $3, o, 'Karen Kontakt', 'karen' || n || '@virksomhed.example', true
       from unnest($1::uuid[], $2::uuid[]) with ordinality as r (k, o, n)`,
      [rows.map(() => newId()), rows, id],
    );
  }
  await owner.query('vacuum analyze');
  return { allianceId: ids[0], cookie: (await signIn(owner, ids[0])).cookie };
}

/** @returns the cookie of somebody new with a role in the alliance, and their id */
export async function signIn(owner, allianceId, role = 'secretariat') {
  const personId = newId();
  const token = randomBytes(32).toString('base64url');
  await owner.query(`insert into person (id, name, email) values ($1, 'Sofie', $2)`, [
    personId,
    `${role}@alliancen.example`,
  ]);
  await owner.query(
    `insert into alliance_member (id, alliance_id, person_id, role) values ($1, $2, $3, $4)`,
    [newId(), allianceId, personId, role],
  );
  await owner.query(
    `insert into session (id, person_id, token_hash, created_at, last_used_at, expires_at)
     values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
    [newId(), personId, createHash('sha256').update(token).digest()],
  );
  return { personId, cookie: `rygrad_session=${token}` };
}
