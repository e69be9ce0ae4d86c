import { AlliancesModule } from '#libs/alliances';
import { startTestApp, type TestApp } from '#libs/testing';

interface Created {
  id: string;
  slug: string;
}

describe('an alliance', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });
  afterAll(() => app.close());

  it('is started by an administrator, who becomes its secretariat at once', async () => {
    const { client } = await app.world.person([], { isAdmin: true });
    const made = await client.post<Created>('/api/v1/alliances', { name: 'Ungegarantien på Læsø' });
    expect(made).toMatchObject({ status: 201, body: { slug: 'ungegarantien-paa-laesoe' } });
    const address = `/api/v1/alliances/${made.body.id}`;
    expect((await client.get(address)).body).toMatchObject({
      name: 'Ungegarantien på Læsø',
      isExample: false,
      settings: { enquiryResponseDays: 5, contractMonths: 24, smallestCell: 5 },
      version: 1,
    });
    expect((await client.get(`${address}/members`)).body).toMatchObject({ items: [{ role: 'secretariat' }] });
  });

  it('gets an address of its own when the name is taken, also when two start at once', async () => {
    const { client } = await app.world.person([], { isAdmin: true });
    const start = () => client.post<Created>('/api/v1/alliances', { name: 'Medvind i Østerbyen' });
    const slugs = (await Promise.all([start(), start(), start()])).map(({ body }) => body.slug);
    expect(slugs.sort()).toEqual([
      'medvind-i-oesterbyen',
      'medvind-i-oesterbyen-2',
      'medvind-i-oesterbyen-3',
    ]);
    const chosen = await client.post('/api/v1/alliances', { name: 'x', slug: 'medvind-i-oesterbyen' });
    expect(chosen).toMatchObject({
      status: 409,
      body: { code: 'alliances/slug-taken', errors: [{ field: 'slug' }] },
    });
  });

  it('is not started by just anybody', async () => {
    const there = await app.world.alliance();
    const member = await app.world.person([{ allianceId: there.id, role: 'member' }]);
    const secretariat = await app.world.person([{ allianceId: there.id, role: 'secretariat' }]);
    expect((await member.client.post('/api/v1/alliances', { name: 'Min' })).body).toMatchObject({
      code: 'alliances/may-not-create',
    });
    expect((await secretariat.client.post('/api/v1/alliances', { name: 'Vores' })).status).toBe(201);
    expect((await app.world.stranger.post('/api/v1/alliances', { name: 'x' })).status).toBe(401);
  });

  it('is not open to an administrator who takes no part in it', async () => {
    const alliance = await app.world.alliance();
    const { client } = await app.world.person([], { isAdmin: true });
    expect((await client.get(`/api/v1/alliances/${alliance.id}`)).status).toBe(404);
  });

  it('is edited by its secretariat, within bounds', async () => {
    const alliance = await app.world.alliance();
    const { client } = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    const address = `/api/v1/alliances/${alliance.id}`;
    const input = {
      name: 'Nyt navn',
      purpose: 'Alle unge med',
      horizonFrom: '2020-01-01',
      horizonTo: '2031-12-31',
      settings: { enquiryResponseDays: 3 },
    };
    expect((await client.put(address, input, { ifMatch: 1 })).body).toMatchObject({
      name: 'Nyt navn',
      version: 2,
      horizonTo: '2031-12-31',
      settings: { enquiryResponseDays: 3, contractReminderDays: 7 },
    });
    expect((await client.put(address, input, { ifMatch: 1 })).status).toBe(412);
    expect(
      (await client.put(address, { ...input, horizonTo: '2019-01-01' }, { ifMatch: 2 })).body,
    ).toMatchObject({
      code: 'alliances/horizon-backwards',
    });
    expect(
      (await client.put(address, { ...input, settings: { smallestCell: 3 } }, { ifMatch: 2 })).status,
    ).toBe(422);
  });

  it('never loses its last secretariat, also when two remove each other', async () => {
    const alliance = await app.world.alliance();
    const people = [1, 2].map(() => app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]));
    const [one, other] = await Promise.all(people);
    if (one === undefined || other === undefined) throw new Error('no people');
    const address = `/api/v1/alliances/${alliance.id}/members`;
    const { items } = (await one.client.get<{ items: { id: string; personId: string }[] }>(address)).body;
    const idOf = (personId: string) => items.find((each) => each.personId === personId)?.id ?? '';
    const answers = await Promise.all([
      one.client.delete(`${address}/${idOf(other.id)}`),
      other.client.delete(`${address}/${idOf(one.id)}`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});
