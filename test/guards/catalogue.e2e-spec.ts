import { createTestDatabase, type TestDatabase } from '#libs/testing';

/** Functions that run with their owner's rights, each with the reason why it may. A new one needs a review. */
const reviewed: Readonly<Record<string, string>> = {
  rygrad_alliance_of_invitation:
    'answers the alliance of an exact token hash, which only the holder of the invitation has',
  rygrad_alliance_of_link:
    'answers the alliance of an exact token hash, which only the holder of the link has',
  rygrad_alliance_ids:
    'answers ids of alliances, for the daily retention and for the data of one person in each',
  rygrad_forget_access_log:
    'deletes entries older than two years, for the system in the alliance it acts in; the log is insert-only otherwise',
  rygrad_person_names:
    'counts or blanks names in the columns listed in person_name, for the system in the alliance it acts in: logs may only be added to otherwise',
  rygrad_follow_alliance: 'a trigger: keys and erasures of an alliance that is removed go with it',
  rygrad_alliances_to_remind:
    'answers ids of alliances, for the reminder scan of each in its own unit of work',
  rygrad_alliances_with_webhooks_behind:
    'answers ids of alliances whose webhooks have not been told of everything, for their follower',
  rygrad_api_token: 'answers the token of an exact hash, which only the holder of the token has',
  rygrad_chain_heads: 'answers number and hash of the last event of each chain, for the anchor',
  rygrad_installation_integrations:
    'answers names, owners and times of tokens and webhooks to an administrator, never a secret or a content',
  rygrad_alliances_of_installation:
    'answers names and counts of alliances, never content, and only to a person who is administrator',
  rygrad_unsealed_alliances: 'answers ids of alliances with unsealed events, for the sealer',
  rygrad_count_person_references:
    'answers numbers only, and only to an administrator: what a merge would move',
  rygrad_merge_people: 'makes two records of one person into one, only for an administrator',
  rygrad_open_invitations_to:
    'answers ids of open invitations to an address; asked of addresses that were proved',
  rygrad_revoke_links_of_person:
    'ends the links of a person whose access is closed already; answers how many',
  rygrad_remove_example: 'removes an alliance that is marked as an example and that the actor acts in',
};

/** Tables without an alliance: people, sessions and the machinery. A new one needs a reason here. */
const withoutAlliance = new Set([
  'address_proof',
  'person_address',
  'person_reference',
  'alliance',
  'anchor',
  'anchor_setting',
  'idempotency',
  'identity_provider',
  'identity_provider_domain',
  'installation_claim',
  'job',
  'migration',
  'passkey',
  'passkey_challenge',
  'login_attempt',
  'provider_logout',
  'provider_session',
  'person',
  'person_name',
  'person_login',
  'rate_limit',
  'session',
  'sign_in',
  'step_up',
]);

/** Tables with an alliance that keep no foreign key to it; the removal of an example deletes from each by name. */
const withoutKey = new Set([
  'event',
  'event_seal',
  'delivery',
  'access_log',
  'link',
  'file',
  'subject_key',
  'erasure',
]);

/** Person data: a second wall on the caseworker's organisation. */
const personData = [
  ...['enquiry_person', 'participant', 'destination_spell', 'destination_month_past'],
  ...['participant_consent', 'participant_consent_text', 'participant_cpr'],
];

describe('the catalogue of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const tables = () =>
    database.query<{
      name: string;
      has_alliance: boolean;
      secured: boolean;
      forced: boolean;
      owner: string;
    }>(`
      select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        pg_get_userbyid(c.relowner) as owner,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'alliance_id' and not a.attisdropped) as has_alliance
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);

  it('gives every alliance table forced row-level security', async () => {
    const found = await tables();
    expect(found.length).toBeGreaterThan(20);
    const open = found.filter((table) => table.has_alliance && !(table.secured && table.forced));
    expect(open.map((table) => table.name)).toEqual([]);
    expect(found.filter((table) => table.name === 'alliance')).toMatchObject([
      { secured: true, forced: true },
    ]);
  });

  it('knows every table without an alliance', async () => {
    const found = (await tables()).filter((table) => !table.has_alliance).map((table) => table.name);
    expect(found.filter((name) => !withoutAlliance.has(name))).toEqual([]);
  });

  it('lets no alliance_id be empty, and leads an index with it', async () => {
    const nullable = await database.query<{ name: string }>(`
      select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'alliance_id' and is_nullable = 'YES'`);
    expect(nullable).toEqual([]);
    const unindexed = await database.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'alliance_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum)`);
    expect(unindexed).toEqual([]);
  });

  it('checks what is written as well as what is read', async () => {
    const policies = await database.query<{ name: string; policy: string }>(`
      select c.relname as name, p.polname as policy from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polcmd = '*' and (p.polqual is null or p.polwithcheck is null)`);
    expect(policies).toEqual([]);
    const bare = await database.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'alliance_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'alliance' and p.polpermissive)`);
    expect(bare).toEqual([]);
  });

  it('stands person data behind a second, restrictive wall', async () => {
    const walls = await database.query<{ name: string }>(`
      select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polname = 'case_organisation' and not p.polpermissive order by 1`);
    expect(walls.map((wall) => wall.name)).toEqual(expect.arrayContaining(personData));
  });

  it('gives the application’s role no way around: no superuser, no bypass, no ownership, no other role', async () => {
    const [role] =
      await database.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      exists (select from pg_auth_members m where m.member = r.oid) as member_of_another,
      exists (select from pg_class c where c.relowner = r.oid) as owns
      from pg_roles r where rolname = 'rygrad_app'`);
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      member_of_another: false,
      owns: false,
    });
  });

  it('runs views with the rights of whoever asks', async () => {
    const views = await database.query<{ name: string }>(`
      select relname as name from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce('security_invoker=true' = any (reloptions), false)`);
    expect(views).toEqual([]);
  });

  it('knows every function that runs with its owner’s rights, and fixes its search path', async () => {
    const definers = await database.query<{ name: string; fixed: boolean; open: boolean }>(`
      select p.proname as name, coalesce(array_to_string(proconfig, ',') like '%search_path%', false) as fixed,
        has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`);
    expect(definers.map((definer) => definer.name)).toEqual(Object.keys(reviewed).sort());
    expect(definers.filter((definer) => !definer.fixed || definer.open)).toEqual([]);
  });

  it('lets the application only add to the event log and the access log', async () => {
    const rights = await database.query<{ name: string; rights: string }>(`
      select table_name as name, string_agg(privilege_type, ',' order by privilege_type) as rights
      from information_schema.role_table_grants where grantee = 'rygrad_app' and table_name in ('event', 'event_seal', 'access_log')
      group by table_name order by 1`);
    expect(rights).toEqual(
      ['access_log', 'event', 'event_seal'].map((name) => ({ name, rights: 'INSERT,SELECT' })),
    );
  });

  it('takes every alliance table along when an example is removed', async () => {
    const loose = await database.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'alliance_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
          and k.confrelid = 'alliance'::regclass and k.confdeltype = 'c')`);
    expect(loose.map((table) => table.name).filter((name) => !withoutKey.has(name))).toEqual([]);
  });

  it('puts the alliance into every foreign key between alliance tables', async () => {
    const narrow = await database.query<{ name: string }>(`
      select k.conname as name from pg_constraint k
      join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'alliance_id'
      join pg_attribute ours on ours.attrelid = k.conrelid and ours.attname = 'alliance_id'
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not ours.attnum = any (k.conkey)
        and k.conrelid <> 'event_seal'::regclass`);
    expect(narrow).toEqual([]);
  });
});
