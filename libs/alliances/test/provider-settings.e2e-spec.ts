import { startIdentityProvider } from '#libs/testing';
import { me, ProviderWorld, refused, settings } from './provider.world.js';

let world: ProviderWorld;
beforeAll(async () => {
  world = await ProviderWorld.start();
});
afterAll(() => world.close());

describe('an identity provider set up by the administrator', () => {
  const path = '/api/v1/admin/identity-providers';
  type Problem = { code: string; errors?: { field: string }[] };

  it('shows its secret to nobody, and is nobody else’s business', async () => {
    const list = await world.admin.client.get(path);
    expect(list.status).toBe(200);
    expect(list.text).not.toContain(world.municipality.clientSecret);
    const rows = await world.app.database.query<{ sealed: Buffer }>(
      'select client_secret_sealed as sealed from identity_provider',
    );
    for (const { sealed } of rows) expect(sealed.includes(world.municipality.clientSecret)).toBe(false);
    const person = await world.app.world.person();
    expect((await person.client.get(path)).status).toBe(403);
    expect((await person.client.post(path, settings(world.municipality))).status).toBe(403);
  });

  it('keeps a domain to one provider, and open mail domains to none', async () => {
    const refusal = async (given: object) =>
      (await world.admin.client.post<Problem>(path, settings(world.municipality, given))).body;
    expect(await refusal({ emailDomains: ['kommunen.example'] })).toMatchObject({
      code: 'logins/domain-taken',
      errors: [{ field: 'emailDomains' }],
    });
    expect(await refusal({ emailDomains: ['GMAIL.com'] })).toMatchObject({ code: 'logins/domain-public' });
    expect(await refusal({})).toMatchObject({ code: 'logins/domain-needed' });
    expect(await refusal({ emailDomains: ['ny.example'], issuer: 'http://10.0.0.1/' })).toMatchObject({
      code: 'logins/issuer-unusable',
      errors: [{ field: 'issuer' }],
    });
    expect(await refusal({ emailDomains: ['ny.example'], issuer: 'http://login.example/' })).toMatchObject({
      code: 'logins/issuer-unusable',
    });
    const issuer = 'https://login.microsoftonline.com/common/v2.0';
    expect(await refusal({ emailDomains: ['ny.example'], issuer })).toMatchObject({
      code: 'logins/issuer-of-all',
      errors: [{ field: 'issuer' }],
    });
  });

  it('is changed on its latest version, keeps its secret, and keeps its issuer once logins are linked', async () => {
    const idp = await startIdentityProvider();
    const id = await world.add(idp, { emailDomains: ['skole.example'] });
    const { clientSecret: _, ...rest } = settings(idp, { emailDomains: ['skole.example'] });
    expect((await world.admin.client.put(`${path}/${id}`, rest, { ifMatch: 7 })).status).toBe(412);
    expect(
      (await world.admin.client.put(`${path}/${id}`, { ...rest, nameDa: 'Skolen' }, { ifMatch: 1 })).status,
    ).toBe(204);
    const person = await world.worker('lise@skole.example');
    idp.accounts.set('lise', { email: 'lise@skole.example', email_verified: true });
    expect(await me((await world.signIn('lise', { idp, providerId: id })).client)).toBe(person.id);
    const moved = await world.admin.client.put<Problem>(
      `${path}/${id}`,
      { ...rest, issuer: world.municipality.issuer },
      { ifMatch: 2 },
    );
    expect(moved.body).toMatchObject({ code: 'logins/kind-fixed', errors: [{ field: 'issuer' }] });

    const client = world.browser();
    const inside = (await world.signIn('lise', { idp, providerId: id })).client;
    expect(await me(inside)).toBe(person.id);
    const back = await idp.signIn(await world.begin(client, id), 'lise');
    await world.admin.client.put(`${path}/${id}`, { ...rest, isActive: false }, { ifMatch: 2 });
    await refused(await client.get(back), client, 404, /findes ikke/);
    expect([await me(inside), await me(person.client)]).toEqual([undefined, person.id]);
    expect((await client.post(`/api/v1/sign-in/providers/${id}/start`)).status).toBe(404);
    const { body } = await client.get<{ items: { id: string }[] }>('/api/v1/sign-in/providers');
    expect(body.items.map((each) => each.id)).not.toContain(id);

    expect((await world.admin.client.delete(`${path}/${id}`)).status).toBe(204);
    expect(
      await world.app.database.query('select id from person_login where provider_id = $1', [id]),
    ).toEqual([]);
    await idp.close();
  });

  it('is tested without anybody signing in', async () => {
    const states = async (id: string) =>
      (
        await world.admin.client.post<{ checks: { check: string; state: string }[] }>(`${path}/${id}/test`)
      ).body.checks.map(({ check, state }) => `${check} ${state}`);
    expect(await states(world.municipalityId)).toEqual([
      'address good',
      'discovery good',
      'flow good',
      'signature good',
      'client good',
    ]);
    const wrong = await world.admin.client.post<{ id: string }>(
      path,
      settings(world.municipality, { emailDomains: ['forkert.example'], clientSecret: 'wrong-secret' }),
    );
    expect((await states(wrong.body.id)).at(-1)).toBe('client bad');
    const away = await world.admin.client.post<{ id: string }>(
      path,
      settings(world.municipality, { emailDomains: ['vaek.example'], issuer: 'http://127.0.0.1:1' }),
    );
    expect(await states(away.body.id)).toEqual([
      'address good',
      'discovery bad',
      'flow untried',
      'signature untried',
      'client untried',
    ]);
    const answer = await world.browser().post<Problem>(`/api/v1/sign-in/providers/${away.body.id}/start`);
    expect([answer.status, answer.body.code]).toEqual([502, 'logins/provider-unreachable']);
  });
});
