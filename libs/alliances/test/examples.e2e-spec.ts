import { AlliancesModule } from '#libs/alliances';
import { startTestApp, type TestApp } from '#libs/testing';

describe('the example alliance', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });

  afterAll(async () => {
    await app.close();
  });

  const load = (client: TestApp['world']['stranger']) =>
    client.post<{ id: string; slug: string }>('/api/v1/example-alliances', { example: 'ungegarantien' });

  const leftIn = async (allianceId: string): Promise<string[]> => {
    const tables = await app.database.query<{ name: string }>(
      `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'alliance_id' and table_type = 'BASE TABLE'`,
    );
    const left: string[] = [];
    for (const { name } of tables) {
      const rows = await app.database.query(`select from ${name} where alliance_id = $1 limit 1`, [
        allianceId,
      ]);
      if (rows.length > 0) left.push(name);
    }
    return left;
  };

  it('is loaded by an administrator, is labelled, is gone with one click and can be had again', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const first = await load(admin.client);
    expect(first.status).toBe(201);
    const me = await admin.client.get<{
      alliances: { id: string; isExample: boolean; roles: { role: string }[] }[];
    }>('/api/v1/me');
    expect(me.body.alliances).toMatchObject([{ id: first.body.id, isExample: true }]);
    expect(me.body.alliances[0]?.roles.map((held) => held.role).sort()).toEqual([
      'caseworker',
      'member',
      'secretariat',
    ]);
    expect((await load(admin.client)).body).toMatchObject({ code: 'alliances/example-exists' });
    expect((await admin.client.delete(`/api/v1/alliances/${first.body.id}/example`)).status).toBe(204);
    expect(await leftIn(first.body.id)).toEqual([]);
    const gone = await admin.client.get<{ alliances: unknown[] }>('/api/v1/me');
    expect(gone.body.alliances).toEqual([]);
    const again = await load(admin.client);
    expect(again.status).toBe(201);
    expect((await admin.client.delete(`/api/v1/alliances/${again.body.id}/example`)).status).toBe(204);
  });

  it('is one, however many ask at once', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const answers = await Promise.all([load(admin.client), load(admin.client), load(admin.client)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    const made = answers.find((answer) => answer.status === 201);
    await admin.client.delete(`/api/v1/alliances/${made?.body.id ?? ''}/example`);
  });

  it('is not for somebody who is no administrator', async () => {
    const person = await app.world.person();
    expect((await load(person.client)).status).toBe(403);
  });

  it('never takes an alliance of one’s own away', async () => {
    const own = await app.world.alliance();
    const person = await app.world.person([{ allianceId: own.id, role: 'secretariat' }]);
    const answer = await person.client.delete(`/api/v1/alliances/${own.id}/example`);
    expect(answer.body).toMatchObject({ code: 'alliances/not-an-example' });
    expect(await leftIn(own.id)).toContain('alliance_member');
  });

  it('is out of reach from another alliance', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const example = (await load(admin.client)).body;
    const own = await app.world.alliance();
    const other = await app.world.person([{ allianceId: own.id, role: 'secretariat' }]);
    const foreign = await other.client.delete(`/api/v1/alliances/${example.id}/example`);
    expect(foreign.status).toBe(404);
    await admin.client.delete(`/api/v1/alliances/${example.id}/example`);
  });
});
