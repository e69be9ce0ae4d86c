import { newId } from '#libs/kernel';
import { type PersonDataExport, verifyChains } from '#libs/platform';
import { eventually, findsOf, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { AlliancesModule } from '../src/index.js';

const csv = (name: string, email: string): Uint8Array =>
  Buffer.from(
    `Navn;CVR;Kontaktperson;Mail\nSmedjen ApS;;${name};${email}\nAndre ApS;;Anders And;anders@andre.example\n`,
  );

describe('what is kept about a contact person', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });

  afterAll(() => app.close());

  async function world(): Promise<{
    alliance: { id: string };
    secretary: TestPerson;
    email: string;
    name: string;
    id: string;
    path: string;
  }> {
    const alliance = await app.world.alliance();
    const secretary = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    const mark = newId().slice(-8);
    const [name, email] = [`Karla Mærke${mark}`, `karla-${mark}@smedjen.example`];
    const { id: organisationId } = await app.world.organisation(alliance.id, { contact: name, email });
    const [row] = await app.database.query<{ id: string }>(
      'select id from contact_person where organisation_id = $1',
      [organisationId],
    );
    const id = row?.id ?? '';
    return {
      alliance,
      secretary,
      email,
      name,
      id,
      path: `/api/v1/alliances/${alliance.id}/person-data/contact-person/${id}`,
    };
  }

  it('is handed out whole, erased, and then there is nothing left to hand out, in any table', async () => {
    const { alliance, secretary, name, email, path, id } = await world();
    const uploaded = await secretary.client.upload(`/api/v1/alliances/${alliance.id}/partner-imports`, {
      name: 'partnere.csv',
      type: 'text/csv',
      bytes: csv(name, email),
    });
    expect(uploaded.status).toBe(201);
    await eventually('the lines of the list', async () =>
      (await findsOf(app.database, email)).includes('partner_import_row'),
    );
    expect(await findsOf(app.database, email)).toEqual([
      'contact_person',
      'file',
      'partner_import',
      'partner_import_row',
    ]);

    const exported = await secretary.client.get<PersonDataExport>(path);
    expect(exported.status).toBe(200);
    expect(exported.headers.get('cache-control')).toContain('no-store');
    expect(exported.body.subject).toEqual({ kind: 'contact-person', id, name });
    const [place] = exported.body.places;
    expect(place?.sections.map(({ key }) => key)).toEqual(['import-row', 'contact-person']);
    expect(JSON.stringify(place)).toContain(email);

    const preview = await secretary.client.get<{ goes: { rows: number }[]; stays: unknown[] }>(
      `${path}/erasure`,
    );
    expect(preview.body).toMatchObject({ name, goes: [{ rows: 2 }, { rows: 1 }] });
    expect(await findsOf(app.database, email)).toHaveLength(4);

    const erased = await secretary.client.post(`${path}/erasure`, { confirmed: true });
    expect([erased.status, erased.body]).toMatchObject([200, { done: true }]);
    expect((await secretary.client.get(path)).status).toBe(404);
    expect(await findsOf(app.database, email)).toEqual([]);
    expect(await findsOf(app.database, name)).toEqual([]);
    expect(await findsOf(app.database, 'Anders And')).toEqual(['partner_import_row']);
  });

  it.each(['the one signed in with', 'another one'])(
    'reaches nothing by an address of an account: %s',
    async (which) => {
      const { alliance, secretary, path, id } = await world();
      const person = await app.world.person([]);
      const email = which === 'another one' ? `${newId().slice(-8)}@privat.example` : person.email;
      if (email !== person.email)
        await app.database.query('insert into person_address (email, person_id) values ($1, $2)', [
          email,
          person.id,
        ]);
      await app.database.query('update contact_person set email = $1 where id = $2', [email, id]);
      const uploaded = await secretary.client.upload(`/api/v1/alliances/${alliance.id}/partner-imports`, {
        name: 'partnere.csv',
        type: 'text/csv',
        bytes: csv('Mads Mark', email),
      });
      expect(uploaded.status).toBe(201);
      await eventually('the lines of the list', async () =>
        (await findsOf(app.database, email)).includes('partner_import_row'),
      );
      const { body } = await secretary.client.get<PersonDataExport>(path);
      expect(body.places[0]?.sections.map(({ key }) => key)).toEqual(['contact-person']);
      expect((await secretary.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(200);
      expect(await findsOf(app.database, email)).toContain('partner_import_row');
    },
  );

  it('is handed out as a PDF, too', async () => {
    const { secretary, path } = await world();
    const answer = await secretary.client.get(`${path}/pdf`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.text).toMatch(/^%PDF-1\.7/);
    expect(answer.headers.get('content-disposition')).not.toContain('Karla');
  });

  it('says who has seen it, when and why, the handing out too', async () => {
    const { secretary, path } = await world();
    await secretary.client.get(path);
    const { body } = await secretary.client.get<{ items: { who: string; purpose: string }[]; total: number }>(
      `${path}/access-log`,
    );
    expect(body.items).toMatchObject([{ who: secretary.name, purpose: 'export' }]);
    const again = await secretary.client.get<PersonDataExport>(path);
    expect(again.body.places[0]?.accessLog.map(({ purpose }) => purpose)).toEqual(['access-log', 'export']);
  });

  it('is nobody’s but the secretariat’s, and not another alliance’s', async () => {
    const { alliance, path, id } = await world();
    const foreign = await world();
    const caseworker = await app.world.person([{ allianceId: alliance.id, role: 'caseworker' }]);
    const member = await app.world.person([{ allianceId: alliance.id, role: 'member' }]);
    expect((await caseworker.client.get(path)).status).toBe(403);
    expect((await member.client.get(path)).status).toBe(403);
    expect((await caseworker.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(403);
    const theirs = `/api/v1/alliances/${foreign.alliance.id}/person-data/contact-person`;
    for (const piece of ['', '/pdf', '/access-log', '/erasure'])
      expect((await foreign.secretary.client.get(`${theirs}/${id}${piece}`)).status).toBe(404);
    expect((await foreign.secretary.client.post(`${theirs}/${id}/erasure`, { confirmed: true })).status).toBe(
      404,
    );
    expect(await findsOf(app.database, id)).toContain('contact_person');
  });

  it('needs a session that was just confirmed, to hand out and to erase', async () => {
    const { secretary, path } = await world();
    await app.database.query(
      `update session set confirmed_at = now() - interval '1 hour' where person_id = $1`,
      [secretary.id],
    );
    for (const piece of ['', '/pdf']) {
      const { status, body } = await secretary.client.get<{ code: string }>(`${path}${piece}`);
      expect([status, body.code]).toEqual([403, 'platform/step-up-needed']);
    }
    const refused = await secretary.client.post<{ code: string }>(`${path}/erasure`, { confirmed: true });
    expect(refused.body.code).toBe('platform/step-up-needed');
  });

  it('is erased once, however often it is asked for at the same time', async () => {
    const { alliance, secretary, path, email } = await world();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => secretary.client.post(`${path}/erasure`, { confirmed: true })),
    );
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 404)).toEqual(
      [],
    );
    expect(await findsOf(app.database, email)).toEqual([]);
    const rows = await app.database.query('select done_at from erasure where alliance_id = $1', [
      alliance.id,
    ]);
    expect(rows).toHaveLength(1);
    const erased = await app.database.query(
      `select id from event where alliance_id = $1 and type = 'person-data.erased'`,
      [alliance.id],
    );
    expect(erased).toHaveLength(1);
  });

  it('leaves the chain of events whole', async () => {
    const { alliance, secretary, path } = await world();
    await secretary.client.get(path);
    await secretary.client.post(`${path}/erasure`, { confirmed: true });
    await eventually('the seals', async () => {
      const [row] = await app.database.query<{ open: number }>(
        `select count(*)::int as open from event e where alliance_id = $1
           and not exists (select from event_seal s where s.event_id = e.id)`,
        [alliance.id],
      );
      return row?.open === 0;
    });
    const reports = await verifyChains((sql, parameters) => app.database.query(sql, parameters));
    const report = reports.find(({ allianceId }) => allianceId === alliance.id);
    expect(report?.broken).toBeUndefined();
    expect(report?.events).toBe(3);
  });
});
