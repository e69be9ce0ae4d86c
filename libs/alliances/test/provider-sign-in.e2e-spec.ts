import { inventCvr, type TestPerson } from '#libs/testing';
import { me, parameter, ProviderWorld, refused } from './provider.world.js';

let world: ProviderWorld;
beforeAll(async () => {
  world = await ProviderWorld.start();
});
afterAll(() => world.close());

describe('sign-in with an organisation’s identity provider', () => {
  it('lets in whom a verified address of its domain belongs to, and leads to the page asked for', async () => {
    const person = await world.worker('Karin@Kommunen.example');
    const who = world.employee('KARIN@kommunen.EXAMPLE');
    const { client, answer } = await world.signIn(who, { body: { to: '/a/alliancen/unge?q=x' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/alliancen/unge?q=x']);
    expect(await me(client)).toBe(person.id);
    const { body } = await client.get<{ items: { vouchedFor: string }[] }>('/api/v1/me/logins');
    expect(body.items).toMatchObject([{ vouchedFor: 'karin@kommunen.example' }]);
    const [session] = await world.app.database.query<{ method: string }>(
      `select method from session where person_id = $1 order by created_at desc limit 1`,
      [person.id],
    );
    expect(session?.method).toBe('provider');
  });

  it('knows its subject again when the address has changed', async () => {
    const person = await world.worker('ny@kommunen.example');
    const who = world.employee('ny@kommunen.example');
    await world.signIn(who);
    world.municipality.accounts.set(who, { email: 'gift@andetsted.example', email_verified: false });
    expect(await me((await world.signIn(who)).client)).toBe(person.id);
  });

  it('does not take the next holder of an address for the last one', async () => {
    const person = await world.worker('vikar@kommunen.example');
    await world.signIn(world.employee('vikar@kommunen.example'));
    const successor = world.employee('vikar@kommunen.example');
    const { client, answer } = await world.signIn(successor);
    await refused(answer, client, 409, /allerede tilknyttet et andet login/);
    // Whoever can read the mail of the address, and says so themselves, may.
    await person.client.get(
      await world.municipality.signIn(await world.linkUrl(person.client, world.municipalityId), successor),
    );
    expect(await me((await world.signIn(successor)).client)).toBe(person.id);
  });

  it('refuses an address it has not verified', async () => {
    await world.worker('uvist@kommunen.example');
    for (const email_verified of [false, undefined, 'true']) {
      const { client, answer } = await world.signIn(
        world.employee('uvist@kommunen.example', { email_verified }),
      );
      await refused(answer, client, 403, /står ikke inde for din mailadresse/);
    }
  });

  it('refuses an address of a domain that is not its own', async () => {
    await world.worker('chef@virksomhed.example');
    const { client, answer } = await world.signIn(world.employee('chef@virksomhed.example'));
    await refused(answer, client, 403, /hører ikke til den organisation/);
  });

  it('makes nobody who was not invited', async () => {
    const { client, answer } = await world.signIn(world.employee('ukendt@kommunen.example'));
    await refused(answer, client, 403, /Ingen er inviteret/);
    expect(
      await world.app.database.query('select id from person where email = $1', ['ukendt@kommunen.example']),
    ).toEqual([]);
  });

  it('makes the person whom an open invitation is addressed to', async () => {
    await world.invite({ email: 'inviteret@kommunen.example' });
    const { client, answer } = await world.signIn(world.employee('Inviteret@kommunen.example'));
    expect(answer.status).toBe(303);
    const { body } = await client.get<{ person: { email: string } }>('/api/v1/me');
    expect(body.person.email).toBe('inviteret@kommunen.example');
    await world.invite({ email: 'forsent@kommunen.example', expired: true });
    const late = await world.signIn(world.employee('forsent@kommunen.example'));
    await refused(late.answer, late.client, 403, /Ingen er inviteret/);
  });

  it('refuses whose access is closed, linked or not', async () => {
    const person = await world.worker('lukket@kommunen.example');
    const who = world.employee('lukket@kommunen.example');
    await world.signIn(who);
    await world.app.database.query('update person set deactivated_at = now() where id = $1', [person.id]);
    const linked = await world.signIn(who);
    await refused(linked.answer, linked.client, 403, /Din adgang er lukket/);
    const another = await world.signIn(world.employee('lukket@kommunen.example'));
    await refused(another.answer, another.client, 403, /adgang er lukket|Ingen er inviteret/);
  });

  it('leads nowhere else', async () => {
    await world.worker('videre@kommunen.example');
    const who = world.employee('videre@kommunen.example');
    for (const to of ['//ond.example', 'https://ond.example/', '/\\ond.example', '/api/v1/me']) {
      const { answer } = await world.signIn(who, { body: { to } });
      expect([to, answer.status, answer.headers.get('location')]).toEqual([to, 303, '/']);
    }
  });

  it('says so when somebody declines there', async () => {
    const client = world.browser();
    const back = await world.municipality.decline(await world.begin(client, world.municipalityId));
    await refused(await client.get(back), client, 400, /sendte dig tilbage/);
  });
});

describe('sign-in with MitID Erhverv', () => {
  const mitId = () => ({ idp: world.broker, providerId: world.brokerId });

  async function partner(cvr: string): Promise<{ person: TestPerson; allianceId: string }> {
    const { id: allianceId } = await world.app.world.alliance();
    const { id: organisationId } = await world.app.world.organisation(allianceId, { cvr });
    const person = await world.app.world.person([{ allianceId, role: 'partner', organisationId }]);
    return { person, allianceId };
  }

  it('is asked for by name at the world.broker, and lets nobody in who has not linked it', async () => {
    const cvr = inventCvr();
    await partner(cvr);
    const client = world.browser();
    const url = await world.begin(client, world.brokerId);
    expect([parameter(url, 'idp_values'), parameter(url, 'scope')]).toEqual([
      'mitid_erhverv',
      'openid nemlogin',
    ]);
    const answer = await client.get(await world.broker.signIn(url, world.professional(cvr)));
    await refused(answer, client, 403, /ikke tilknyttet endnu/);
  });

  it('is linked for a company one has a role for, and no longer counts when that role is over', async () => {
    const cvr = inventCvr();
    const { person, allianceId } = await partner(cvr);
    const who = world.professional(cvr);
    const linked = await person.client.get(
      await world.broker.signIn(await world.linkUrl(person.client, world.brokerId), who),
    );
    expect(linked.status).toBe(303);
    expect(await me((await world.signIn(who, mitId())).client)).toBe(person.id);
    const { body } = await person.client.get<{ items: { vouchedFor: string }[] }>('/api/v1/me/logins');
    expect(body.items).toMatchObject([{ vouchedFor: cvr }]);

    await world.app.database.query(
      'update alliance_member set ended_at = now() where alliance_id = $1 and person_id = $2',
      [allianceId, person.id],
    );
    const { client, answer } = await world.signIn(who, mitId());
    await refused(answer, client, 403, /som du ikke har en rolle for/);
  });

  it('of another company is neither linked nor let in', async () => {
    const { person } = await partner(inventCvr());
    const answer = await person.client.get(
      await world.broker.signIn(
        await world.linkUrl(person.client, world.brokerId),
        world.professional(inventCvr()),
      ),
    );
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('ikke har en rolle for')]);
    expect((await person.client.get<{ items: unknown[] }>('/api/v1/me/logins')).body.items).toEqual([]);
  });

  it('is not a private MitID', async () => {
    const cvr = inventCvr();
    const { person } = await partner(cvr);
    for (const claims of [{ identity_type: 'private' }, { idp: 'mitid' }, { 'nemlogin.cvr': undefined }]) {
      const answer = await person.client.get(
        await world.broker.signIn(
          await world.linkUrl(person.client, world.brokerId),
          world.professional(cvr, claims),
        ),
      );
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('privat MitID')]);
    }
  });

  it('answers a mailed invitation of that company, and neither a copied one nor another company’s', async () => {
    const cvr = inventCvr();
    const email = `ny-${cvr}@firma.example`;
    const { mailToken, linkToken } = await world.invite({ email, cvr });
    const attempt = (token: string, of: string) =>
      world.signIn(world.professional(of), {
        ...mitId(),
        body: { invitation: token, to: `/invitation/${token}` },
      });

    const copied = await attempt(linkToken, cvr);
    await refused(copied.answer, copied.client, 403, /ikke tilknyttet endnu/);
    const foreign = await attempt(mailToken, inventCvr());
    await refused(foreign.answer, foreign.client, 403, /som du ikke har en rolle for/);
    expect(await world.app.database.query('select id from person where email = $1', [email])).toEqual([]);

    const { client, answer } = await attempt(mailToken, cvr);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/invitation/${mailToken}`]);
    const { body } = await client.get<{ person: { email: string } }>('/api/v1/me');
    expect(body.person.email).toBe(email);
  });

  it('leaves no CPR number anywhere', async () => {
    const tables = await world.app.database.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables)
      expect([
        name,
        await world.app.database.query(`select 1 from ${name} t where t::text like '%0101017777%' limit 1`),
      ]).toEqual([name, []]);
  });
});
