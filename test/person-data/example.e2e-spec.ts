import type { PersonDataExport } from '#libs/platform';
import { findsOf, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';

describe('people of an alliance with twelve months of history', () => {
  let app: TestApp;
  let mette: TestPerson;
  let allianceId: string;

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, settings: { ROLE: 'api' } });
    mette = await app.world.person([], {
      isAdmin: true,
      name: 'Mette Mærkbar Sørensen',
      email: 'mette@maerkbar.example',
    });
    const made = await mette.client.post<{ id: string }>('/api/v1/example-alliances', {
      example: 'ungegarantien',
    });
    allianceId = made.body.id;
    await app.world.person([], { isAdmin: true });
    await app.world.person([{ allianceId, role: 'secretariat' }]);
  });

  afterAll(() => app.close());

  it('a contact person goes from everywhere but the agreement that was signed', async () => {
    const [contact] = await app.database.query<{ id: string; email: string }>(
      `select k.id, k.email::text from contact_person k join contract c
         on c.alliance_id = k.alliance_id and c.recipient_email = k.email
       where k.alliance_id = $1 and c.status = 'active' limit 1`,
      [allianceId],
    );
    const path = `/api/v1/alliances/${allianceId}/person-data/contact-person/${contact?.id ?? ''}`;
    const exported = await mette.client.get<PersonDataExport>(path);
    const keys = exported.body.places.flatMap(({ sections }) => sections.map(({ key }) => key));
    expect(keys).toEqual(expect.arrayContaining(['contact-person', 'contract']));
    const preview = await mette.client.get<{ stays: { title: { en: string } }[] }>(`${path}/erasure`);
    expect(preview.body.stays.map(({ title }) => title.en)).toContain('Signed agreements');
    const erased = await mette.client.post(`${path}/erasure`, { confirmed: true });
    expect([erased.status, erased.body]).toMatchObject([200, { done: true }]);
    const left = await findsOf(app.database, contact?.email ?? '');
    expect(left.filter((table) => !['contract', 'contract_signature', 'file'].includes(table))).toEqual([]);
  });

  it('touches nothing of another alliance, whatever name somebody has chosen before going', async () => {
    const elsewhere = await app.world.alliance();
    const everything = (): Promise<unknown[]> =>
      app.database.query(
        `select 'room' as place, id, body::text as said, person_name as who from meeting_room_event where alliance_id = $1
         union all select 'step', id, null, by_name from contract_step where alliance_id = $1
         union all select 'spell', id, null, confirmed_by_name from destination_spell where alliance_id = $1
         order by 1, 2`,
        [allianceId],
      );
    const before = await everything();
    expect(before.length).toBeGreaterThan(100);
    const [named] = await app.database.query<{ name: string }>(
      `select by_name as name from contract_step where alliance_id = $1 and by_name is not null
         and by_name not in (select name from person) limit 1`,
      [allianceId],
    );
    for (const name of ['type', 'true', '1', '"', '\\', 'e', named?.name ?? '']) {
      const person = await app.world.person([{ allianceId: elsewhere.id, role: 'member' }], { name });
      const preview = await person.client.get('/api/v1/me/erasure');
      expect([name, preview.status]).toEqual([name, 200]);
      const erased = await person.client.post('/api/v1/me/erasure', { confirmed: true });
      expect([name, erased.status, erased.body]).toMatchObject([name, 200, { done: true }]);
    }
    expect(await everything()).toEqual(before);
  });

  it('the one who ran it goes from everywhere but the agreements that were signed', async () => {
    const before = await findsOf(app.database, 'Mærkbar');
    expect(before.length).toBeGreaterThan(8);
    const exported = await mette.client.get<PersonDataExport>('/api/v1/me/person-data');
    expect(exported.body.places).toHaveLength(2);
    const erased = await mette.client.post('/api/v1/me/erasure', { confirmed: true });
    expect([erased.status, erased.body]).toMatchObject([200, { done: true }]);
    const left = new Set([
      ...(await findsOf(app.database, 'Mærkbar')),
      ...(await findsOf(app.database, 'maerkbar.example')),
    ]);
    for (const kept of ['contract', 'contract_signature', 'file']) left.delete(kept);
    expect([...left]).toEqual([]);
  });
});
