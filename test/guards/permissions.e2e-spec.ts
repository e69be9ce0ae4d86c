import { readFile } from 'node:fs/promises';
import { type AccessView, type AllianceRole, allianceRoles } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { permissionsDocument, permissionsOfRoles, Policies } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';

/** The address of each counted list, as the person themselves would open it. */
const lists: Readonly<Record<string, string>> = {
  partners: 'partners',
  contracts: 'contracts',
  enquiries: 'enquiries',
  participants: 'participants',
  indicators: 'indicators',
  initiatives: 'initiatives',
  meetings: 'meetings',
  'meeting-actions': 'meeting-actions',
};

describe('who may do what', () => {
  let app: TestApp;
  let allianceId: string;
  let secretary: TestPerson;
  const people = new Map<AllianceRole, TestPerson>();

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules });
    const admin = await app.world.person([], { isAdmin: true });
    const example = { example: 'ungegarantien' };
    allianceId = (await admin.client.post<{ id: string }>('/api/v1/example-alliances', example)).body.id;
    secretary = await app.world.person([{ allianceId, role: 'secretariat' }]);
    const [company] = await app.database.query<{ id: string }>(
      'select organisation_id as id from contract where alliance_id = $1 order by id limit 1',
      [allianceId],
    );
    const [municipality] = await app.database.query<{ id: string }>(
      'select organisation_id as id from participant where alliance_id = $1 order by id limit 1',
      [allianceId],
    );
    const place: Partial<Record<AllianceRole, string | undefined>> = {
      partner: company?.id,
      caseworker: municipality?.id,
      member: municipality?.id,
    };
    for (const role of allianceRoles) {
      const organisationId = place[role];
      const held = { allianceId, role, ...(organisationId === undefined ? {} : { organisationId }) };
      people.set(role, await app.world.person([held]));
    }
  });
  afterAll(() => app.close());

  const view = (who: TestPerson, asked: object) =>
    who.client.post<AccessView>(`/api/v1/alliances/${allianceId}/access-views`, asked);

  it('has words for everything a policy says, whatever the role', () => {
    expect([...permissionsOfRoles(app.get(Policies)).keys()]).toEqual([...allianceRoles]);
  });

  it('is written down in docs/permissions.md as the policies have it (npm run generate)', async () => {
    const written = await readFile('docs/permissions.md', 'utf8');
    expect(written).toBe(permissionsDocument(app.get(Policies)));
  });

  it.each(allianceRoles)('counts for a %s exactly the rows that their own lists show', async (role) => {
    const person = people.get(role);
    if (person === undefined) throw new Error('nobody');
    const seen = (await view(secretary, { personId: person.id })).body;
    expect(seen.lists.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(lists)));
    const differing: string[] = [];
    for (const [key, path] of Object.entries(lists)) {
      const own = await person.client.get<{ total?: number }>(`/api/v1/alliances/${allianceId}/${path}`);
      const told = seen.lists.find((list) => list.key === key)?.count;
      const found = own.status === 403 ? 0 : own.body.total;
      if (told !== found) differing.push(`${key}: told ${String(told)}, found ${String(found)}`);
    }
    expect(differing).toEqual([]);
  });

  it('says it in words with the organisations’ names, and nothing of any row', async () => {
    const partner = people.get('partner');
    const { body, text } = await view(secretary, { personId: partner?.id });
    const contracts = body.subjects.find(({ subject }) => subject === 'Contract');
    const [role] = body.roles;
    expect(contracts?.rules).toEqual([
      {
        does: { da: 'se', en: 'see' },
        limits: {
          da: `kun ${role?.organisationName ?? ''}, ikke kladder`,
          en: `only ${role?.organisationName ?? ''}, no drafts`,
        },
      },
    ]);
    const [wish] = await app.database.query<{ wish: string }>(
      'select wish from enquiry_person where alliance_id = $1 limit 1',
      [allianceId],
    );
    expect(text).not.toContain(wish?.wish);
  });

  it('does not tell small numbers of young people', async () => {
    const school = await app.world.organisation(allianceId, { kind: 'school' });
    const caseworker = await app.world.person([
      { allianceId, role: 'caseworker', organisationId: school.id },
    ]);
    const count = async (): Promise<number | null | undefined> =>
      (await view(secretary, { personId: caseworker.id })).body.lists.find(
        ({ key }) => key === 'participants',
      )?.count;
    expect(await count()).toBe(0);
    await app.database.query(
      `update participant set organisation_id = $2 where id in
         (select id from participant where alliance_id = $1 order by id limit 3)`,
      [allianceId, school.id],
    );
    expect(await count()).toBeNull();
  });

  it('shows a role that nobody holds, and narrows a person to one of theirs', async () => {
    const { body, status } = await view(secretary, { role: 'observer' });
    expect([status, body.name, body.roles]).toEqual([
      200,
      null,
      [{ role: 'observer', organisationName: null }],
    ]);
    const partner = (await view(secretary, { role: 'partner' })).body;
    const contracts = partner.subjects.find(({ subject }) => subject === 'Contract');
    expect(contracts?.rules[0]?.limits?.da).toBe('kun egen organisation, ikke kladder');
    expect(partner.lists).toEqual([]);
    const double = await app.world.person([
      { allianceId, role: 'secretariat' },
      { allianceId, role: 'observer' },
    ]);
    const narrowed = (await view(secretary, { personId: double.id, role: 'observer' })).body;
    expect(narrowed.subjects.find(({ subject }) => subject === 'Webhook')?.rules).toEqual([]);
  });

  it('lets others look at themselves only, and nobody at people of another alliance', async () => {
    const member = people.get('member');
    if (member === undefined) throw new Error('nobody');
    expect((await view(member, { personId: member.id })).status).toBe(200);
    expect((await view(member, { personId: secretary.id })).status).toBe(404);
    const elsewhere = await app.world.alliance();
    const foreign = await app.world.person([{ allianceId: elsewhere.id, role: 'member' }]);
    const [theirs, nobodys] = [
      await view(secretary, { personId: foreign.id }),
      await view(secretary, { personId: newId() }),
    ];
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    const organisation = await app.world.organisation(elsewhere.id);
    const asked = { role: 'partner', organisationId: organisation.id };
    expect((await view(secretary, asked)).status).toBe(404);
  });

  it('writes down that somebody looked', async () => {
    const before = await logged();
    await view(secretary, { role: 'member' });
    expect(await logged()).toBe(before + 1);
  });

  async function logged(): Promise<number> {
    const rows = await app.database.query(
      `select from event where alliance_id = $1 and type = 'access.access-viewed'`,
      [allianceId],
    );
    return rows.length;
  }
});
