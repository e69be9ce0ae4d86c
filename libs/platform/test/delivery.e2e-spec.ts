import { FixedClock, newId } from '#libs/kernel';
import {
  ClaimDelivery,
  DELIVERY_SETTINGS,
  DeliveryChecks,
  type DeliverySettings,
  Files,
  Mailer,
  type MailRequest,
  type MailTemplate,
  Roles,
  systemActor,
  UnitOfWork,
  type Verdict,
} from '#libs/platform';
import { eventually, startMailServer, startTestApp, type TestApp, type TestMailServer } from '#libs/testing';

const minute = 60_000;
const letter: MailTemplate<{ word: string }> = {
  name: 'test.letter',
  da: ({ word }) => ({ subject: `Brev om ${word}`, paragraphs: [`Her står ${word}.`] }),
  en: ({ word }) => ({ subject: `Letter about ${word}`, paragraphs: [`Here is ${word}.`] }),
};
const noted: MailTemplate<{ word: string }> = { ...letter, name: 'test.noted', hasPersonData: true };

interface Row {
  state: string;
  code: string | null;
  answer: string | null;
  attempts: number;
  content: Buffer | null;
  message_id: string;
}

let smtp: TestMailServer;
let clock: FixedClock;
let test: TestApp;
let allianceId: string;
let verdict: Verdict | 'throws';

beforeAll(async () => {
  smtp = await startMailServer();
  clock = new FixedClock('2026-11-24T09:00:00Z');
  test = await startTestApp({ modules: [], clock, settings: { SMTP_URL: smtp.url } });
  Object.assign(test.get<DeliverySettings>(DELIVERY_SETTINGS), { boundMs: 1500 });
  test.get(DeliveryChecks).register('test.check', {
    compose: () => (verdict === 'throws' ? Promise.reject(new Error('broken')) : Promise.resolve(verdict)),
  });
});
afterAll(async () => {
  await test.close();
  await smtp.stop();
});
beforeEach(async () => {
  allianceId = (await test.world.alliance()).id;
  smtp.behave('accept');
});

function someone(): string {
  return `modtager-${newId()}@example.org`;
}

function leave(email: string, more: Partial<MailRequest<{ word: string }>> = {}): Promise<string> {
  return test.get(UnitOfWork).actAs(systemActor(allianceId, 'test'), (tx) =>
    test.get(Mailer).queue(tx, {
      template: letter,
      params: { word: 'blåbær' },
      to: { name: 'Åse', email, locale: 'da' },
      key: newId(),
      about: { kind: 'contract', id: newId() },
      ...more,
    }),
  );
}

async function row(id: string): Promise<Row> {
  const [found] = await test.database.query<Row>('select * from delivery where id = $1', [id]);
  if (found === undefined) throw new Error('no such delivery');
  return found;
}

function until(id: string, ...states: string[]): Promise<Row> {
  return eventually(`delivery becomes ${states.join(' or ')}`, async () => {
    const found = await row(id);
    return states.includes(found.state) && found;
  });
}

describe('a mail', () => {
  it('is sent when the server accepted it, and what it said is cleared away', async () => {
    const email = someone();
    const id = await leave(email, {
      senderName: 'Ungegarantien',
      replyTo: { name: 'Bo', email: 'bo@example.org' },
    });
    const sent = await until(id, 'sent');
    expect(sent.answer).toMatch(/^250/);
    expect(sent.content).toBeNull();
    const mail = await smtp.arrival(email);
    expect(mail.messageId).toBe(`<${sent.message_id}>`);
    expect(mail.from?.value[0]?.name).toBe('Ungegarantien');
    expect(mail.replyTo?.value[0]?.address).toBe('bo@example.org');
    expect(mail.text).toContain('Her står blåbær.');
    const events = await test.database.query(
      `select type from event where alliance_id = $1 and type = 'delivery.mail-sent'`,
      [allianceId],
    );
    expect(events).toHaveLength(1);
  });

  it('is in its recipient’s language', async () => {
    const email = someone();
    await leave(email, { to: { name: 'Ann', email, locale: 'en' } });
    expect((await smtp.arrival(email)).subject).toBe('Letter about blåbær');
  });

  it('lies encrypted while it waits', async () => {
    const email = someone();
    smtp.behave({ refuse: 450, at: 'recipient' });
    const id = await leave(email);
    await eventually(
      'first attempt',
      async () => (await row(id)).attempts === 1 && (await row(id)).code !== null,
    );
    const { content } = await row(id);
    expect(content?.toString('latin1')).not.toContain('Brev');
  });

  it('is not sent when what caused it was undone', async () => {
    const email = someone();
    const undone = test.get(UnitOfWork).actAs(systemActor(allianceId, 'test'), async (tx) => {
      await test.get(Mailer).queue(tx, {
        template: letter,
        params: { word: 'intet' },
        to: { name: 'Å', email, locale: 'da' },
        key: newId(),
        about: { kind: 'contract', id: newId() },
      });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const later = someone();
    await leave(later);
    await smtp.arrival(later);
    expect(smtp.to(email)).toHaveLength(0);
  });

  it('with the same key is one mail, also when asked for at once', async () => {
    const email = someone();
    const ids = await Promise.all([1, 2, 3].map(() => leave(email, { key: 'velkommen' })));
    expect(new Set(ids).size).toBe(1);
    await until(ids[0] ?? '', 'sent');
    expect(smtp.to(email)).toHaveLength(1);
  });

  it('fails at once on a permanent refusal, and the secretariat sees why', async () => {
    const email = someone();
    smtp.behave({ refuse: 550, at: 'recipient' });
    const failed = await until(await leave(email), 'failed');
    expect(failed.code).toMatch(/^550/);
    const [event] = await test.database.query<{ payload: { code: string } }>(
      `select payload from event where alliance_id = $1 and type = 'delivery.mail-failed'`,
      [allianceId],
    );
    expect(event?.payload.code).toBe(failed.code);
  });

  it('waits and is tried again on a temporary refusal, as the same message', async () => {
    const email = someone();
    smtp.behave({ refuse: 451, at: 'message' });
    const id = await leave(email);
    const waiting = await eventually('a refused attempt', async () => {
      const found = await row(id);
      return found.state === 'pending' && found.code !== null && found;
    });
    expect(waiting.code).toMatch(/^451/);
    smtp.behave('accept');
    clock.moveBy(2 * minute);
    const sent = await until(id, 'sent');
    expect(sent.attempts).toBe(2);
    expect((await smtp.arrival(email)).messageId).toBe(`<${waiting.message_id}>`);
  });

  it.each(['hang-after-message', 'drop-after-message'] as const)(
    'is uncertain and never repeated by itself when the server takes it and then: %s',
    async (conduct) => {
      const email = someone();
      smtp.behave(conduct);
      const before = smtp.messagesHandedOver;
      const id = await leave(email);
      await until(id, 'uncertain');
      smtp.behave('accept');
      clock.moveBy(24 * 60 * minute);
      const other = someone();
      await leave(other);
      await smtp.arrival(other);
      expect(smtp.messagesHandedOver - before).toBe(2);
      expect(smtp.to(email)).toHaveLength(0);
      expect((await row(id)).state).toBe('uncertain');
    },
  );

  it('is tried again when the connection broke before the message', async () => {
    const email = someone();
    smtp.behave('drop-before-message');
    const id = await leave(email);
    await eventually('a broken attempt', async () => (await row(id)).code === 'connection-closed');
    smtp.behave('accept');
    clock.moveBy(2 * minute);
    await until(id, 'sent');
  });

  it('claimed by a process that then died becomes uncertain after its lease, and no second copy leaves', async () => {
    const email = someone();
    smtp.behave({ refuse: 450, at: 'recipient' });
    const id = await leave(email);
    await eventually('first attempt', async () => (await row(id)).code !== null);
    smtp.behave('accept');
    const system = systemActor(allianceId, 'a process about to die');
    const claimed = await test.get(UnitOfWork).actAs(system, (tx) => test.get(ClaimDelivery).claim(tx, id));
    expect(claimed?.attempt).toBe(2);
    clock.moveBy(2 * minute);
    const during = someone();
    await leave(during);
    await smtp.arrival(during);
    expect((await row(id)).state).toBe('sending');
    clock.moveBy(2 * minute);
    expect((await until(id, 'uncertain')).code).toBe('interrupted');
    expect(smtp.to(email)).toHaveLength(0);
  });

  it('is claimed by one of two who try at once', async () => {
    const email = someone();
    smtp.behave({ refuse: 450, at: 'recipient' });
    const id = await leave(email);
    await eventually('first attempt', async () => (await row(id)).code !== null);
    const system = systemActor(allianceId, 'race');
    const claims = await Promise.all(
      [1, 2, 3].map(() => test.get(UnitOfWork).actAs(system, (tx) => test.get(ClaimDelivery).claim(tx, id))),
    );
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('is dropped when its check says that it is no longer wanted', async () => {
    const email = someone();
    verdict = 'unwanted';
    const dropped = await until(await leave(email, { check: 'test.check' }), 'dropped');
    expect(dropped.content).toBeNull();
    expect(smtp.to(email)).toHaveLength(0);
  });

  it('says what its check says at the last moment', async () => {
    const email = someone();
    verdict = { subject: 'Nyt i sidste øjeblik', paragraphs: ['x'] };
    await leave(email, { check: 'test.check' });
    expect((await smtp.arrival(email)).subject).toBe('Nyt i sidste øjeblik');
  });

  it('fails, said aloud, when what it should say cannot be made in all tries', async () => {
    const email = someone();
    verdict = 'throws';
    const id = await leave(email, { check: 'test.check' });
    const failed = await eventually('the mail is given up', async () => {
      clock.moveBy(10 * minute);
      const found = await row(id);
      return found.state === 'failed' && found;
    });
    expect(failed.code).toBe('not-composed');
  });

  it('takes its files along', async () => {
    const email = someone();
    const system = systemActor(allianceId, 'test');
    const bytes = Buffer.from('%PDF-1.7 prøve');
    const file = await test
      .get(UnitOfWork)
      .actAs(system, (tx) =>
        test.get(Files).put(tx, { name: 'kontrakt.pdf', mediaType: 'application/pdf', bytes }),
      );
    await leave(email, { attachments: [{ fileId: file.id }] });
    const [attached] = (await smtp.arrival(email)).attachments;
    expect(attached?.filename).toBe('kontrakt.pdf');
    expect(attached?.content).toEqual(bytes);
  });

  it('to something that is no address is refused before anything is written', async () => {
    await expect(leave('a@b.dk\r\nBcc: c@d.dk')).rejects.toMatchObject({ code: 'delivery/bad-address' });
  });
});

describe('following mails', () => {
  it('shows the secretariat each mail’s true state, and sends again only what a person asks for', async () => {
    const secretary = await test.world.person([{ allianceId, role: 'secretariat' }]);
    test
      .get(Roles)
      .use((personId) =>
        Promise.resolve(
          personId === secretary.id ? [{ allianceId, role: 'secretariat', organisationId: null }] : [],
        ),
      );
    const email = someone();
    const about = { kind: 'contract', id: newId() };
    smtp.behave({ refuse: 550, at: 'recipient' });
    const id = await leave(email, { about });
    await leave(someone());
    await until(id, 'failed');
    const path = `/api/v1/alliances/${allianceId}/deliveries`;
    const answer = await secretary.client.get<{ items: object[] }>(`${path}?about=contract:${about.id}`);
    expect(answer.body.items).toHaveLength(1);
    expect(answer.body.items[0]).toMatchObject({ id, state: 'failed', about, to: { email } });
    expect(answer.text).not.toContain('blåbær');
    smtp.behave('accept');
    expect((await secretary.client.post(`${path}/${id}/resend`)).status).toBe(204);
    await until(id, 'sent');
    expect((await secretary.client.post(`${path}/${id}/resend`)).status).toBe(409);
  });

  it('answers a foreign mail as one that does not exist', async () => {
    const foreign = await test.world.alliance();
    const outsider = await test.world.person([{ allianceId: foreign.id, role: 'secretariat' }]);
    test
      .get(Roles)
      .use(() => Promise.resolve([{ allianceId: foreign.id, role: 'secretariat', organisationId: null }]));
    const id = await leave(someone());
    await until(id, 'sent');
    const own = `/api/v1/alliances/${foreign.id}/deliveries`;
    const stolen = await outsider.client.post(`${own}/${id}/resend`);
    const random = await outsider.client.post(`${own}/${newId()}/resend`);
    expect(stolen.status).toBe(404);
    expect(random.status).toBe(404);
    expect((await outsider.client.get(`/api/v1/alliances/${allianceId}/deliveries`)).status).toBe(404);
    expect((await outsider.client.get<{ items: unknown[] }>(own)).body.items).toEqual([]);
  });

  it('lets an administrator send a test mail and see what became of it', async () => {
    const admin = await test.world.person([], { isAdmin: true });
    const sent = await admin.client.post<{ deliveryId: string }>('/api/v1/mail-test');
    expect(sent.status).toBe(201);
    await smtp.arrival(admin.email);
    const state = await eventually('the test is settled', async () => {
      const answer = await admin.client.get<{ state: string }>(`/api/v1/mail-test/${sent.body.deliveryId}`);
      return answer.body.state === 'sent' && answer.body.state;
    });
    expect(state).toBe('sent');
    const other = await test.world.person();
    expect((await other.client.post('/api/v1/mail-test')).status).toBe(403);
  });

  it('has no outbox while there is a mail server', async () => {
    const admin = await test.world.person([], { isAdmin: true });
    expect((await admin.client.get('/api/v1/outbox')).body).toEqual({ active: false, items: [] });
  });
});

describe('an installation without a mail server', () => {
  let bare: TestApp;

  beforeAll(async () => {
    bare = await startTestApp({ modules: [] });
  });
  afterAll(async () => {
    await bare.close();
  });

  it('shows mails to the alliance’s secretariat and to nobody else', async () => {
    const alliance = await bare.world.alliance();
    const secretary = await bare.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    const other = await bare.world.person();
    bare
      .get(Roles)
      .use((personId) =>
        Promise.resolve(
          personId === secretary.id
            ? [{ allianceId: alliance.id, role: 'secretariat', organisationId: null }]
            : [],
        ),
      );
    const leaveHere = (template: MailTemplate<{ word: string }>): Promise<string> =>
      bare.get(UnitOfWork).actAs(systemActor(alliance.id, 'test'), (tx) =>
        bare.get(Mailer).queue(tx, {
          template,
          params: { word: template.name },
          to: { name: 'Åse', email: 'aase@example.org', locale: 'da' },
          key: newId(),
          about: { kind: 'contract', id: newId() },
        }),
      );
    await leaveHere(letter);
    await leaveHere(noted);
    const shown = await eventually('both mails are in the outbox', async () => {
      const answer = await secretary.client.get<{
        items: { template: string; content: unknown; to: unknown }[];
      }>('/api/v1/outbox');
      return answer.body.items.length === 2 && answer.body.items;
    });
    const plain = shown.find((mail) => mail.template === 'test.letter');
    const personal = shown.find((mail) => mail.template === 'test.noted');
    expect(plain?.content).toMatchObject({ subject: 'Brev om test.letter' });
    expect(personal).toMatchObject({ content: null, to: null });
    expect((await other.client.get('/api/v1/outbox')).body).toEqual({ active: true, items: [] });
    expect((await bare.world.stranger.get('/api/v1/outbox')).status).toBe(401);
  });
});
