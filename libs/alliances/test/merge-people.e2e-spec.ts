import { AlliancesModule } from '#libs/alliances';
import { People } from '#libs/platform';
import {
  findsOf,
  connectSocket,
  eventually,
  startTestApp,
  type TestApp,
  type TestPerson,
} from '#libs/testing';

const path = '/api/v1/admin/people';

describe('merging two records of one person', () => {
  let app: TestApp;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
    admin = await app.world.person([], { isAdmin: true });
  });
  afterAll(() => app.close());

  const merge = (into: TestPerson, from: TestPerson) =>
    admin.client.post(`${path}/${into.id}/merge`, { fromId: from.id });

  it('moves roles, responsibilities and addresses in all alliances, once where both had them', async () => {
    const [here, there] = [
      await app.world.alliance({ name: 'Her' }),
      await app.world.alliance({ name: 'Der' }),
    ];
    const into = await app.world.person([{ allianceId: here.id, role: 'member' }], { name: 'Bodil Krag' });
    const from = await app.world.person(
      [
        { allianceId: here.id, role: 'member' },
        { allianceId: here.id, role: 'secretariat' },
        { allianceId: there.id, role: 'secretariat' },
      ],
      { name: 'B. Krag' },
    );
    const company = await app.world.organisation(there.id);
    await app.database.query('update membership set contact_owner_id = $2 where organisation_id = $1', [
      company.id,
      from.id,
    ]);
    const preview = await admin.client.get(`${path}/${into.id}/merge?fromId=${from.id}`);
    expect(preview.body).toMatchObject({
      from: { name: 'B. Krag', emails: [from.email] },
      into: { name: 'Bodil Krag' },
      alliances: [{ name: 'Der', roles: ['secretariat'] }, { name: 'Her' }],
      moves: [
        { what: 'alliance_member.person_id', count: 3 },
        { what: 'membership.contact_owner_id', count: 1 },
        { what: 'person_address.person_id', count: 1 },
      ],
      endedSessions: 1,
    });
    const socket = await connectSocket(app.url, from.cookie, here.id);
    expect((await merge(into, from)).status).toBe(204);
    await eventually('the socket is cut off', () => Promise.resolve(!socket.socket.connected));
    expect((await from.client.get('/api/v1/me')).status).toBe(401);
    expect((await into.client.get('/api/v1/me')).body).toMatchObject({
      person: { name: 'Bodil Krag', email: into.email },
      alliances: [
        { name: 'Der', roles: [{ role: 'secretariat' }] },
        { name: 'Her', roles: [{ role: 'member' }, { role: 'secretariat' }] },
      ],
    });
    expect(
      (await into.client.get(`/api/v1/alliances/${there.id}/partners/${company.id}`)).body,
    ).toMatchObject({
      membership: { contactOwner: { id: into.id } },
    });
    expect(await app.get(People).findByEmail(from.email)).toMatchObject({ id: into.id, email: into.email });
    expect((await admin.client.get(`${path}/${from.id}`)).body).toMatchObject({
      state: 'merged',
      mergedInto: { id: into.id, name: 'Bodil Krag' },
      isAdmin: false,
      alliances: [],
    });
  });

  it('is for good: whoever went can neither be opened, merged again nor be merged into', async () => {
    const [into, from, third] = [
      await app.world.person(),
      await app.world.person(),
      await app.world.person(),
    ];
    await merge(into, from);
    expect((await admin.client.post(`${path}/${from.id}/reactivate`)).body).toMatchObject({
      code: 'platform/person-merged',
    });
    for (const [winner, loser] of [
      [third, from],
      [from, third],
    ] as const)
      expect((await merge(winner, loser)).body).toMatchObject({ code: 'platform/merge-not-possible' });
    expect((await merge(third, into)).status).toBe(204);
    expect((await admin.client.get(`${path}/${from.id}`)).body).toMatchObject({
      mergedInto: { id: third.id },
    });
  });

  it('is remembered when the one who stayed is erased: nothing of either is left', async () => {
    const alliance = await app.world.alliance();
    const into = await app.world.person([{ allianceId: alliance.id, role: 'member' }], {
      name: 'Ulla Umage',
    });
    const from = await app.world.person([], { name: 'U. Umage-Dobbelt' });
    const invited = { name: 'Ulla Umage', email: from.email, role: 'observer' };
    const head = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    await head.client.post(`/api/v1/alliances/${alliance.id}/invitations`, { ...invited, by: 'link' });
    expect((await merge(into, from)).status).toBe(204);
    const exported = await into.client.get('/api/v1/me/person-data');
    expect(exported.text).toContain(from.email);
    expect(exported.text).not.toContain('@invalid');
    expect((await into.client.post('/api/v1/me/erasure', { confirmed: true })).body).toMatchObject({
      done: true,
    });
    for (const trace of ['umage', from.email, into.email])
      expect(await findsOf(app.database, trace)).toEqual([]);
  });

  it('refuses oneself, the same person twice, and somebody shut out as the one who stays', async () => {
    const [person, closed] = [await app.world.person(), await app.world.person()];
    await app.database.query('update person set deactivated_at = now() where id = $1', [closed.id]);
    for (const [winner, loser] of [
      [person, admin],
      [person, person],
      [closed, person],
    ] as const)
      expect((await merge(winner, loser)).body).toMatchObject({ code: 'platform/merge-not-possible' });
    expect((await merge(person, closed)).status).toBe(204);
  });

  it('of the same two both ways at once happens once', async () => {
    const [one, other] = [await app.world.person(), await app.world.person()];
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('is not done for anybody but an administrator, not even by the database', async () => {
    const [one, other] = [await app.world.person(), await app.world.person()];
    expect((await one.client.post(`${path}/${one.id}/merge`, { fromId: other.id })).status).toBe(403);
    const [merged] = await app.database.query(
      `select set_config('app.person', $1, true), rygrad_merge_people($2::uuid, $1::text::uuid, now()) as done`,
      [one.id, other.id],
    );
    expect(merged).toMatchObject({ done: false });
    const counted = await app.database.query('select * from rygrad_count_person_references($1)', [other.id]);
    expect(counted).toEqual([]);
  });
});
