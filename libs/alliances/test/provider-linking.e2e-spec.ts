import { newId } from '#libs/kernel';
import { TestClient } from '#libs/testing';
import { me, ProviderWorld, refused } from './provider.world.js';

let world: ProviderWorld;
beforeAll(async () => {
  world = await ProviderWorld.start();
});
afterAll(() => world.close());

describe('a login at an identity provider, linked while signed in,', () => {
  it('counts from then on, and not when it is somebody else’s', async () => {
    const person = await world.app.world.person();
    const who = world.account(world.municipality, { email: 'privat@andetsted.example' });
    const linked = await person.client.get(
      await world.municipality.signIn(await world.linkUrl(person.client, world.municipalityId), who),
    );
    expect([linked.status, linked.headers.get('location')]).toEqual([303, '/konto']);
    expect(await me((await world.signIn(who)).client)).toBe(person.id);

    const other = await world.app.world.person();
    const taken = await other.client.get(
      await world.municipality.signIn(await world.linkUrl(other.client, world.municipalityId), who),
    );
    expect([taken.status, taken.text]).toEqual([409, expect.stringContaining('tilknyttet en anden person')]);
  });

  it('asks for a fresh confirmation', async () => {
    const person = await world.app.world.person();
    await world.app.database.query(
      `update session set confirmed_at = now() - interval '1 hour' where person_id = $1`,
      [person.id],
    );
    const answer = await person.client.post<{ code: string }>(
      `/api/v1/me/logins/${world.municipalityId}/start`,
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'platform/step-up-needed']);
  });

  it('is not for another session that comes to the same browser', async () => {
    const person = await world.app.world.person();
    const other = await world.app.world.person();
    const who = world.account(world.municipality, {});
    const back = await world.municipality.signIn(
      await world.linkUrl(person.client, world.municipalityId),
      who,
    );
    const mixed = new TestClient(
      world.app.url,
      person.client.cookie.replace(/rygrad_session=[^;]*/, other.cookie),
    );
    expect((await mixed.get(back)).status).toBe(410);
    expect((await person.client.get<{ items: unknown[] }>('/api/v1/me/logins')).body.items).toEqual([]);
    expect((await other.client.get<{ items: unknown[] }>('/api/v1/me/logins')).body.items).toEqual([]);
  });

  it('can be removed by its owner only, and then no longer counts', async () => {
    const person = await world.app.world.person();
    const other = await world.app.world.person();
    const who = world.account(world.municipality, {});
    await person.client.get(
      await world.municipality.signIn(await world.linkUrl(person.client, world.municipalityId), who),
    );
    const [login] = (await person.client.get<{ items: { id: string }[] }>('/api/v1/me/logins')).body.items;
    const path = `/api/v1/me/logins/${login?.id ?? ''}`;
    const [theirs, nobodys] = [
      await other.client.delete(path),
      await other.client.delete(`/api/v1/me/logins/${newId()}`),
    ];
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    const elsewhere = (await world.signIn(who)).client;
    expect(await me(elsewhere)).toBe(person.id);
    expect((await person.client.delete(path)).status).toBe(204);
    expect([await me(elsewhere), await me(person.client)]).toEqual([undefined, person.id]);
    const { client, answer } = await world.signIn(who);
    await refused(answer, client, 403, /står ikke inde/);
  });
});
