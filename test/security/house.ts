import type { AllianceRole } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { KeyRing, Policies } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { addWhatExamplesLack } from '../guards/foreign-rows.js';
import type { Route } from '../guards/routes.js';
import type { Asker } from './matrix.js';

/** Two alliances full of rows, and somebody in every role of the first, who has no place in the second. */
export interface House {
  readonly app: TestApp;
  readonly own: string;
  readonly foreign: string;
  readonly people: ReadonlyMap<AllianceRole, TestPerson>;
  /** A caseworker of another organisation of the first alliance, with whom no young person is. */
  readonly elsewhere: TestPerson;
  /** An administrator of the installation without a role anywhere. */
  readonly admin: TestPerson;
  /** Somebody who is signed in and has no role anywhere. */
  readonly outsider: TestPerson;
  /** Somebody else in a role of the first alliance, for when what was tried has cost the first one theirs. */
  readonly another: (who: Exclude<Asker, 'stranger'>) => Promise<TestPerson>;
  /** Every table and view with a column `alliance_id`. */
  readonly tables: readonly string[];
}

/** The ids of rows, by table. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** Rows as they read, by table. */
export type Texts = ReadonlyMap<string, readonly { readonly id: string; readonly text: string }[]>;

/** The secrets of webhooks that were put in from outside, as the application seals them. */
async function sealWebhooks(app: TestApp, allianceId: string): Promise<void> {
  const webhooks = await app.database.query<{ id: string }>('select id from webhook where alliance_id = $1', [
    allianceId,
  ]);
  for (const { id } of webhooks) {
    const secret = app.get(KeyRing).seal('hemmelighed', `webhook.secret:${id}`);
    await app.database.query('update webhook set secret = $2 where id = $1', [id, secret]);
  }
}

async function fill(app: TestApp, slug: string): Promise<string> {
  const founder = await app.world.person([], { isAdmin: true });
  const loaded = await founder.client.post<{ id: string }>('/api/v1/example-alliances', {
    example: 'ungegarantien',
  });
  const { id } = loaded.body;
  // There can be one example only; under another address it is an alliance like any other, and not removed in one go.
  await app.database.query('update alliance set slug = $2, is_example = false where id = $1', [id, slug]);
  await addWhatExamplesLack(app.database, id);
  await sealWebhooks(app, id);
  return id;
}

/** Gives somebody what only a person has: a passkey and a login elsewhere. */
async function addWhatIsPersonal({ database }: TestApp, { id }: TestPerson): Promise<void> {
  await database.query(
    `insert into passkey (id, person_id, credential_id, public_key, user_handle, name, created_at)
     values ($1, $2, $1::uuid::text::bytea, '', $1::uuid::text::bytea, 'Ingen', now())`,
    [newId(), id],
  );
  await database.query(
    `with provider as (
       insert into identity_provider
         (id, kind, name_da, name_en, issuer, client_id, client_secret_sealed, is_active, created_at)
       values ($1, 'organisation', 'Ingen', 'Nobody', 'https://ingen.example', 'ingen', '', false, now())
       returning id)
     insert into person_login (id, person_id, provider_id, issuer, subject, linked_at, last_used_at)
     select $1, $2, id, 'https://ingen.example', 'ingen', now(), now() from provider`,
    [newId(), id],
  );
}

/** Starts the whole product with two filled alliances. */
export async function openHouse(settings: Readonly<Record<string, string>> = {}): Promise<House> {
  const app = await startTestApp({ modules: domainModules, settings: { LOG_LEVEL: 'silent', ...settings } });
  const own = await fill(app, 'egen');
  const foreign = await fill(app, 'fremmed');
  const organisation = async (kind: string): Promise<string> => {
    const [row] = await app.database.query<{ id: string }>(
      'select id from organisation where alliance_id = $1 and kind = $2 order by name limit 1',
      [own, kind],
    );
    if (row === undefined) throw new Error(`The example has no ${kind}`);
    return row.id;
  };
  const municipality = await organisation('municipality');
  const places: readonly (readonly [AllianceRole, string | undefined])[] = [
    ['secretariat', undefined],
    ['partner', await organisation('company')],
    ['caseworker', municipality],
    ['member', municipality],
    ['observer', undefined],
  ];
  const another: House['another'] = (who) => {
    if (who === 'admin' || who === 'outsider') return app.world.person([], { isAdmin: who === 'admin' });
    const held = { allianceId: own, role: who };
    const organisationId = places.find(([name]) => name === who)?.[1];
    return app.world.person([organisationId === undefined ? held : { ...held, organisationId }]);
  };
  const people = new Map<AllianceRole, TestPerson>();
  for (const [role] of places) people.set(role, await another(role));
  const school = await organisation('school');
  const outsider = await another('outsider');
  await addWhatIsPersonal(app, outsider);
  const tables = await app.database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'alliance_id'
     where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace and not a.attisdropped order by 1`,
  );
  return {
    ...{ app, own, foreign, people, another },
    elsewhere: await app.world.person([{ allianceId: own, role: 'caseworker', organisationId: school }]),
    admin: await another('admin'),
    outsider,
    tables: tables.map(({ name }) => name),
  };
}

/** The first tier: whether the route says itself, and the policies give the role, that it may be used. */
export function mayUse(house: House, role: AllianceRole, { access }: Route): boolean {
  if (access?.kind !== 'allow') return access?.kind === 'signed-in';
  const actor = house.people.get(role)?.actor(house.own);
  return actor !== undefined && house.app.get(Policies).abilityOf(actor).can(access.action, access.subject);
}

/** All rows of an alliance that have an id, as the owner of the tables sees them. */
export async function textsOf({ app, tables }: House, allianceId: string): Promise<Texts> {
  const withId = await app.database.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_name = any ($1)`,
    [tables],
  );
  const texts = new Map<string, { id: string; text: string }[]>();
  for (const { name } of withId)
    texts.set(
      name,
      await app.database.query<{ id: string; text: string }>(
        `select id, left(t::text, 1000) as text from ${name} t where alliance_id = $1`,
        [allianceId],
      ),
    );
  return texts;
}

/** The ids of rows. */
export function rowsOf(texts: Texts): Rows {
  return new Map([...texts].map(([table, rows]) => [table, rows.map(({ id }) => id)]));
}

/** Somebody’s own things that lie in no alliance: a session, a passkey, a login. */
export async function personalRows({ app, outsider }: House): Promise<Rows> {
  const rows = new Map<string, readonly string[]>();
  for (const table of ['session', 'passkey', 'person_login']) {
    const found = await app.database.query<{ id: string }>(`select id from ${table} where person_id = $1`, [
      outsider.id,
    ]);
    if (found.length === 0) throw new Error(`Nobody has a ${table} to try`);
    rows.set(
      table,
      found.map(({ id }) => id),
    );
  }
  return rows;
}

/** Everything an alliance holds, as one number per table. */
export async function stateOf({ app, tables }: House, allianceId: string): Promise<Record<string, string>> {
  const sums = tables.map(
    (name) =>
      `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${name} t where alliance_id = $1`,
  );
  const rows = await app.database.query<{ name: string; sum: string }>(sums.join(' union all '), [
    allianceId,
  ]);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
