import { FixedClock, newId } from '#libs/kernel';
import {
  ClaimDelivery,
  type DeliverySettings,
  DELIVERY_SETTINGS,
  Roles,
  systemActor,
  UnitOfWork,
} from '#libs/platform';
import { type DueItem, DueItemSources, RemindersModule, ScanAlliance } from '#libs/reminders';
import { eventually, startMailServer, startTestApp, type TestApp, type TestMailServer } from '#libs/testing';

const kind = 'test.thing-waiting';
const other = 'test.other-waiting';
const minute = 60_000;
/** Tuesday, ten in the morning in Denmark. */
const tuesday = '2026-11-24T09:00:00Z';

interface Row {
  id: string;
  state: string;
  send_at: Date;
  closed_as: string | null;
  delivery_id: string | null;
  version: number;
  code: string | null;
}

let smtp: TestMailServer;
let clock: FixedClock;
let test: TestApp;
let alliance: { id: string; slug: string; name: string };
/** What the source of a kind would find in its tables, by alliance. */
const waiting = new Map<string, DueItem[]>();
let links = 0;

beforeAll(async () => {
  smtp = await startMailServer();
  clock = new FixedClock(tuesday);
  test = await startTestApp({ modules: [RemindersModule], clock, settings: { SMTP_URL: smtp.url } });
  Object.assign(test.get<DeliverySettings>(DELIVERY_SETTINGS), { boundMs: 1500 });
  test.get(Roles).use(async (personId) => {
    const rows = await test.database.query<{ allianceId: string; role: 'secretariat'; organisationId: null }>(
      `select alliance_id as "allianceId", role, organisation_id as "organisationId" from alliance_member
       where person_id = $1`,
      [personId],
    );
    return rows;
  });
  for (const each of [kind, other])
    test.get(DueItemSources).register({
      kind: each,
      presents: {
        label: { da: 'Ting', en: 'Thing' },
        counts: { da: 'dage', en: 'days' },
        defaultAfterDays: 3,
      },
      due: (tx) => Promise.resolve((waiting.get(tx.allianceId) ?? []).filter((item) => item.kind === each)),
      stillDue: (tx, { subject }) =>
        Promise.resolve((waiting.get(tx.allianceId) ?? []).some((item) => item.subject.id === subject.id)),
      ...(each === other && {
        link: () => {
          links += 1;
          return Promise.resolve(`https://rygrad.example/l/answer/frisk-${String(links)}`);
        },
      }),
    });
});
afterAll(async () => {
  await test.close();
  await smtp.stop();
});
beforeEach(async () => {
  clock.setTo(tuesday);
  smtp.behave('accept');
  alliance = await test.world.alliance({ name: 'Ungegarantien' });
  waiting.set(alliance.id, []);
});

function someone(): string {
  return `ansvarlig-${newId()}@example.org`;
}

function falls(email: string, given: Partial<DueItem> = {}): DueItem {
  const item: DueItem = {
    kind,
    subject: { kind: 'contract', id: newId() },
    dueAt: new Date('2026-11-23T08:00:00Z'),
    recipient: { email, name: 'Åse', locale: 'da' },
    title: {
      da: 'Kontrakten med Bageriet er ikke underskrevet',
      en: 'The contract with Bageriet is not signed',
    },
    detail: { da: 'Sendt 9. november', en: 'Sent 9 November' },
    path: 'kontrakter/1',
    ...given,
  };
  waiting.get(alliance.id)?.push(item);
  return item;
}

function scan() {
  return test.get(ScanAlliance).scan(alliance.id);
}

function rows(): Promise<Row[]> {
  return test.database.query<Row>('select * from reminder where alliance_id = $1 order by due_at, id', [
    alliance.id,
  ]);
}

function allBecome(state: string): Promise<Row[]> {
  return eventually(`all reminders become ${state}`, async () => {
    const found = await rows();
    return found.length > 0 && found.every((row) => row.state === state) && found;
  });
}

describe('something that fell due', () => {
  it('is reminded of once by mail, and counts as sent when the server accepted it', async () => {
    const email = someone();
    falls(email);
    expect(await scan()).toEqual({ found: 1, noted: 1, closed: 0, mails: 1 });
    await allBecome('sent');
    const mail = await smtp.arrival(email);
    expect(mail.subject).toBe('Påmindelse: Kontrakten med Bageriet er ikke underskrevet');
    expect(mail.text).toContain('Sendt 9. november');
    expect(mail.links).toEqual([`${test.url}/a/${alliance.slug}/kontrakter/1`]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.from?.value[0]?.name).toBe('Ungegarantien');
    clock.moveBy(3 * 24 * 60 * minute);
    expect(await scan()).toEqual({ found: 1, noted: 0, closed: 0, mails: 0 });
    expect(smtp.to(email)).toHaveLength(1);
  });

  it('is told in the recipient’s language, with a fresh link where the recipient has no account', async () => {
    const email = someone();
    falls(email, { kind: other, recipient: { email, name: 'Ann', locale: 'en' } });
    await scan();
    const mail = await smtp.arrival(email);
    expect(mail.subject).toBe('Reminder: The contract with Bageriet is not signed');
    expect(mail.links[0]).toMatch(/^https:\/\/rygrad\.example\/l\/answer\/frisk-\d+$/);
  });

  it('makes one mail with everything else that waits for the same person', async () => {
    const email = someone();
    falls(email, { title: { da: 'Anden ting', en: 'Second' }, dueAt: new Date('2026-11-22T08:00:00Z') });
    falls(email, { kind: other, title: { da: 'Tredje ting', en: 'Third' } });
    falls(email.toUpperCase(), {
      title: { da: 'Første ting', en: 'First' },
      dueAt: new Date('2026-11-20T08:00:00Z'),
    });
    expect(await scan()).toMatchObject({ noted: 3, mails: 1 });
    await allBecome('sent');
    const mail = await smtp.arrival(email);
    expect(mail.subject).toBe('3 ting venter på dig i Ungegarantien');
    const order = ['Første ting', 'Anden ting', 'Tredje ting'].map((title) => mail.text.indexOf(title));
    expect(order.every((at, index) => at > (order[index - 1] ?? 0))).toBe(true);
    expect(smtp.to(email)).toHaveLength(1);
  });

  it('is one mail when two scans run at once', async () => {
    const email = someone();
    falls(email);
    const results = await Promise.all([scan(), scan(), scan()]);
    expect(results.map((result) => result.mails).reduce((a, b) => a + b)).toBe(1);
    await allBecome('sent');
    expect(smtp.to(email)).toHaveLength(1);
  });

  it('is not reminded of when it was done before the scan', async () => {
    falls(someone());
    clock.setTo('2026-11-24T20:30:00Z');
    await scan();
    waiting.set(alliance.id, []);
    clock.setTo('2026-11-25T09:00:00Z');
    expect(await scan()).toMatchObject({ closed: 1, mails: 0 });
    expect(await rows()).toMatchObject([{ state: 'dropped', closed_as: 'not_due' }]);
  });

  it('is dropped when it was done between the scan and the sending', async () => {
    const email = someone();
    smtp.behave({ refuse: 451, at: 'recipient' });
    falls(email);
    await scan();
    await eventually('first attempt', async () => (await deliveries())[0]?.code != null);
    waiting.set(alliance.id, []);
    smtp.behave('accept');
    clock.moveBy(2 * minute);
    await allBecome('dropped');
    expect(smtp.to(email)).toHaveLength(0);
    expect((await deliveries())[0]?.state).toBe('dropped');
  });

  it('leaves the mail when only some of it was done meanwhile', async () => {
    const email = someone();
    smtp.behave({ refuse: 451, at: 'recipient' });
    const done = falls(email, { title: { da: 'Gjort ting', en: 'Done' } });
    falls(email, { title: { da: 'Ventende ting', en: 'Waiting' } });
    await scan();
    await eventually('first attempt', async () => (await deliveries())[0]?.code != null);
    waiting.set(
      alliance.id,
      (waiting.get(alliance.id) ?? []).filter((item) => item !== done),
    );
    smtp.behave('accept');
    clock.moveBy(2 * minute);
    const mail = await smtp.arrival(email);
    expect(mail.subject).toBe('Påmindelse: Ventende ting');
    expect(mail.text).not.toContain('Gjort ting');
    await eventually('both settled', async () => {
      const states = (await rows()).map((row) => row.state).sort();
      return states.join() === 'dropped,sent';
    });
  });

  it('is reminded of again when it falls due once more', async () => {
    const email = someone();
    const first = falls(email);
    await scan();
    await allBecome('sent');
    waiting.set(alliance.id, []);
    await scan();
    clock.moveBy(24 * 60 * minute);
    falls(email, { subject: first.subject, dueAt: new Date('2026-11-25T08:00:00Z') });
    expect(await scan()).toMatchObject({ noted: 1, mails: 1 });
    await smtp.arrival(email, () => smtp.to(email).length === 2);
  });

  it('failed, when the address is refused or is none', async () => {
    const email = someone();
    falls(email);
    falls('ingen adresse');
    smtp.behave({ refuse: 550, at: 'recipient' });
    await scan();
    const failed = await allBecome('failed');
    expect(failed.map((row) => row.code).sort()).toEqual(['bad-address', null]);
  });

  it('is uncertain, and not repeated, when the server fell silent', async () => {
    const email = someone();
    smtp.behave('hang-after-message');
    falls(email);
    await scan();
    await allBecome('uncertain');
    smtp.behave('accept');
    clock.moveBy(24 * 60 * minute);
    expect(await scan()).toMatchObject({ mails: 0 });
    expect(smtp.to(email)).toHaveLength(0);
  });

  it('is uncertain when the process died between claiming and sending', async () => {
    const email = someone();
    smtp.behave({ refuse: 451, at: 'recipient' });
    falls(email);
    await scan();
    await eventually('first attempt', async () => (await deliveries())[0]?.code != null);
    smtp.behave('accept');
    const [delivery] = await deliveries();
    await test
      .get(UnitOfWork)
      .actAs(systemActor(alliance.id, 'about to die'), (tx) =>
        test.get(ClaimDelivery).claim(tx, delivery?.id ?? ''),
      );
    expect(await rows()).toMatchObject([{ state: 'sending' }]);
    clock.moveBy(4 * minute);
    await allBecome('uncertain');
    expect(smtp.to(email)).toHaveLength(0);
  });

  it('of one source is reminded of although another source is broken', async () => {
    const email = someone();
    falls(email);
    const source = test.get(DueItemSources).find(other);
    const due = source?.due.bind(source);
    Object.assign(source ?? {}, { due: () => Promise.reject(new Error('no such table')) });
    await expect(scan()).rejects.toThrow('some sources');
    Object.assign(source ?? {}, { due });
    await smtp.arrival(email);
  });

  function deliveries(): Promise<{ id: string; state: string; code: string | null }[]> {
    return test.database.query('select id, state, code from delivery where alliance_id = $1', [alliance.id]);
  }
});

describe('when reminders go out', () => {
  it('keeps what falls due in quiet hours until the morning', async () => {
    const email = someone();
    clock.setTo('2026-11-28T21:00:00Z');
    falls(email);
    expect(await scan()).toMatchObject({ noted: 1, mails: 0 });
    expect((await rows())[0]?.send_at.toISOString()).toBe('2026-11-30T06:00:00.000Z');
    clock.setTo('2026-11-29T12:00:00Z');
    expect(await scan()).toMatchObject({ mails: 0 });
    clock.setTo('2026-11-30T06:00:00Z');
    expect(await scan()).toMatchObject({ mails: 1 });
    await smtp.arrival(email);
  });

  it('heeds quiet hours that the alliance made longer after the thing was noted', async () => {
    const secretary = await test.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    clock.setTo('2026-11-24T20:00:00Z');
    falls(someone());
    await scan();
    const longer = {
      quietFrom: '16:00',
      quietTo: '10:30',
      quietOnSundays: true,
      quietOnHolidays: true,
      mailsPerDay: 1,
    };
    const path = `/api/v1/alliances/${alliance.id}/reminder-settings`;
    expect((await secretary.client.put(path, longer, { ifMatch: 0 })).status).toBe(204);
    clock.setTo('2026-11-25T07:00:00Z');
    expect(await scan()).toMatchObject({ mails: 0 });
    clock.setTo('2026-11-25T09:30:00Z');
    expect(await scan()).toMatchObject({ mails: 1 });
  });

  it('writes to nobody more often than the budget of the day', async () => {
    const email = someone();
    for (const expected of [1, 1, 0]) {
      falls(email);
      expect(await scan()).toMatchObject({ mails: expected });
      clock.moveBy(minute);
    }
    clock.setTo('2026-11-25T06:00:00Z');
    expect(await scan()).toMatchObject({ mails: 1 });
  });

  it('is left to every turn of five minutes by whichever worker comes first', async () => {
    const { ScanProcessor } = await import('../src/entry/scan.processor.js');
    const email = someone();
    falls(email);
    await test.get(ScanProcessor).leaveScans();
    await test.get(ScanProcessor).leaveScans();
    await smtp.arrival(email);
    const jobs = await test.database.query(
      `select id from job where queue = 'reminders.scan' and key like $1`,
      [`${alliance.id}:%`],
    );
    expect(jobs).toHaveLength(1);
  });
});

describe('reminders over HTTP', () => {
  async function secretary() {
    return test.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
  }

  function path(rest: string, allianceId = alliance.id): string {
    return `/api/v1/alliances/${allianceId}/${rest}`;
  }

  it('are listed with the true state of each one’s mail', async () => {
    const { client } = await secretary();
    const email = someone();
    falls(email);
    smtp.behave({ refuse: 550, at: 'recipient' });
    expect((await client.post(path('reminders/scan'))).body).toEqual({
      found: 1,
      noted: 1,
      closed: 0,
      mails: 1,
    });
    await allBecome('failed');
    const answer = await client.get<{ items: Record<string, unknown>[]; total: number }>(
      path('reminders?state=failed&open=true'),
    );
    expect(answer.body.total).toBe(1);
    expect(answer.body.items[0]).toMatchObject({
      kind,
      kindLabel: { da: 'Ting' },
      state: 'failed',
      code: expect.stringMatching(/^550/) as string,
      dueAt: '2026-11-23T08:00:00.000Z',
      recipient: { email },
      closedAt: null,
    });
    expect((await client.get<{ total: number }>(path('reminders?state=sent'))).body.total).toBe(0);
    expect((await client.get<{ total: number }>(path('reminders?q=bageri'))).body.total).toBe(1);
  });

  it('show a member only their own', async () => {
    const member = await test.world.person([{ allianceId: alliance.id, role: 'member' }]);
    falls(member.email);
    falls(someone());
    await scan();
    expect((await member.client.get<{ total: number }>(path('reminders'))).body.total).toBe(1);
    expect((await member.client.post(path('reminders/scan'))).status).toBe(403);
    expect((await member.client.get(path('reminder-rules'))).status).toBe(403);
  });

  it('are put off until a morning and then go out again', async () => {
    const { client } = await secretary();
    const email = someone();
    falls(email);
    await scan();
    const [row] = await allBecome('sent');
    const snooze = path(`reminders/${row?.id ?? ''}/snooze`);
    const version = row?.version ?? 0;
    expect((await client.post(snooze, { until: '2026-11-24' }, { ifMatch: version })).status).toBe(422);
    expect((await client.post(snooze, { until: '2026-11-29' }, { ifMatch: version + 7 })).status).toBe(412);
    expect((await client.post(snooze, { until: '2026-11-29' })).status).toBe(428);
    expect((await client.post(snooze, { until: '2026-11-29' }, { ifMatch: version })).status).toBe(204);
    expect((await rows())[0]?.send_at.toISOString()).toBe('2026-11-30T06:00:00.000Z');
    clock.setTo('2026-11-30T06:00:00Z');
    expect(await scan()).toMatchObject({ noted: 0, mails: 1 });
    await smtp.arrival(email, () => smtp.to(email).length === 2);
  });

  it('are closed by saying that it is done, and stay closed', async () => {
    const { client } = await secretary();
    clock.setTo('2026-11-24T20:30:00Z');
    falls(someone());
    await scan();
    const [row] = await rows();
    const done = path(`reminders/${row?.id ?? ''}/done`);
    expect((await client.post(done, {}, { ifMatch: row?.version ?? 0 })).status).toBe(204);
    expect((await client.post(done, {}, { ifMatch: (row?.version ?? 0) + 1 })).status).toBe(409);
    clock.setTo('2026-11-25T09:00:00Z');
    expect(await scan()).toMatchObject({ mails: 0 });
    expect(await rows()).toMatchObject([{ state: 'dropped', closed_as: 'done' }]);
  });

  it('cannot be touched from another alliance, nor by a member they are not for', async () => {
    falls(someone());
    await scan();
    const [row] = await rows();
    const foreign = await test.world.alliance();
    const outsider = await test.world.person([{ allianceId: foreign.id, role: 'secretariat' }]);
    const member = await test.world.person([{ allianceId: alliance.id, role: 'member' }]);
    const stolen = await outsider.client.post(
      path(`reminders/${row?.id ?? ''}/done`, foreign.id),
      {},
      { ifMatch: 1 },
    );
    const random = await outsider.client.post(
      path(`reminders/${newId()}/done`, foreign.id),
      {},
      { ifMatch: 1 },
    );
    expect([stolen.status, random.status]).toEqual([404, 404]);
    expect((await outsider.client.get(path('reminders'))).status).toBe(404);
    expect((await outsider.client.get<{ total: number }>(path('reminders', foreign.id))).body.total).toBe(0);
    expect(
      (await member.client.post(path(`reminders/${row?.id ?? ''}/done`), {}, { ifMatch: 1 })).status,
    ).toBe(404);
  });

  it('follow the alliance’s rules, which are changed with the version they were read at', async () => {
    const { client } = await secretary();
    const read = () =>
      client.get<{ rules: { kind: string; enabled: boolean; afterDays: number; version: number }[] }>(
        path('reminder-rules'),
      );
    expect((await read()).body.rules.find((rule) => rule.kind === kind)).toMatchObject({
      enabled: true,
      afterDays: 3,
      version: 0,
    });
    const off = { enabled: false, afterDays: 5 };
    const rule = path(`reminder-rules/${kind}`);
    const both = await Promise.all([
      client.put(rule, off, { ifMatch: 0 }),
      client.put(rule, off, { ifMatch: 0 }),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([204, 412]);
    expect((await client.put(rule, off, { ifMatch: 5 })).status).toBe(412);
    expect((await client.put(path('reminder-rules/no.such'), off, { ifMatch: 0 })).status).toBe(404);
    expect((await client.put(rule, { ...off, afterDays: -1 }, { ifMatch: 1 })).status).toBe(422);
    falls(someone());
    expect(await scan()).toMatchObject({ found: 0, noted: 0, mails: 0 });
    expect((await client.put(rule, { enabled: true, afterDays: 5 }, { ifMatch: 1 })).status).toBe(204);
    expect(await scan()).toMatchObject({ noted: 1, mails: 1 });
  });

  it('keep the alliance’s quiet hours, which must leave some time', async () => {
    const { client } = await secretary();
    const settings = {
      quietFrom: '16:00',
      quietTo: '10:30',
      quietOnSundays: true,
      quietOnHolidays: true,
      mailsPerDay: 1,
    };
    const put = path('reminder-settings');
    expect((await client.put(put, { ...settings, quietTo: '17:00' }, { ifMatch: 0 })).status).toBe(422);
    expect((await client.put(put, settings, { ifMatch: 0 })).status).toBe(204);
    falls(someone());
    expect(await scan()).toMatchObject({ noted: 1, mails: 0 });
    expect((await rows())[0]?.send_at.toISOString()).toBe('2026-11-24T09:30:00.000Z');
  });

  it('make up what needs me, beside what changed since I last looked', async () => {
    const person = await test.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    falls(person.email, { title: { da: 'Min ting', en: 'Mine' } });
    falls(someone());
    await scan();
    interface Overview {
      due: { title: { da: string }; path: string; reminderId: string; version: number }[];
      dueTotal: number;
      lastVisit: string | null;
      changes: { type: string }[];
    }
    const look = async () => (await person.client.get<Overview>(path('overview'))).body;
    expect(
      (
        await person.client.put(
          path(`reminder-rules/${kind}`),
          { enabled: true, afterDays: 4 },
          { ifMatch: 0 },
        )
      ).status,
    ).toBe(204);
    const first = await eventually('the changed rule is in the feed', async () => {
      const seen = await look();
      return seen.changes.some((event) => event.type === 'reminders.rule-changed') && seen;
    });
    // Routine stands in the history only.
    expect(first.changes.map(({ type }) => type)).not.toContain('reminders.reminder-sent');
    expect(first).toMatchObject({ dueTotal: 1, due: [{ title: { da: 'Min ting' } }], lastVisit: null });
    clock.moveBy(minute);
    expect((await person.client.put(path('overview/visit'), {})).status).toBe(204);
    expect(await look()).toMatchObject({ lastVisit: clock.now().toISOString(), changes: [], dueTotal: 1 });
    waiting.set(alliance.id, []);
    await scan();
    expect((await look()).due).toEqual([]);
  });
});
