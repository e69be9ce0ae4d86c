import { AlliancesModule } from '#libs/alliances';
import { Memberships, Roles } from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';

describe('people in alliances', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });
  afterAll(() => app.close());

  it('have roles in each alliance they take part in, and none in others', async () => {
    const [here, there] = [
      await app.world.alliance({ name: 'Ådal' }),
      await app.world.alliance({ name: 'Ærø' }),
    ];
    await app.world.alliance();
    const company = await app.world.organisation(there.id);
    const person = await app.world.person([
      { allianceId: here.id, role: 'secretariat' },
      { allianceId: there.id, role: 'partner', organisationId: company.id },
    ]);
    expect(await app.get(Roles).of(person.id)).toEqual([
      { allianceId: here.id, role: 'secretariat', organisationId: null },
      { allianceId: there.id, role: 'partner', organisationId: company.id },
    ]);
    const mine = await app.get(Memberships).of(person.actor(here.id));
    expect(mine.map(({ name, roles }) => [name, roles[0]?.role])).toEqual([
      ['Ærø', 'partner'],
      ['Ådal', 'secretariat'],
    ]);
  });

  it('whose role has ended have none', async () => {
    const alliance = await app.world.alliance();
    const person = await app.world.person([{ allianceId: alliance.id, role: 'member' }]);
    await app.database.query('update alliance_member set ended_at = now() where person_id = $1', [person.id]);
    expect(await app.get(Roles).of(person.id)).toEqual([]);
    expect(await app.get(Memberships).of(person.actor(alliance.id))).toEqual([]);
  });
});
