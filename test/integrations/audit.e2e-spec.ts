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
    });
    await sealed(3);
    const types = async (person: TestPerson): Promise<string[]> =>
      (await list('sort=seq', person)).items.map(({ type }) => type);
    expect(await types(secretary)).toEqual([
      'alliances.partner-added',
      'measurements.disclosure-rule-changed',
    ]);
    expect(await types(caseworker)).toEqual(['alliances.partner-added']);
    const facets = await caseworker.client.get<{ types: string[] }>(`${base}/facets`);
    expect(facets.body.types).toEqual(['alliances.partner-added']);
    expect((await caseworker.client.post(`${base}/export`, {})).status).toBe(403);
  });

  it('is taken out with readable lines that no spreadsheet runs, and says that it was', async () => {
    await addPartner('=HYPERLINK("http://x")');
    await sealed(1);
    const answer = await secretary.client.post<{ csv: string; count: number }>(`${base}/export`, {});
    expect(answer.status).toBe(200);
    const [head, line] = answer.body.csv.split('\r\n');
    expect(head).toBe('\uFEFFNr.;Tidspunkt;Hændelse;Hvem;Type;Slags ting;Tingens id');
    expect(line).toContain(`"'=HYPERLINK(""http://x"") blev partner";Sofie Sekretær;alliances.partner-added`);
    await sealed(2);
    expect((await list('type=audit.history-exported')).items[0]?.actorName).toBe('Sofie Sekretær');
  });

  it('holds, and says so with the head', async () => {
    await addPartner('Bager Ø');
    await sealed(1);
    const { body } = await secretary.client.get<{ events: number; findings: unknown[]; head: string }>(
      `${base}/verification`,
    );
    expect(body).toMatchObject({ events: 1, findings: [] });
    expect(body.head).toMatch(/^[0-9a-f]{64}$/);
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
