import { newId } from '#libs/kernel';
import type { PersonDataExport } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { AlliancesModule } from '../src/index.js';

const other = 'arkiv@kommunen.example';

describe('the address of somebody to whom anchors are sent', () => {
  let app: TestApp;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
    admin = await app.world.person([], { isAdmin: true });
  });
  afterAll(() => app.close());

  const mailTo = async (...addresses: string[]): Promise<void> => {
    await app.database.query('update anchor_setting set mail_to = $1', [addresses]);
  };
  const setting = async (): Promise<{ mailTo: string[]; version: number }> =>
    (await admin.client.get<{ mailTo: string[]; version: number }>('/api/v1/admin/anchor-setting')).body;

  it('is handed out with the account and goes with it; the others stay', async () => {
    const person = await app.world.person([]);
    await mailTo(person.email.toUpperCase(), other);
    const { version } = await setting();
    const exported = await person.client.get<PersonDataExport>('/api/v1/me/person-data');
    const [place] = exported.body.places;
    expect([place?.alliance, place?.sections.map(({ key }) => key)]).toEqual([
      null,
      expect.arrayContaining(['anchor-address']),
    ]);
    expect(JSON.stringify(place)).not.toContain(other);
    const preview = await person.client.get<{ goes: { title: { en: string }; rows: number }[] }>(
      '/api/v1/me/erasure',
    );
    expect(preview.body.goes).toContainEqual(
      expect.objectContaining({
        title: expect.objectContaining({ en: 'Addressees of anchors' }) as unknown,
        rows: 1,
      }),
    );
    expect((await setting()).mailTo).toHaveLength(2);
    expect((await person.client.post('/api/v1/me/erasure', { confirmed: true })).body).toMatchObject({
      done: true,
    });
    expect(await setting()).toMatchObject({ mailTo: [other], version: version + 1 });
  });

  it('stays when somebody else goes, and the setting is not touched', async () => {
    await mailTo(other);
    const before = await setting();
    const person = await app.world.person([]);
    expect((await person.client.post('/api/v1/me/erasure', { confirmed: true })).status).toBe(200);
    expect(await setting()).toEqual(before);
  });

  it('is not reached from an alliance, by whoever writes it on a contact person', async () => {
    await mailTo(other);
    const { id: allianceId } = await app.world.alliance();
    const secretary = await app.world.person([{ allianceId, role: 'secretariat' }]);
    const { id: organisationId } = await app.world.organisation(allianceId, {
      contact: `Arkivet ${newId().slice(-4)}`,
      email: other,
    });
    const [contact] = await app.database.query<{ id: string }>(
      'select id from contact_person where organisation_id = $1',
      [organisationId],
    );
    const path = `/api/v1/alliances/${allianceId}/person-data/contact-person/${contact?.id ?? ''}`;
    const exported = await secretary.client.get<PersonDataExport>(path);
    expect(exported.body.places[0]?.sections.map(({ key }) => key)).toEqual(['contact-person']);
    expect((await secretary.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(200);
    expect((await setting()).mailTo).toEqual([other]);
  });
});
