import { FixedClock, newId } from '#libs/kernel';
import { AnchorProcessor, anchorFolder, readAnchorFolder, systemActor, UnitOfWork } from '#libs/platform';
import { eventually, startMailServer, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { verified, WebhookReceiver } from './webhook-receiver.js';

interface Entry {
  seq: number;
  type: string;
  actorName: string | null;
  subject: { kind: string; id: string };
  subjectName: string | null;
}
interface Check {
  id: string;
  state: string;
  progress: { done: number; total: number };
  found: { events: number; head: string | null; findings: { kind: string; seq: number }[] } | null;
}
interface Page {
  items: Entry[];
  total: number;
  next: string | null;
}

describe('the history', () => {
  const clock = new FixedClock(new Date());
  let app: TestApp;
  let mails: Awaited<ReturnType<typeof startMailServer>>;
  let alliance: string;
  let base: string;
  let secretary: TestPerson;

  beforeAll(async () => {
    mails = await startMailServer();
    app = await startTestApp({ modules: domainModules, clock, settings: { SMTP_URL: mails.url } });
  });

  afterAll(async () => {
    await app.close();
    await mails.stop();
  });

  beforeEach(async () => {
    clock.setTo(new Date());
    alliance = (await app.world.alliance()).id;
    base = `/api/v1/alliances/${alliance}/audit`;
    secretary = await app.world.person([{ allianceId: alliance, role: 'secretariat' }], {
      name: 'Sofie Sekretær',
    });
  });

  const sealed = (count: number): Promise<unknown> =>
    eventually('all is sealed', async () => {
      const rows = await app.database.query('select from event_seal where alliance_id = $1', [alliance]);
      return rows.length >= count;
    });

  const addPartner = async (name: string): Promise<string> => {
    const made = await secretary.client.post<{ id: string }>(`/api/v1/alliances/${alliance}/partners`, {
      name,
      kind: 'company',
    });
    expect(made.status).toBe(201);
    return made.body.id;
  };

  const list = async (query: string, person = secretary): Promise<Page> => {
    const answer = await person.client.get<Page>(`${base}?${query}`);
    expect([answer.status, query]).toEqual([200, query]);
    return answer.body;
  };

  it('is narrowed to time, person, kind, type, one thing and words', async () => {
    const first = await addPartner('Bager Ø');
    clock.moveBy(-40 * 86_400_000);
    await addPartner('Gammel Smed');
    clock.setTo(new Date());
    await app
      .get(UnitOfWork)
      .actAs(systemActor(alliance, 'spec'), (tx) =>
        tx.append(
          'measurements.disclosure-rule-changed',
          { kind: 'alliance', id: alliance },
          { suppressBelow: 5 },
        ),
      );
    await sealed(3);
    const today = clock.now().toISOString().slice(0, 10);
    expect((await list('')).total).toBe(3);
    expect((await list(`from=${today}`)).total).toBe(2);
    expect(
      (await list(`to=${new Date(clock.now().getTime() - 30 * 86_400_000).toISOString().slice(0, 10)}`))
        .total,
    ).toBe(1);
    expect((await list(`actorId=${secretary.id}`)).items.map(({ actorName }) => actorName)).toEqual([
      'Sofie Sekretær',
      'Sofie Sekretær',
    ]);
    expect((await list('kind=alliance')).total).toBe(1);
    expect((await list('type=alliances.partner-added,alliances.partner-left')).total).toBe(2);
    expect((await list(`subject=partner:${first}`)).items.map(({ subject }) => subject.id)).toEqual([first]);
    expect((await list('q=smed')).total).toBe(1);
    const page = await list('limit=2');
    expect([
      page.items.map(({ seq }) => seq),
      (await list(`limit=2&after=${page.next ?? ''}`)).items.map(({ seq }) => seq),
    ]).toEqual([[3, 2], [1]]);
  });

  it('shows each role its part, and nobody what happened to a young person', async () => {
    const municipality = await app.world.organisation(alliance, { kind: 'municipality' });
    const caseworker = await app.world.person([
      { allianceId: alliance, role: 'caseworker', organisationId: municipality.id },
    ]);
    await addPartner('Bager Ø');
    await app.get(UnitOfWork).actAs(systemActor(alliance, 'spec'), async (tx) => {
      await tx.append(
        'measurements.disclosure-rule-changed',
        { kind: 'alliance', id: alliance },
        { suppressBelow: 5 },
      );
      await tx.append(
        'participants.participant-registered',
        { kind: 'participant', id: newId() },
        {
          organisationName: 'Kommunen',
        },
      );
      await tx.append('participants.cpr-turned-on', { kind: 'alliance', id: alliance }, {});
    });
    await sealed(4);
    const types = async (person: TestPerson): Promise<string[]> =>
      (await list('sort=seq', person)).items.map(({ type }) => type);
    expect(await types(secretary)).toEqual([
      'alliances.partner-added',
      'measurements.disclosure-rule-changed',
      'participants.cpr-turned-on',
    ]);
    expect(await types(caseworker)).toEqual(['alliances.partner-added', 'participants.cpr-turned-on']);
    const facets = await caseworker.client.get<{ types: string[] }>(`${base}/facets`);
    expect(facets.body.types.sort()).toEqual(['alliances.partner-added', 'participants.cpr-turned-on']);
    expect((await caseworker.client.post(`${base}/export`, {})).status).toBe(403);
  });

  it('says who was invited and who came, by their present names', async () => {
    const invited = {
      name: 'Ida Iagttager',
      email: `ida-${newId()}@kommune.example`,
      role: 'observer',
      locale: 'da',
    };
    const invitations = `/api/v1/alliances/${alliance}/invitations`;
    expect((await secretary.client.post(invitations, invited)).status).toBe(201);
    await sealed(1);
    expect((await list('type=alliances.person-invited')).items).toMatchObject([
      { subject: { kind: 'invitation' }, subjectName: 'Ida Iagttager' },
    ]);
  });

  it('is taken out with readable lines that no spreadsheet runs, and says that it was', async () => {
    await addPartner('=HYPERLINK("http://x")');
    await sealed(1);
    const answer = await secretary.client.post<{ csv: string; count: number }>(`${base}/export`, {});
    expect(answer.status).toBe(200);
    const [head, line] = answer.body.csv.split('\r\n');
    expect(head).toBe('\uFEFFNr.;Tidspunkt;Hændelse;Hvem;Type;Slags ting;Tingens id;API-nøglens id');
    expect(line).toContain(`"'=HYPERLINK(""http://x"") blev partner";Sofie Sekretær;alliances.partner-added`);
    await sealed(2);
    expect((await list('type=audit.history-exported')).items[0]?.actorName).toBe('Sofie Sekretær');
  });

  const begin = () =>
    secretary.client.post<Check & { code: string; detail: string }>(`${base}/verification`, {});
  const checked = (): Promise<Check> =>
    eventually('the check is done', async () => {
      const { body } = await secretary.client.get<{ check: Check | null }>(`${base}/verification`);
      return body.check?.state === 'done' ? body.check : undefined;
    });

  it('holds, and says so with the head', async () => {
    await addPartner('Bager Ø');
    await sealed(1);
    expect((await secretary.client.get<object>(`${base}/verification`)).body).toEqual({ check: null });
    expect(await begin()).toMatchObject({ status: 202, body: { state: 'running', found: null } });
    const { found, progress } = await checked();
    expect([found, progress]).toMatchObject([
      { events: 1, findings: [] },
      { done: 1, total: 1 },
    ]);
    expect(found?.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is checked by one job at a time, however many ask', async () => {
    await addPartner('Bager Ø');
    await sealed(1);
    const together = async (): Promise<string[]> => {
      const begun = await Promise.all([begin(), begin(), begin()]);
      expect(begun.map(({ status }) => status)).toEqual([202, 202, 202]);
      return begun.map(({ body }) => body.id);
    };
    const jobs = (): Promise<{ key: string }[]> =>
      app.database.query<{ key: string }>(
        `select key from job where queue = 'platform.history-check' and payload ->> 'allianceId' = $1`,
        [alliance],
      );
    // Nobody's question is a job of its own while another's runs; one may be over before the next is asked.
    const asked = await together();
    await checked();
    expect((await jobs()).map(({ key }) => key).sort()).toEqual([...new Set(asked)].sort());
    // One that takes its time.
    const slow = asked[0] ?? '';
    await app.database.query('delete from history_check where alliance_id = $1', [alliance]);
    await app.database.query('insert into history_check (id, alliance_id, asked_at) values ($1, $2, now())', [
      slow,
      alliance,
    ]);
    await app.database.query(
      `update job set state = 'running', lease_until = now() + interval '1 hour' where key = $1`,
      [slow],
    );
    const before = await jobs();
    expect(await together()).toEqual([slow, slow, slow]);
    expect(await jobs()).toEqual(before);
  });

  it('is checked six times in a quarter of an hour, and says when it may be again', async () => {
    for (let time = 0; time < 6; time += 1) {
      expect((await begin()).status).toBe(202);
      await checked();
    }
    const refused = await begin();
    expect([refused.status, refused.body.code]).toEqual([429, 'audit/checked-often']);
    expect(refused.body.detail).toMatch(/igen om 1[0-5] minutter/);
    const other = await app.world.alliance();
    const elsewhere = await app.world.person([{ allianceId: other.id, role: 'secretariat' }]);
    const answer = await elsewhere.client.post(`/api/v1/alliances/${other.id}/audit/verification`, {});
    expect(answer.status).toBe(202);
  });

  it('is taken out twenty times in a quarter of an hour', async () => {
    const take = () =>
      secretary.client.post<{ code: string; detail: string }>(`${base}/export`, { kind: 'none' });
    for (let time = 0; time < 20; time += 1) expect((await take()).status).toBe(200);
    const refused = await take();
    expect([refused.status, refused.body.code]).toEqual([429, 'audit/exported-often']);
    expect(refused.body.detail).toMatch(/igen om 1[0-5] minutter/);
  });

  it('counts to ten thousand, and says that there are more', async () => {
    await app.database.query(
      `insert into event (id, alliance_id, type, occurred_at, actor_kind, subject_kind, subject_id, payload)
       select uuidv7(), $1, 'alliances.partner-added', now(), 'system', 'partner', $1,
         jsonb_build_object('partnerName', 'Nr. ' || n || ' ÅBEN')
       from generate_series(1, 10002) n`,
      [alliance],
    );
    await addPartner('Bager Ø');
    await eventually('all is sealed', async () => {
      const [row] = await app.database.query<{ n: number }>(
        'select count(*)::int as n from event_seal where alliance_id = $1',
        [alliance],
      );
      return row?.n === 10003;
    });
    expect((await list('limit=1')).total).toBe(10001);
    expect((await list('q=nr. 777 åben')).total).toBe(1);
    expect((await list('q=100%25')).total).toBe(0);
    expect((await secretary.client.get(`${base}?q=${'x'.repeat(101)}`)).status).toBe(422);
    const page = await list(`subject=partner:${alliance}&sort=seq&limit=2`);
    expect(page.items.map(({ seq }) => seq)).toHaveLength(2);
    expect(page.total).toBe(10001);
  });

  it('is found by what the seals say of it, and who changes those is found out', async () => {
    await addPartner('Bager Ø');
    await sealed(1);
    await app.database.query(`update event_seal set type = 'agendas.draft-started' where alliance_id = $1`, [
      alliance,
    ]);
    await begin();
    expect((await checked()).found?.findings).toMatchObject([{ kind: 'edited', seq: 1 }]);
  });

  it('of a young person is there for whoever may read them, and is noted as read', async () => {
    const [here, there] = [
      await app.world.organisation(alliance, { kind: 'municipality' }),
      await app.world.organisation(alliance, { kind: 'municipality' }),
    ];
    const person = (role: 'caseworker' | 'partner', organisationId: string) =>
      app.world.person([{ allianceId: alliance, role, organisationId }]);
    const own = await person('caseworker', here.id);
    const others = [await person('caseworker', there.id), await person('partner', here.id), secretary];
    const made = await own.client.post<{ id: string }>(`/api/v1/alliances/${alliance}/participants`, {
      pseudonym: 'U-17',
      ...{ birthYear: 2008, sex: 'female', district: 'Løkken', outlook: '', insight: '', skills: '' },
      consent: {
        ...{ purpose: 'Hjælp til job', textVersion: '1', text: 'Jeg siger ja.' },
        ...{ givenOn: '2026-01-01', expiresOn: '2028-01-01' },
      },
    });
    expect([made.status, made.text.slice(0, 300)]).toEqual([201, expect.anything()]);
    const thing = (id: string) => `subject=participant:${id}`;
    await eventually('it is sealed', async () => (await list(thing(made.body.id), own)).total > 0);
    expect((await list(thing(made.body.id), own)).items.at(-1)).toMatchObject({
      type: 'participants.participant-registered',
    });
    const noted = await app.database.query(
      `select from access_log where subject_id = $1 and purpose = 'history' and actor_id = $2`,
      [made.body.id, own.id],
    );
    expect(noted.length).toBeGreaterThan(0);
    for (const other of others) {
      const [known, unknown] = [await list(thing(made.body.id), other), await list(thing(newId()), other)];
      expect(known).toEqual(unknown);
      expect(known).toEqual({ items: [], total: 0, next: null });
    }
    const [log] = await app.database.query<{ n: number }>(
      `select count(*)::int as n from access_log where subject_id = $1 and purpose = 'history' and actor_id <> $2`,
      [made.body.id, own.id],
    );
    expect(log).toEqual({ n: 0 });
  });

  it('keeps the installation’s part for the administrator, who sees no alliance’s', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    await addPartner('Bager Ø');
    await sealed(1);
    const { body, status } = await admin.client.get<Page>('/api/v1/admin/audit?limit=200');
    expect(status).toBe(200);
    expect(body.items.map(({ type }) => type)).not.toContain('alliances.partner-added');
    expect((await secretary.client.get('/api/v1/admin/audit')).status).toBe(403);
    expect((await admin.client.get(base)).status).toBe(404);
  });

  it('has its heads anchored in a file, by mail and by webhook', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const receiver = new WebhookReceiver();
    await receiver.listen();
    await addPartner('Bager Ø');
    await sealed(1);
    const kept = await admin.client.put<{ secret: string }>(
      '/api/v1/admin/anchor-setting',
      { mailTo: ['arkiv@kommunen.example'], webhookUrl: receiver.url },
      { ifMatch: 1 },
    );
    expect(kept.status).toBe(200);
    const secret = kept.body.secret;
    expect((await admin.client.post('/api/v1/admin/anchors', {})).status).toBe(204);
    const [call] = await receiver.have(1);
    const message = verified(call, secret) as unknown as {
      type: string;
      data: { heads: { alliance: string; seq: number }[] };
    };
    expect(message.type).toBe('audit.heads-anchored');
    expect(message.data.heads).toContainEqual(expect.objectContaining({ alliance, seq: 1 }));
    const mail = await mails.arrival('arkiv@kommunen.example');
    const files = await readAnchorFolder(anchorFolder(app.config));
    const attached = mail.attachments[0]?.content.toString('utf8');
    expect(files.map(({ text }) => text)).toContain(attached);
    await eventually('it is written down that the webhook took it', async () => {
      const { body } = await admin.client.get<{ items: { webhookStatus: number | null }[] }>(
        '/api/v1/admin/anchors',
      );
      return body.items[0]?.webhookStatus === 204;
    });
    const inside = await admin.client.put<{ code: string }>(
      '/api/v1/admin/anchor-setting',
      { mailTo: [], webhookUrl: 'https://10.0.0.1/anker' },
      { ifMatch: 2 },
    );
    expect([inside.status, inside.body.code]).toEqual([422, 'outgoing/internal-address']);
    receiver.close();
  });

  it('is anchored once a day, however many workers there are', async () => {
    await addPartner('Bager Ø');
    await sealed(1);
    const count = async (): Promise<number> =>
      (await app.database.query(`select from anchor where cause = 'daily'`)).length;
    const processor = app.get(AnchorProcessor);
    await Promise.all([processor.leaveDaily(), processor.leaveDaily(), processor.leaveDaily()]);
    await eventually('one anchor', async () => (await count()) === 1);
    clock.moveBy(86_400_000);
    await processor.leaveDaily();
    await eventually('a second on the next day', async () => (await count()) === 2);
  });
});
