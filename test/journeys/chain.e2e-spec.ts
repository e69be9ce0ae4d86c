import {
  type Contract,
  defaultContractTemplate,
  type EnquiryDetail,
  type indicatorSeries,
  type JoinedRoom,
  type PromiseRates,
  type RoomCommandInput,
  type RoomEvent,
  roomTopics,
} from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { connectSocket, eventually, type TestClient, type TestSocket } from '#libs/testing';
import type { z } from 'zod';
import {
  acceptInvitation,
  claim,
  install,
  type Installation,
  linkIn,
  morning,
  partnerList,
  pdfsig,
  signIn,
  well,
} from './cast.js';

type Series = z.output<typeof indicatorSeries>;

const day = 86_400_000;
const redis = process.env['REDIS_URL'];
const ways: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['PostgreSQL', {}],
  ['bull on Redis', { REDIS_URL: redis ?? '' }],
];

describe.each(ways)('from a new installation to a kept promise, with jobs by way of %s', (way, settings) => {
  let place: Installation;
  let secretary: TestClient;
  let caseworker: TestClient;
  let feed: TestSocket;
  let base: string;
  const alliance = { id: '', slug: '' };
  const partners: { id: string; name: string; email: string }[] = [];
  const contracts: Record<string, string> = {};
  const known: Record<string, string> = {};

  beforeAll(async () => {
    if (way !== 'PostgreSQL') expect(redis).toBeDefined();
    place = await install(settings);
  });

  afterAll(async () => {
    feed.close();
    await place.close();
  });

  const post = <B = { id: string }>(
    path: string,
    body: unknown,
    status = 201,
    client = secretary,
  ): Promise<B> => client.post<B>(`${base}/${path}`, body).then((answer) => well(answer, status));
  const get = <B>(path: string, client = secretary): Promise<B> =>
    client.get<B>(`${base}/${path}`).then((answer) => well(answer, 200));

  it('1. begins with the claim link, an alliance, and signing in by mail', async () => {
    const admin = await claim(place, { name: 'Mette Sørensen', email: 'mette@sekretariat.example' });
    Object.assign(alliance, well(await admin.post('/api/v1/alliances', { name: 'Ungegarantien' }), 201));
    base = `/api/v1/alliances/${alliance.id}`;
    secretary = await signIn(place, 'mette@sekretariat.example');
    const me = await secretary.get<{ alliances: { slug: string }[] }>('/api/v1/me');
    expect(me.body.alliances).toMatchObject([{ slug: 'ungegarantien' }]);
    feed = await connectSocket(place.app.url, secretary.cookie, alliance.id);
  });

  it('2. takes the partners from a spreadsheet, once', async () => {
    const bring = async (): Promise<{ created: number }> => {
      const file = { name: 'partnere.csv', type: 'text/csv', bytes: await partnerList('partnere.csv') };
      const { id } = well(await secretary.upload<{ id: string }>(`${base}/partner-imports`, file), 201);
      const until = (state: string) =>
        eventually(`the import is ${state}`, async () => {
          const found = await get<{ state: string; counts: { created: number } }>(`partner-imports/${id}`);
          return found.state === state && found;
        });
      await until('preview');
      well(await secretary.post(`${base}/partner-imports/${id}/run`, { leaveOutProblems: true }), 200);
      return (await until('imported')).counts;
    };
    expect(await bring()).toMatchObject({ created: 208 });
    expect(await bring()).toMatchObject({ created: 0 });
    const list = await get<{
      total: number;
      items: { id: string; name: string; contact: { email: string } }[];
    }>('partners?kind=company&sort=name');
    expect(list.total).toBe(208);
    partners.push(
      ...list.items.slice(0, 3).map(({ id, name, contact }) => ({ id, name, email: contact.email })),
    );
  });

  it('3. agrees on an agenda whose outcomes have indicators, with an initiative that serves one', async () => {
    const municipality = await post('partners', {
      kind: 'municipality',
      name: 'Hjørring Kommune',
      municipalityCode: '860',
    });
    known['municipality'] = municipality.id;
    const indicator = (name: string, metricKey: string) =>
      post('indicators', {
        name,
        definition: name,
        unit: 'percent',
        direction: 'should_rise',
        source: 'derived',
        metricKey,
        frequency: 'month',
        level: 'performance',
      });
    known['destinations'] = (
      await indicator('Unge med en positiv destination', 'participants.positive-destination')
    ).id;
    known['promises'] = (await indicator('Holdte løfter', 'partner-contracts.kept-promise')).id;
    known['outcome'] = newId();
    const draft = await post<{ id: string; version: number }>('agenda/versions', {
      title: 'Vores fælles dagsorden',
    });
    const outcome = (id: string, title: string, indicatorId: string | undefined) => ({
      id,
      title,
      description: '',
      indicatorId,
    });
    const content = {
      title: 'Vores fælles dagsorden',
      problem: 'For mange unge står uden uddannelse og job.',
      vision: 'Alle unge har en positiv destination.',
      mission: 'Ingen unge bliver sluppet.',
      outcomes: [
        outcome(known['outcome'], 'Flere unge på vej', known['destinations']),
        outcome(newId(), 'Vi holder, hvad vi lover', known['promises']),
      ],
      strategies: [],
      contributions: [
        {
          id: newId(),
          organisationId: partners[0]?.id,
          commitment: 'To lærepladser om året',
          outcomeId: known['outcome'],
        },
      ],
    };
    const one = `agenda/versions/${draft.id}`;
    well(await secretary.put(`${base}/${one}`, { content }, { ifMatch: 1 }), 200);
    const asked = [municipality.id, partners[0]?.id];
    well(await secretary.post(`${base}/${one}/put-out`, { organisationIds: asked }, { ifMatch: 2 }), 200);
    for (const organisation of asked) {
      const answers = await get<{ answers: { organisationId: string; version: number }[] }>(one);
      const { version } = answers.answers.find((each) => each.organisationId === organisation) ?? {
        version: 1,
      };
      well(
        await secretary.put(
          `${base}/${one}/answers/${organisation ?? ''}`,
          { answer: 'consent' },
          { ifMatch: version },
        ),
        200,
      );
    }
    const ready = await get<{ version: number; tally: object }>(one);
    expect(ready.tally).toMatchObject({ asked: 2, consent: 2, awaited: 0 });
    well(await secretary.post(`${base}/${one}/adopt`, {}, { ifMatch: ready.version }), 200);
    expect(await get('agenda')).toMatchObject({ inForceId: draft.id });
    const initiative = await post('initiatives', {
      name: 'Fritidsjob til alle',
      outcomeId: known['outcome'],
    });
    expect(await get(`initiatives/${initiative.id}`)).toMatchObject({ outcomeTitle: 'Flere unge på vej' });
  });

  it('4. sends three contracts; a partner signs on the mailed page; both get the sealed document', async () => {
    const template = await post('contract-templates', {
      name: 'Garantikontrakt',
      text: defaultContractTemplate,
    });
    const sent = await post<{ items: { id: string; organisationId: string; status: string }[] }>(
      'contracts',
      {
        templateId: template.id,
        partners: partners.map(({ id }) => ({ organisationId: id })),
        answerBy: '2026-12-18',
        send: true,
      },
    );
    expect(sent.items.map((item) => item.status)).toEqual(['sent', 'sent', 'sent']);
    for (const item of sent.items) contracts[item.organisationId] = item.id;
    for (const partner of partners.slice(0, 2)) await signAsPartner(partner);
    await feed.until<{ type: string }>(
      'feed:event',
      ({ type }) => type === 'partner-contracts.contract-signed',
    );
    for (const partner of partners.slice(0, 2)) await counterSign(partner);
    await feed.until<{ type: string }>(
      'feed:event',
      ({ type }) => type === 'partner-contracts.contract-activated',
    );
  });

  async function signAsPartner({ id, email }: { id: string; email: string }): Promise<void> {
    const { smtp, app } = place;
    const invitation = await smtp.arrival(email, ({ links }) =>
      links.some((link) => link.includes('/l/contract/')),
    );
    const page = linkIn(invitation, '/l/contract/');
    const visitor = app.world.stranger;
    const hash = (html: string): string => /name="textHash" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
    expect(well(await visitor.get(page), 200)).toContain('lang="da"');
    const read = well(await visitor.get<string>(`${page}/read`), 200);
    const filled = {
      textHash: hash(read),
      name: 'Karen Kontakt',
      'pick-apprenticeship': 'on',
      'count-apprenticeship': '2',
      strokes: '',
    };
    well(await visitor.form(`${page}/read`, filled), 303);
    const mail = await smtp.arrival(email, ({ subject }) => subject?.startsWith('Din kode') === true);
    const code = /\b(\d{6})\b/.exec(mail.text)?.[1] ?? '';
    const confirm = well(await visitor.get<string>(`${page}/confirm`), 200);
    expect(well(await visitor.form(`${page}/confirm`, { textHash: hash(confirm), code }), 200)).toContain(
      'Tak',
    );
    expect(await get<Contract>(`contracts/${contracts[id] ?? ''}`)).toMatchObject({ status: 'signed' });
  }

  async function counterSign({ id, email }: { id: string; email: string }): Promise<void> {
    const path = `contracts/${contracts[id] ?? ''}`;
    const { textHash } = await get<Contract>(path);
    await post(`${path}/counter-signature`, { name: 'Mette Sørensen', textHash }, 204);
    const sealed = await eventually('the document with both signatures is sealed', async () => {
      const contract = await get<Contract>(path);
      return contract.document === 'sealed' && contract;
    });
    expect(sealed).toMatchObject({ status: 'active', startsOn: '2026-11-24', endsOn: '2028-11-23' });
    for (const address of [email, 'mette@sekretariat.example']) {
      const mail = await eventually(`the sealed document reaches ${address}`, () =>
        Promise.resolve(
          place.smtp.to(address).findLast((each) => each.attachments[0]?.contentType === 'application/pdf'),
        ),
      );
      const said = await pdfsig(mail.attachments[0]?.content ?? new Uint8Array());
      expect(said).toContain('Signature is Valid');
      expect(said).toContain('Total document signed');
    }
  }

  it('5. a young person’s enquiry is handed on and accepted; the promise is kept', async () => {
    caseworker = await addPerson(
      'Jens Sagsbehandler',
      'jens@kommune.example',
      'caseworker',
      known['municipality'],
    );
    const [first, second] = partners;
    const { id } = await post(
      'enquiries',
      {
        partnerId: first?.id,
        firstName: 'Freja',
        ageBand: '16-17',
        wish: 'Vil gerne prøve at være tømrer',
        contact: { channel: 'phone', address: '+45 12 34 56 78' },
        consent: true,
      },
      201,
      caseworker,
    );
    const page = linkIn(
      await place.smtp.arrival(first?.email ?? '', ({ links }) =>
        links.some((link) => link.includes('/l/enquiry/')),
      ),
      '/l/enquiry/',
    );
    const visitor = place.app.world.stranger;
    expect(well(await visitor.get<string>(page), 200)).toContain('Freja');
    well(await visitor.form(page, { kind: 'hand-on-to-partner', partnerId: second?.id ?? '' }), 303);
    expect(await get<EnquiryDetail>(`enquiries/${id}`, caseworker)).toMatchObject({
      outcome: null,
      endedAt: null,
    });
    const takeOver = linkIn(
      await place.smtp.arrival(second?.email ?? '', ({ links }) =>
        links.some((link) => link.includes('/l/enquiry/')),
      ),
      '/l/enquiry/',
    );
    well(
      await visitor.form(takeOver, {
        kind: 'accept',
        contactPerson: 'Karen Kontakt',
        contactReach: '98 12 34 56',
      }),
      303,
    );
    expect(await get<EnquiryDetail>(`enquiries/${id}`, caseworker)).toMatchObject({
      outcome: 'hand-on-accepted',
      kept: true,
    });
    const rates = await get<PromiseRates>('promise-rates');
    expect(rates.alliance).toMatchObject({ counted: 1, kept: 1, rate: 1 });
    expect(rates.partners.find((partner) => partner.id === first?.id)).toMatchObject({ count: { kept: 1 } });
    const person = await secretary.get(`${base}/enquiries/${id}/person`);
    expect([person.status, person.text.includes('Freja')]).toEqual([403, false]);
  });

  async function addPerson(
    name: string,
    email: string,
    role: string,
    organisationId?: string,
  ): Promise<TestClient> {
    const before = place.smtp.to(email).length;
    await post('invitations', {
      name,
      email,
      role,
      ...(organisationId === undefined ? {} : { organisationId }),
    });
    return acceptInvitation(place, email, before);
  }

  it('6. the caseworker logs what came of it, for six young people', async () => {
    for (let n = 1; n <= 6; n += 1) {
      const participant = await post(
        'participants',
        {
          pseudonym: `UNG-0000${String(n)}`,
          birthYear: 2009,
          consent: {
            purpose: 'Ungegarantien',
            textVersion: '1',
            text: 'Jeg siger ja til, at kommunen skriver det op.',
            givenOn: '2026-11-24',
            expiresOn: '2027-11-24',
          },
        },
        201,
        caseworker,
      );
      await post(
        `participants/${participant.id}/destinations`,
        { typeKey: 'apprenticeship', from: '2026-11-02' },
        201,
        caseworker,
      );
    }
    expect((await secretary.get(`${base}/participants`)).status).toBe(403);
  });

  it('7. the indicator moves, and few are not shown', async () => {
    const november = async (indicator: string | undefined) => {
      const series = await get<Series>(`indicators/${indicator ?? ''}/series?from=2026-10&to=2026-11`);
      return series.points.find((point) => point.period === '2026-11')?.cell;
    };
    const destinations = await eventually('the share of positive destinations is there', async () => {
      const cell = await november(known['destinations']);
      return cell?.state === 'value' && cell;
    });
    expect(destinations).toMatchObject({ value: 100 });
    expect(await november(known['promises'])).toMatchObject({ state: 'suppressed', below: 5 });
  });

  it('8. the steering group meets: all follow, consent, decide; who was cut off gets exactly what it missed', async () => {
    const members = [
      { name: 'Anna Lund', email: 'anna@styregruppe.example' },
      { name: 'Bo Krogh', email: 'bo@styregruppe.example' },
    ];
    const clients: TestClient[] = [];
    for (const { name, email } of members) clients.push(await addPerson(name, email, 'member'));
    const people = await get<{ items: { personId: string; name: string }[] }>('meeting-people');
    const idOf = (name: string): string =>
      people.items.find((person) => person.name === name)?.personId ?? '';
    const group = await post('meeting-groups', {
      name: 'Styregruppen',
      kind: 'steering',
      memberIds: members.map(({ name }) => idOf(name)),
    });
    const meeting = await post('meetings', {
      groupId: group.id,
      title: 'Styregruppemøde',
      startsAt: '2026-11-24T12:00:00Z',
      endsAt: '2026-11-24T14:00:00Z',
    });
    const item = await post(`meetings/${meeting.id}/items`, {
      type: 'decide',
      title: 'Flere lærepladser',
      indicatorId: known['destinations'],
    });
    const { version } = await get<{ version: number }>(`meetings/${meeting.id}`);
    well(await secretary.post(`${base}/meetings/${meeting.id}/open`, {}, { ifMatch: version }), 204);

    const seats = await Promise.all(
      [secretary, ...clients].map((client) => connectSocket(place.app.url, client.cookie, alliance.id)),
    );
    const [chair, anna, bo] = seats as [TestSocket, TestSocket, TestSocket];
    const join = (seat: TestSocket, after: number | null): Promise<JoinedRoom> =>
      seat
        .send(roomTopics.join, { meetingId: meeting.id, after })
        .then((answer) => answered<JoinedRoom>(answer));
    const command = (seat: TestSocket, what: RoomCommandInput) =>
      seat
        .send(roomTopics.command, { meetingId: meeting.id, commandId: newId(), command: what })
        .then((answer) => answered<{ sequence: number; events: RoomEvent[] }>(answer));
    for (const seat of seats) await join(seat, null);
    await bo.until<{ present: unknown[] }>(roomTopics.presence, ({ present }) => present.length === 3);

    await command(chair, { type: 'move-to-item', itemId: item.id });
    const moved = await anna.until<{ events: RoomEvent[] }>(roomTopics.events, ({ events }) =>
      events.some(({ body }) => body.type === 'item-started'),
    );
    const lastHeard = moved.events.at(-1)?.sequence ?? 0;
    anna.close();

    const proposed = await command(chair, {
      type: 'make-proposal',
      itemId: item.id,
      text: 'Vi beder 20 flere virksomheder',
    });
    const proposalId = find(proposed.events, 'proposal-made').proposalId;
    const opened = await command(chair, { type: 'open-round', proposalId });
    const { roundId } = find(opened.events, 'round-opened');
    await command(bo, { type: 'answer-round', roundId, answer: 'consent' });

    const back = await connectSocket(place.app.url, clients[0]?.cookie ?? '', alliance.id);
    const missed = await join(back, lastHeard);
    expect(missed.state).toBeNull();
    expect(missed.events.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: missed.sequence - lastHeard }, (_, index) => lastHeard + 1 + index),
    );
    await command(back, { type: 'answer-round', roundId, answer: 'concern', reason: 'Husk transporten' });
    await command(chair, { type: 'close-round', roundId, leaveOutUnanswered: true });
    await bo.until<{ events: RoomEvent[] }>(roomTopics.events, ({ events }) =>
      events.some(({ body }) => body.type === 'decision-recorded'),
    );
    await command(chair, {
      type: 'agree-action',
      itemId: item.id,
      title: 'Ring til 20 virksomheder',
      ownerId: idOf('Anna Lund'),
      dueOn: '2026-11-27',
    });
    for (const seat of [chair, bo, back]) seat.close();
    const minutes = JSON.stringify(await get(`meetings/${meeting.id}/minutes`));
    expect(minutes).toContain('Vi beder 20 flere virksomheder');
    expect(minutes).toContain('Ring til 20 virksomheder');
    const actions = await get<{ items: { id: string }[] }>('meeting-actions');
    known['action'] = actions.items[0]?.id ?? '';
  });

  it('9. whoever is late is reminded by mail, once, and not of what was done meanwhile', async () => {
    const [first, , third] = partners;
    await post(
      'enquiries',
      {
        partnerId: first?.id,
        firstName: 'Viggo',
        ageBand: '18-24',
        wish: 'Et fritidsjob',
        contact: { channel: 'through-caseworker' },
        consent: true,
      },
      201,
      caseworker,
    );
    place.smtp.clear();
    place.clock.setTo(new Date(Date.parse(morning) + 28 * day));
    secretary = await signIn(place, 'mette@sekretariat.example');
    const scan = () => post<{ found: number }>('reminders/scan', {}, 200);
    await scan();
    await scan();
    const reminded = async (address: string | undefined): Promise<number> => {
      await place.smtp.arrival(address ?? '', (mail) => mail.headers.has('auto-submitted'));
      return place.smtp.to(address ?? '').filter((mail) => mail.headers.has('auto-submitted')).length;
    };
    expect(await reminded('anna@styregruppe.example')).toBe(1);
    expect(await reminded(third?.email)).toBe(1);
    expect(await reminded(first?.email)).toBe(1);
    const list = await eventually('all reminders are recorded as sent', async () => {
      const found = await get<{ items: { state: string; kind: string }[] }>('reminders?limit=200');
      return found.items.length > 0 && found.items.every(({ state }) => state === 'sent') && found;
    });
    expect(new Set(list.items.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
    await scan();
    expect(await reminded('anna@styregruppe.example')).toBe(1);
  });
});

function answered<T>(answer: { ok: boolean; value?: unknown; message?: string }): T {
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as T;
}

function find<K extends RoomEvent['body']['type']>(
  events: readonly RoomEvent[],
  type: K,
): Extract<RoomEvent['body'], { type: K }> {
  const found = events.find(({ body }) => body.type === type)?.body;
  if (found === undefined)
    throw new Error(`No ${type} among ${events.map(({ body }) => body.type).join(', ')}`);
  return found as Extract<RoomEvent['body'], { type: K }>;
}
