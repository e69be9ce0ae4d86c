import type { AllianceRole } from '#libs/api-schema';
import { Policies } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { addWhatExamplesLack } from '../guards/foreign-rows.js';
import type { Route } from '../guards/routes.js';

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
  /** Somebody else in a role of the first alliance, for when what was tried has cost the first one theirs. */
  readonly another: (role: AllianceRole | 'admin') => Promise<TestPerson>;
  /** Every table and view with a column `alliance_id`. */
  readonly tables: readonly string[];
}

/** The ids of rows, by table. */
export type Rows = ReadonlyMap<string, readonly string[]>;

async function fill(app: TestApp, slug: string): Promise<string> {
  const founder = await app.world.person([], { isAdmin: true });
  const loaded = await founder.client.post<{ id: string }>('/api/v1/example-alliances', {
    example: 'ungegarantien',
  });
  const { id } = loaded.body;
  // There can be one example only; under another address it is an alliance like any other, and not removed in one go.
  await app.database.query('update alliance set slug = $2, is_example = false where id = $1', [id, slug]);
  await addWhatExamplesLack(app.database, id);
  return id;
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
  const another = (role: AllianceRole | 'admin'): Promise<TestPerson> => {
    if (role === 'admin') return app.world.person([], { isAdmin: true });
    const organisationId = places.find(([name]) => name === role)?.[1];
    return app.world.person([
      organisationId === undefined ? { allianceId: own, role } : { allianceId: own, role, organisationId },
    ]);
  };
  const people = new Map<AllianceRole, TestPerson>();
  for (const [role] of places) people.set(role, await another(role));
  const school = await organisation('school');
  const tables = await app.database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'alliance_id'
     where c.relkind in ('r', 'p', 'v') and c.relnamespace = 'public'::regnamespace and not a.attisdropped order by 1`,
  );
  return {
    ...{ app, own, foreign, people, another },
    elsewhere: await app.world.person([{ allianceId: own, role: 'caseworker', organisationId: school }]),
    admin: await another('admin'),
    tables: tables.map(({ name }) => name),
  };
}

/** The first tier: whether the route says itself, and the policies give the role, that it may be used. */
export function mayUse(house: House, role: AllianceRole, { access }: Route): boolean {
  if (access?.kind !== 'allow') return access?.kind === 'signed-in';
  const actor = house.people.get(role)?.actor(house.own);
  return actor !== undefined && house.app.get(Policies).abilityOf(actor).can(access.action, access.subject);
}

/** All ids of the rows of an alliance, as the owner of the tables sees them. */
export async function rowsOf({ app, tables }: House, allianceId: string): Promise<Rows> {
  const withId = await app.database.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_name = any ($1)`,
    [tables],
  );
  const rows = new Map<string, readonly string[]>();
  for (const { name } of withId) {
    const found = await app.database.query<{ id: string }>(`select id from ${name} where alliance_id = $1`, [
      allianceId,
    ]);
    rows.set(
      name,
      found.map(({ id }) => id),
    );
  }
  return rows;
}
