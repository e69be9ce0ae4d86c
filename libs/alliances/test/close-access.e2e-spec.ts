import { AlliancesModule } from '#libs/alliances';
import { newId } from '#libs/kernel';
import {
  connectSocket,
  eventually,
  startTestApp,
  type TestApp,
  TestClient,
  type TestPerson,
} from '#libs/testing';

const path = '/api/v1/admin/people';

describe('the administrator', () => {
  let app: TestApp;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
    admin = await app.world.person([], { isAdmin: true, name: 'Ada Administrator' });
  });
  afterAll(() => app.close());

  it('finds people by name and by any of their addresses, and sees no more than who they are', async () => {
    const alliance = await app.world.alliance({ name: 'Alliancen på Fur' });
    const person = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }], {
      name: 'Søren Ærø',
    });
    await app.database.query('insert into person_address (email, person_id) values ($1, $2)', [
      'soeren@privat.example',
      person.id,
    ]);
    for (const q of ['søren ær', 'SOEREN@privat']) {
      const { body } = await admin.client.get<{ items: object[] }>(`${path}?q=${encodeURIComponent(q)}`);
      expect(body.items).toMatchObject([{ id: person.id, addresses: 2, isAdmin: false, state: 'active' }]);
    }
    expect((await admin.client.get(`${path}/${person.id}`)).body).toMatchObject({
      name: 'Søren Ærø',
      isYou: false,
      sessions: 1,
      addresses: [{ email: person.email, isPrimary: true }, { email: 'soeren@privat.example' }],
      alliances: [{ name: 'Alliancen på Fur', roles: ['secretariat'] }],
    });
    expect((await admin.client.get(`/api/v1/alliances/${alliance.id}`)).status).toBe(404);
    expect((await admin.client.get(`${path}/${newId()}`)).status).toBe(404);
    for (const ask of ['', `/${person.id}`])
      expect((await person.client.get(`${path}${ask}`)).status).toBe(403);
  });

  it('closes an access at once: session, socket, sign-in links and links to single things', async () => {
    const alliance = await app.world.alliance();
    const person = await app.world.person([{ allianceId: alliance.id, role: 'member' }]);
    const socket = await connectSocket(app.url, person.cookie, alliance.id);
    await app.database.query(
      `insert into link (id, alliance_id, purpose, subject_id, token_hash, name, email, locale, created_at, expires_at)
       select gen_random_uuid(), $1, 'contract', $1, sha256(e::bytea), 'x', e, 'da', now(), now() + interval '1 day'
       from unnest($2::text[]) e`,
      [alliance.id, [person.email.toUpperCase(), 'anden@virksomhed.example']],
    );
    expect((await admin.client.post(`${path}/${person.id}/deactivate`)).status).toBe(204);
    expect((await person.client.get('/api/v1/me')).status).toBe(401);
    // Sooner than the check of all sockets every thirty seconds: the hint did it.
    await eventually('the socket is cut off', () => Promise.resolve(!socket.socket.connected));
    const links = await app.database.query(
      'select revoked_at is not null as revoked from link order by email',
    );
    expect(links).toEqual([{ revoked: false }, { revoked: true }]);
    await new TestClient(app.url).post('/api/v1/sign-in', { email: person.email });
    const asked = await app.database.query('select id from sign_in where person_id = $1', [person.id]);
    expect(asked).toEqual([]);
    expect((await admin.client.get(`${path}?state=deactivated`)).body).toMatchObject({
      items: [{ id: person.id, state: 'deactivated' }],
    });
    expect((await admin.client.post(`${path}/${person.id}/deactivate`)).body).toMatchObject({
      code: 'platform/person-deactivated',
    });
    expect((await admin.client.post(`${path}/${person.id}/reactivate`)).status).toBe(204);
    expect((await person.client.get('/api/v1/me')).status).toBe(401);
    expect(
      await app.database.query('select role from alliances_member where person_id = $1', [person.id]),
    ).toEqual([{ role: 'member' }]);
    expect((await admin.client.post(`${path}/${person.id}/reactivate`)).body).toMatchObject({
      code: 'platform/person-not-deactivated',
    });
  });

  it('closes neither the own access nor that of the last administrator, whoever closes whose at once', async () => {
    expect((await admin.client.post(`${path}/${admin.id}/deactivate`)).body).toMatchObject({
      code: 'platform/not-yourself',
    });
    const other = await app.world.person();
    expect((await admin.client.post(`${path}/${other.id}/administrator`, { isAdmin: true })).status).toBe(
      204,
    );
    expect((await other.client.get('/api/v1/me')).body).toMatchObject({ person: { isAdmin: true } });
    const answers = await Promise.all([
      admin.client.post(`${path}/${other.id}/administrator`, { isAdmin: false }),
      other.client.post(`${path}/${admin.id}/administrator`, { isAdmin: false }),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    await app.database.query('update person set is_admin = (id = $1)', [admin.id]);
    await eventually('the roles are known', async () => (await admin.client.get(path)).status === 200);
  });

  it('confirms who they are before any of it', async () => {
    const person = await app.world.person();
    const late = await app.world.person([], { isAdmin: true });
    await app.database.query(
      `update session set confirmed_at = now() - interval '1 hour' where person_id = $1`,
      [late.id],
    );
    for (const step of ['deactivate', 'reactivate', 'administrator', 'merge'])
      expect((await late.client.post(`${path}/${person.id}/${step}`, bodyOf(step))).body).toMatchObject({
        code: 'platform/step-up-needed',
      });
  });

  const bodyOf = (step: string): object =>
    step === 'administrator' ? { isAdmin: true } : step === 'merge' ? { fromId: newId() } : {};
});
