import { AlliancesModule, PartnerStatus } from '#libs/alliances';
import { newId } from '#libs/kernel';
import { readSpreadsheet } from '#libs/platform';
import { eventually, inventCvr, startTestApp, type TestApp } from '#libs/testing';
import { newAlliance } from './import.builder.js';

interface Page {
  items: {
    id: string;
    name: string;
    status: string;
    contactOwner: { name: string } | null;
    contractStatus: string | null;
  }[];
  total: number;
  next: string | null;
}
interface Detail {
  id: string;
  version: number;
  name: string;
  cvr: string | null;
  contacts: { id: string; name: string; email: string | null; phone: string | null; isPrimary: boolean }[];
  membership: {
    status: string;
    joinedOn: string;
    changes: { status: string; reason: string | null; recordedBy: string }[];
  };
}

describe('partners', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule] });
  });
  afterAll(() => app.close());

  async function place() {
    const { client, allianceId } = await newAlliance(app);
    const base = `/api/v1/alliances/${allianceId}/partners`;
    const add = async (body: object) => {
      const answer = await client.post<{ id: string }>(base, body);
      if (answer.status !== 201) throw new Error(answer.text);
      return answer.body.id;
    };
    const read = async (id: string) => (await client.get<Detail>(`${base}/${id}`)).body;
    const list = async (query = '') => (await client.get<Page>(`${base}${query}`)).body;
    return { client, allianceId, base, add, read, list };
  }

  it('are added by hand, found with all that is known, and stand in the feed', async () => {
    const { client, base, add, read } = await place();
    const cvr = inventCvr();
    const id = await add({
      name: '  Tårs   Tømrer ',
      cvr: `DK ${cvr}`,
      city: 'Tårs',
      joinedOn: '2024-11-15',
      contacts: [{ name: 'Åse Toft', email: 'aase@taars.example', phone: '98 96 12 34' }],
    });
    expect(await read(id)).toMatchObject({
      name: 'Tårs Tømrer',
      cvr,
      kind: 'company',
      version: 1,
      membership: { status: 'joined', joinedOn: '2024-11-15', changes: [] },
      contacts: [{ name: 'Åse Toft', phone: '+4598961234', isPrimary: true }],
    });
    const history = await eventually('the event is in the history', async () => {
      const { body } = await client.get<{ items: { type: string }[] }>(
        `${base.replace('partners', 'audit')}?subject=partner:${id}`,
      );
      return body.items.length > 0 ? body.items : undefined;
    });
    expect(history.map(({ type }) => type)).toEqual(['alliances.partner-added']);
  });

  it('with a CVR number that cannot be are refused with the field', async () => {
    const { client, base } = await place();
    expect(await client.post(base, { name: 'x', cvr: '12345678' })).toMatchObject({
      status: 422,
      body: { code: 'alliances/cvr-invalid', errors: [{ field: 'cvr' }] },
    });
    expect(await client.post(base, { name: '', hvad: 1 })).toMatchObject({
      status: 422,
      body: { code: 'platform/invalid-input' },
    });
  });

  it('of one CVR number are one, also when two add it at once; another alliance may have it too', async () => {
    const { client, base } = await place();
    const cvr = inventCvr();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => client.post(base, { name: `Firma ${String(n)}`, cvr })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'alliances/cvr-taken' });
    const elsewhere = await place();
    await elsewhere.add({ name: 'Firma', cvr });
  });

  it('are edited on the version one has seen; a lost update is refused', async () => {
    const { client, base, add, read } = await place();
    const id = await add({ name: 'Før', contacts: [{ name: 'A' }, { name: 'B', isPrimary: true }] });
    const before = await read(id);
    const [b, a] = before.contacts;
    const contacts = [{ id: a?.id, name: 'A', isPrimary: true }, { name: 'C' }];
    const edited = await client.put<Detail>(`${base}/${id}`, { name: 'Efter', contacts }, { ifMatch: 1 });
    expect(edited.body).toMatchObject({
      name: 'Efter',
      version: 2,
      membership: { joinedOn: before.membership.joinedOn },
    });
    expect(edited.body.contacts.map(({ name, isPrimary }) => [name, isPrimary])).toEqual([
      ['A', true],
      ['C', false],
    ]);
    expect(edited.body.contacts.some(({ id: kept }) => kept === b?.id)).toBe(false);
    expect((await client.put(`${base}/${id}`, { name: 'Forsinket' }, { ifMatch: 1 })).body).toMatchObject({
      code: 'platform/stale',
    });
    expect((await client.put(`${base}/${id}`, { name: 'Uden' })).status).toBe(428);
    const both = await Promise.all(
      ['X', 'Y'].map((name) => client.put(`${base}/${id}`, { name }, { ifMatch: 2 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('have contact owners from the alliance only, and contacts of their own', async () => {
    const { client, base, add, allianceId, list } = await place();
    const stranger = await app.world.person();
    const worker = await app.world.person([{ allianceId, role: 'caseworker' }], {
      name: 'Karen Sagsbehandler',
    });
    expect((await client.post(base, { name: 'x', contactOwnerId: stranger.id })).body).toMatchObject({
      code: 'alliances/contact-owner-unknown',
    });
    await add({ name: 'Har', contactOwnerId: worker.id });
    const id = await add({ name: 'Uden', contacts: [{ name: 'A' }] });
    const foreign = { name: 'Uden', contacts: [{ id: newId(), name: 'A' }] };
    expect((await client.put(`${base}/${id}`, foreign, { ifMatch: 1 })).body).toMatchObject({
      code: 'alliances/contact-unknown',
    });
    expect((await list(`?contactOwner=${worker.id}`)).items).toMatchObject([
      { name: 'Har', contactOwner: { name: 'Karen Sagsbehandler' } },
    ]);
    expect((await list('?contactOwner=none')).items).toMatchObject([{ name: 'Uden' }]);
  });

  it('are found by their name before their town, page by page', async () => {
    const { add, list } = await place();
    for (const name of ['Aagaard Fisk', 'Byg 100% ApS', 'Zoo']) await add({ name, city: 'Hjørring' });
    for (const name of ['Musikhuset i Hjørring', 'Hjørring Kommune']) await add({ name, city: 'Vrå' });
    const inOrder = ['Hjørring Kommune', 'Musikhuset i Hjørring', 'Byg 100% ApS', 'Zoo', 'Aagaard Fisk'];
    expect((await list('?q=hjørring&sort=match')).items.map(({ name }) => name)).toEqual(inOrder);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await list(`?q=hjørring&sort=match&limit=2${next === '' ? '' : `&after=${next}`}`);
      seen.push(...page.items.map(({ name }) => name));
      next = page.next;
    }
    expect(seen).toEqual(inOrder);
    expect((await list('?q=0%25&sort=match')).items.map(({ name }) => name)).toEqual(['Byg 100% ApS']);
    expect((await list('?sort=match')).items).toHaveLength(5);
  });

  it('are listed by Danish alphabet, page by page, searched and filtered', async () => {
    const { add, list } = await place();
    const names = ['Ørsted', 'Aalborg El', 'Æblegården', 'Zoo', 'Ågård', 'Brød'];
    for (const name of names)
      await add({ name, sector: name < 'C' ? 'Byggeri' : 'Handel', city: name === 'Zoo' ? null : 'Vrå' });
    expect((await list('?sort=name')).items.map(({ name }) => name)).toEqual([
      'Brød',
      'Zoo',
      'Æblegården',
      'Ørsted',
      'Ågård',
      'Aalborg El',
    ]);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page = await list(
        `?sort=-name&limit=2${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`,
      );
      expect(page.total).toBe(6);
      seen.push(...page.items.map(({ name }) => name));
      next = page.next;
    }
    expect(seen).toEqual(['Aalborg El', 'Ågård', 'Ørsted', 'Æblegården', 'Zoo', 'Brød']);
    expect((await list('?sector=Byggeri,Fiskeri')).total).toBe(2);
    expect((await list('?q=ÆBLE')).items.map(({ name }) => name)).toEqual(['Æblegården']);
    expect((await list('?q=100%25')).total).toBe(0);
    expect((await list('?sort=city')).items.at(-1)?.name).toBe('Zoo');
  });

  it('answer 304 to whoever has the list already', async () => {
    const { client, base, add } = await place();
    await add({ name: 'En' });
    const ask = (etag: string) =>
      fetch(app.url + base, { headers: { cookie: client.cookie, 'if-none-match': etag } });
    const etag = (await ask('')).headers.get('etag') ?? '';
    expect((await ask(etag)).status).toBe(304);
    await add({ name: 'To' });
    expect((await ask(etag)).status).toBe(200);
  });

  it('pause, leave and return, with a history', async () => {
    const { client, base, add, read } = await place();
    const id = await add({ name: 'Elgården', joinedOn: '2024-01-01' });
    const change = (status: string, effectiveOn: string, ifMatch: number) =>
      client.post<Detail>(
        `${base}/${id}/membership-changes`,
        { status, effectiveOn, reason: 'travlt' },
        { ifMatch },
      );
    expect((await change('paused', '2025-01-01', 1)).body.membership).toMatchObject({ status: 'paused' });
    expect((await change('left', '2025-02-01', 1)).status).toBe(412);
    expect((await change('left', '2024-12-01', 2)).body).toMatchObject({
      code: 'alliances/membership-before-last',
    });
    expect((await change('left', '2025-02-01', 2)).status).toBe(200);
    expect((await change('paused', '2025-03-01', 3)).body).toMatchObject({
      code: 'alliances/membership-not-possible',
    });
    expect((await change('joined', '2025-03-01', 3)).status).toBe(200);
    expect((await read(id)).membership.changes.map(({ status }) => status)).toEqual([
      'paused',
      'left',
      'joined',
    ]);
  });

  it('are exported with the list’s filters, harmless to spreadsheet programs and readable by the import', async () => {
    const { client, base, add } = await place();
    await add({
      name: '=1+1',
      city: 'Vrå',
      placementPlaces: 1.5,
      contacts: [{ name: '@Bo', phone: '+45 20 20 20 20' }],
    });
    await add({ name: 'Andet', city: 'Tårs' });
    for (const format of ['csv', 'xlsx']) {
      const answer = await fetch(
        `${app.url}${base}/export?format=${format}&city=${encodeURIComponent('Vrå')}`,
        {
          headers: { cookie: client.cookie },
        },
      );
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`filename\\*=UTF-8''Partnere.*\\.${format}$`),
      );
      const sheet = await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()));
      expect(sheet.rows).toHaveLength(1);
      const cell = (header: string) => sheet.rows[0]?.cells[sheet.header.indexOf(header)];
      expect(['Virksomhed', 'By', 'Kontaktperson', 'Telefon', 'Praktikpladser'].map(cell)).toEqual([
        "'=1+1",
        'Vrå',
        "'@Bo",
        '20 20 20 20',
        '1,5',
      ]);
    }
  });

  it('of another alliance, or unknown, answer the same', async () => {
    const [here, there] = [await place(), await place()];
    const id = await there.add({ name: 'Fremmed' });
    const answers = await Promise.all(
      [id, newId()].map(async (each) => {
        const { status, body } = await here.client.get<{ correlationId: string }>(`${here.base}/${each}`);
        return { status, body: { ...body, correlationId: '' } };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(404);
    expect((await here.client.put(`${here.base}/${id}`, { name: 'Kapret' }, { ifMatch: 1 })).status).toBe(
      404,
    );
    expect((await here.client.get(there.base)).status).toBe(404);
  });

  it('are seen by caseworkers and members, themselves by a partner, and not by an observer', async () => {
    const { allianceId, base, add } = await place();
    const [own, other] = [await add({ name: 'Egen' }), await add({ name: 'Anden' })];
    const as = async (role: 'caseworker' | 'member' | 'observer' | 'partner') =>
      (
        await app.world.person([
          {
            allianceId,
            role,
            ...(role === 'partner' || role === 'caseworker' ? { organisationId: own } : {}),
          },
        ])
      ).client;
    const partner = await as('partner');
    expect((await partner.get<Page>(base)).body.items.map(({ name }) => name)).toEqual(['Egen']);
    expect((await partner.get(`${base}/${other}`)).status).toBe(404);
    expect((await partner.put(`${base}/${own}`, { name: 'Ny' }, { ifMatch: 1 })).status).toBe(403);
    for (const role of ['caseworker', 'member'] as const) {
      const client = await as(role);
      expect((await client.get<Page>(base)).body.total).toBe(2);
      expect((await client.post(base, { name: 'x' })).status).toBe(403);
      expect((await client.get(`${base}/export`)).status).toBe(403);
    }
    expect((await (await as('observer')).get(base)).status).toBe(403);
    expect((await app.world.stranger.get(base)).status).toBe(401);
  });

  it('say what they can be filtered by', async () => {
    const { client, base, add } = await place();
    for (const sector of ['Handel', 'Byggeri', 'Handel', null]) await add({ name: 'x', sector });
    expect((await client.get(`${base}/facets`)).body).toMatchObject({
      sectors: [
        { value: 'Byggeri', count: 1 },
        { value: 'Handel', count: 2 },
      ],
      contractStatuses: [],
      total: 4,
    });
  });
});

describe('the state of a partner’s contract', () => {
  it('comes from the module that owns contracts', async () => {
    const app = await startTestApp({ modules: [AlliancesModule] });
    app.get(PartnerStatus).use({
      join: `left join (values ('active', 'Vrå')) state (status, city) on state.city = o.city`,
      status: 'state.status',
    });
    const { client, allianceId } = await newAlliance(app);
    const base = `/api/v1/alliances/${allianceId}/partners`;
    for (const city of ['Vrå', 'Tårs']) await client.post(base, { name: city, city });
    expect((await client.get<Page>(`${base}?contractStatus=active`)).body.items).toMatchObject([
      { name: 'Vrå', contractStatus: 'active' },
    ]);
    expect((await client.get(`${base}/facets`)).body).toMatchObject({
      contractStatuses: [{ value: 'active', count: 1 }],
    });
    await app.close();
  });
});
