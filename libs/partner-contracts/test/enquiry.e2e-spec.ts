import type { EnquiryDetail, LogEnquiry, PromiseRates } from '#libs/api-schema';
import type { FixedClock } from '#libs/kernel';
import { type LinkActor, systemActor, UnitOfWork } from '#libs/platform';
import { MetricSources } from '#libs/measurements';
import { DueItemSources } from '#libs/reminders';
import type { TestApp } from '#libs/testing';
import { EnquiryExample } from '../src/application/enquiry.example.js';
import { AnswerEnquiry } from '../src/application/answer-enquiry.js';
import { ReceiveEnquiry } from '../src/application/receive-enquiry.js';
import { ShowEnquiry } from '../src/application/show-enquiry.query.js';
import { type EnquiryWorld, enquiryWorld, linkActor, monday, startEnquiryApp } from './enquiry.world.js';

let app: TestApp;
let clock: FixedClock;
let world: EnquiryWorld;

beforeAll(async () => {
  ({ app, clock } = await startEnquiryApp());
});
afterAll(() => app.close());
beforeEach(async () => {
  clock.setTo(monday);
  world = await enquiryWorld(app);
});

const jonas = (partnerId: string): LogEnquiry => ({
  partnerId,
  channel: 'caseworker',
  firstName: 'Jonas',
  ageBand: '16-17',
  wish: 'Vil gerne prøve at bage',
  contact: { channel: 'email', address: 'jonas@ung.example' },
  consent: true,
});
const offer = {
  kind: 'offer',
  place: 'To ugers praktik i bageriet',
  contactPerson: 'Karen',
  contactReach: '12345678',
} as const;
const path = (rest: string) => `/api/v1/alliances/${world.alliance.id}/${rest}`;

async function log(partnerId = world.bakery.id): Promise<string> {
  return (await app.get(ReceiveEnquiry).log(world.caseworker.actor(world.alliance.id), jonas(partnerId))).id;
}

const byLink = (id: string, organisationId: string): LinkActor =>
  linkActor(world.alliance.id, { purpose: 'enquiry', subjectId: id, organisationId });
const byHandOn = async (id: string): Promise<LinkActor> => {
  const [step] = await app.database.query<{ id: string }>(
    `select id from enquiry_step where enquiry_id = $1 and kind = 'handed-on' order by id desc limit 1`,
    [id],
  );
  return linkActor(world.alliance.id, {
    purpose: 'hand-on',
    subjectId: step?.id ?? '',
    organisationId: world.bakery.id,
  });
};
const answer = async (id: string, organisationId: string, given: Parameters<AnswerEnquiry['answer']>[2]) => {
  await app.get(AnswerEnquiry).answer(byLink(id, organisationId), null, given);
};
const chain = async (id: string): Promise<EnquiryDetail> =>
  (await world.secretary.client.get<EnquiryDetail>(path(`enquiries/${id}`))).body;

describe('a caseworker logs that a young person approached a partner', () => {
  it('and the chain is open with the partner, whose contact gets a mail without the young person’s name', async () => {
    const { status, body } = await world.caseworker.client.post<{ id: string }>(
      path('enquiries'),
      jonas(world.bakery.id),
    );
    expect(status).toBe(201);
    expect(await chain(body.id)).toMatchObject({
      state: 'received',
      waitingFor: 'Bageriet Ærø',
      timing: 'in-time',
      responseDueAt: '2026-11-28T23:00:00.000Z',
      kept: null,
      mayReadPerson: false,
    });
    const mails = await app.database.query<{ template: string; recipient_name: string }>(
      'select template, recipient_name from delivery where about_id = $1 order by created_at, id',
      [body.id],
    );
    expect(mails).toEqual([
      { template: 'enquiries.received', recipient_name: 'Karen Kontakt' },
      { template: 'enquiries.confirmation', recipient_name: 'Den unge' },
    ]);
    const events = await app.database.query<{ payload: unknown }>(
      `select payload from event where subject_id = $1`,
      [body.id],
    );
    expect(JSON.stringify(events)).not.toMatch(/Jonas|bage|ung\.example/);
  });

  it('but not to a company without a contract in force, nor to one of another alliance', async () => {
    const shop = await app.world.organisation(world.alliance.id, { name: 'Kiosken' });
    const refused = await world.caseworker.client.post<{ code: string }>(path('enquiries'), jonas(shop.id));
    expect([refused.status, refused.body.code]).toEqual([409, 'enquiries/no-active-contract']);
    const elsewhere = await enquiryWorld(app);
    const foreign = await world.caseworker.client.post(path('enquiries'), jonas(elsewhere.bakery.id));
    expect(foreign.status).toBe(404);
    expect(
      await app.database.query('select from enquiry where alliance_id = $1', [world.alliance.id]),
    ).toEqual([]);
  });

  it('and cannot without the young person’s consent, or with more than is asked for', async () => {
    const without = await world.caseworker.client.post(path('enquiries'), {
      ...jonas(world.bakery.id),
      consent: false,
    });
    const more = await world.caseworker.client.post(path('enquiries'), {
      ...jonas(world.bakery.id),
      cpr: '0101071234',
    });
    expect([without.status, more.status]).toEqual([422, 422]);
  });

  it('which neither the secretariat nor a partner may do', async () => {
    for (const somebody of [world.secretary, world.baker])
      expect((await somebody.client.post(path('enquiries'), jonas(world.bakery.id))).status).toBe(403);
  });
});

describe('the partner answers', () => {
  it('with a place, and the guarantee is kept', async () => {
    const id = await log();
    await answer(id, world.bakery.id, offer);
    expect(await chain(id)).toMatchObject({
      state: 'offered',
      outcome: 'place-offered',
      kept: true,
      waitingFor: null,
    });
    const rates = (await world.secretary.client.get<PromiseRates>(path('promise-rates'))).body;
    const count = { state: 'value', counted: 1, kept: 1, rate: 1 };
    expect(rates.alliance).toEqual(count);
    expect(rates.partners).toEqual([{ id: world.bakery.id, name: 'Bageriet Ærø', count }]);
    expect(rates.sectors).toEqual([{ sector: 'Fødevarer', count }]);
  });

  it('after the response time, and the guarantee is not kept although a place was offered', async () => {
    const id = await log();
    clock.setTo('2026-11-29T09:00:00Z');
    expect(await chain(id)).toMatchObject({ timing: 'late', kept: false });
    await answer(id, world.bakery.id, offer);
    expect(await chain(id)).toMatchObject({ outcome: 'place-offered', kept: false });
  });

  it('by handing on to another partner: it stays open until that one accepts', async () => {
    const id = await log();
    await answer(id, world.bakery.id, { kind: 'hand-on-to-partner', partnerId: world.smithy.id });
    expect(await chain(id)).toMatchObject({ state: 'handed-on', waitingFor: 'Smedjen', endedAt: null });
    await answer(id, world.smithy.id, { kind: 'accept', contactPerson: 'Sven', contactReach: '87654321' });
    expect(await chain(id)).toMatchObject({ outcome: 'hand-on-accepted', kept: true });
  });

  it('and gets it back when the receiver declines; the same one cannot be asked again', async () => {
    const id = await log();
    const toSmithy = { kind: 'hand-on-to-partner', partnerId: world.smithy.id } as const;
    await answer(id, world.bakery.id, toSmithy);
    await answer(id, world.smithy.id, { kind: 'decline' });
    expect(await chain(id)).toMatchObject({ state: 'returned', waitingFor: 'Bageriet Ærø' });
    await expect(answer(id, world.bakery.id, toSmithy)).rejects.toMatchObject({
      code: 'enquiries/already-asked',
      params: { name: 'Smedjen' },
    });
  });

  it('by handing on to a named coordinator, who accepts by a link of their own', async () => {
    const id = await log();
    await answer(id, world.bakery.id, {
      kind: 'hand-on-to-coordinator',
      coordinator: 'internship-coordinator',
      name: 'Bente Holm',
      email: 'bente@eucnord.example',
    });
    expect(await chain(id)).toMatchObject({ waitingFor: 'Bente Holm', holder: { name: 'Bageriet Ærø' } });
    const accept = {
      kind: 'accept',
      contactPerson: 'Bente Holm',
      contactReach: 'bente@eucnord.example',
    } as const;
    await expect(answer(id, world.bakery.id, accept)).rejects.toMatchObject({
      code: 'enquiries/not-your-turn',
    });
    await app.get(AnswerEnquiry).answer(await byHandOn(id), null, accept);
    expect(await chain(id)).toMatchObject({ state: 'accepted', kept: true });
    expect((await chain(id)).steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['received', world.caseworker.name],
      ['handed-on', 'Bageriet Ærø'],
      ['accepted', 'Bente Holm'],
    ]);
  });

  it('only once: of two answers at the same time one is refused and nothing is half written', async () => {
    const id = await log();
    const both = await Promise.allSettled([
      answer(id, world.bakery.id, offer),
      answer(id, world.bakery.id, { kind: 'hand-on-to-partner', partnerId: world.smithy.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each): each is PromiseRejectedResult => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: expect.stringMatching(/^enquiries\/not-/) as string });
    expect((await chain(id)).steps).toHaveLength(2);
  });

  it('not for others: a link to one enquiry opens no other', async () => {
    const [mine, other] = [await log(), await log()];
    const link = byLink(mine, world.bakery.id);
    await expect(app.get(AnswerEnquiry).answer(link, other, offer)).rejects.toMatchObject({
      code: 'enquiries/not-now',
    });
    const stranger = byLink(mine, world.smithy.id);
    await expect(app.get(AnswerEnquiry).answer(stranger, null, offer)).rejects.toMatchObject({
      code: 'enquiries/not-now',
    });
  });
});

describe('who sees the young person', () => {
  it('is the caseworker’s own organisation and whoever holds the enquiry, each time with a line in the access log', async () => {
    const id = await log();
    const seen = await world.caseworker.client.get<{ firstName: string }>(path(`enquiries/${id}/person`));
    expect(seen.body.firstName).toBe('Jonas');
    const { firstName } = await app.get(ShowEnquiry).person(byLink(id, world.bakery.id), null);
    expect(firstName).toBe('Jonas');
    const reads = await app.database.query<{ actor_kind: string }>(
      `select actor_kind from access_log where subject_id = $1 and purpose = 'detail' order by id`,
      [id],
    );
    expect(reads.map((read) => read.actor_kind)).toEqual(['person', 'link']);
  });

  it('is nobody else: not the secretariat, not another organisation’s caseworker, not a foreign alliance', async () => {
    const id = await log();
    const elsewhere = await enquiryWorld(app);
    for (const [somebody, status] of [
      [world.secretary, 403],
      [world.otherCaseworker, 404],
      [elsewhere.caseworker, 404],
    ] as const)
      expect((await somebody.client.get(path(`enquiries/${id}/person`))).status).toBe(status);
  });

  it('moves with the enquiry: after the hand-on the receiver does, the giver no longer', async () => {
    const id = await log();
    await answer(id, world.bakery.id, { kind: 'hand-on-to-partner', partnerId: world.smithy.id });
    expect((await app.get(ShowEnquiry).person(byLink(id, world.smithy.id), null)).firstName).toBe('Jonas');
    await expect(app.get(ShowEnquiry).person(byLink(id, world.bakery.id), null)).rejects.toMatchObject({
      code: 'platform/not-found',
    });
    // The second wall: the row itself is out of the giver's reach, whatever the application asks.
    const rows = await app
      .get(UnitOfWork)
      .readAs(byLink(id, world.bakery.id), (tx) => tx.query('select from enquiry_person'));
    expect(rows).toEqual([]);
  });
});

describe('an enquiry that nobody answers', () => {
  it('is due for the partner once the response time has passed, and not once it is answered', async () => {
    const id = await log();
    const source = app.get(DueItemSources).find('partner-contracts.enquiry-unanswered');
    const due = () =>
      app.get(UnitOfWork).readAs(systemActor(world.alliance.id, 'test'), async (tx) => {
        const items = (await source?.due(tx, tx.now(), { afterDays: 0 })) ?? [];
        const told = [];
        for (const item of items) told.push({ item, still: await source?.stillDue(tx, item) });
        return told;
      });
    expect(await due()).toEqual([]);
    clock.setTo('2026-11-29T09:00:00Z');
    expect(await due()).toMatchObject([
      { item: { subject: { id }, recipient: { name: 'Karen Kontakt' } }, still: true },
    ]);
    await answer(id, world.bakery.id, { kind: 'ask-for-help', note: '' });
    expect(await due()).toEqual([]);
  });

  it('becomes an alarm at the top of the list, and the secretariat can hand it on', async () => {
    const late = await log();
    clock.setTo('2026-12-08T10:00:00Z');
    await log();
    const list = (
      await world.secretary.client.get<{ items: { id: string; timing: string }[] }>(
        path('enquiries?open=yes'),
      )
    ).body;
    expect(list.items.map(({ timing }) => timing)).toEqual(['alarm', 'in-time']);
    const handed = await world.secretary.client.post(path(`enquiries/${late}/answer`), {
      kind: 'hand-on-to-partner',
      partnerId: world.smithy.id,
    });
    expect(handed.status).toBe(204);
    expect(await chain(late)).toMatchObject({
      state: 'handed-on',
      waitingFor: 'Smedjen',
      answeredAt: null,
      kept: false,
    });
    const lists = await world.secretary.client.get<{ items: unknown[] }>(
      path('enquiries?timing=alarm&state=handed-on'),
    );
    expect(lists.body.items).toHaveLength(1);
  });
});

describe('the young person withdraws', () => {
  it('through the caseworker; the partner that was not late is not judged', async () => {
    const id = await log();
    expect((await world.caseworker.client.post(path(`enquiries/${id}/withdraw`))).status).toBe(204);
    expect(await chain(id)).toMatchObject({ outcome: 'withdrawn', kept: null });
    expect((await world.secretary.client.get<PromiseRates>(path('promise-rates'))).body.alliance).toEqual({
      state: 'value',
      counted: 0,
      kept: 0,
      rate: null,
    });
  });

  it('by their own link, and nobody else may do it for them', async () => {
    const id = await log();
    expect((await world.secretary.client.post(path(`enquiries/${id}/withdraw`))).status).toBe(403);
    expect((await world.otherCaseworker.client.post(path(`enquiries/${id}/withdraw`))).status).toBe(404);
    const link = linkActor(world.alliance.id, {
      purpose: 'enquiry-withdrawal',
      subjectId: id,
      organisationId: null,
    });
    await app.get(AnswerEnquiry).withdraw(link, null);
    expect((await chain(id)).steps.at(-1)).toMatchObject({ kind: 'withdrawn', by: 'young-person' });
    await expect(answer(id, world.bakery.id, offer)).rejects.toMatchObject({ code: 'enquiries/not-now' });
  });
});

describe('measurements are told of kept promises', () => {
  it('by the month in which each was settled', async () => {
    const kept = await log();
    await answer(kept, world.bakery.id, offer);
    await log();
    clock.setTo('2026-12-01T09:00:00Z');
    const months = await app
      .get(UnitOfWork)
      .readAs(systemActor(world.alliance.id, 'test'), async (tx) =>
        app
          .get(MetricSources)
          .find('partner-contracts.kept-promise')
          ?.compute(tx, { fromMonth: '2026-10', toMonth: '2026-12' }),
      );
    expect(months).toEqual([{ month: '2026-11', numerator: 1, denominator: 2 }]);
  });
});

describe('the example alliance', () => {
  it('shows open, kept and broken promises, and mails nobody', async () => {
    const [municipality] = await app.database.query<{ id: string }>(
      `select id from organisation where alliance_id = $1 and kind = 'municipality'`,
      [world.alliance.id],
    );
    let seed = 7;
    await app.get(UnitOfWork).actAs(systemActor(world.alliance.id, 'example'), (tx) =>
      app.get(EnquiryExample).fill(tx, {
        name: 'ungegarantien',
        allianceId: world.alliance.id,
        founder: world.secretary.actor(world.alliance.id),
        municipalityId: municipality?.id ?? '',
        companyIds: [world.bakery.id, world.smithy.id],
        schoolId: '',
        today: '2026-11-23',
        random: () => (seed = (seed * 16807) % 2147483647) / 2147483647,
      }),
    );
    const { alliance } = (await world.secretary.client.get<PromiseRates>(path('promise-rates'))).body;
    const { kept, counted } = alliance.state === 'value' ? alliance : { kept: 0, counted: 0 };
    expect(kept).toBeGreaterThan(counted / 2);
    expect(kept).toBeLessThan(counted);
    const listed = await world.secretary.client.get<{ items: { timing: string }[] }>(
      path('enquiries?open=yes'),
    );
    expect(new Set(listed.body.items.map(({ timing }) => timing))).toEqual(
      new Set(['alarm', 'late', 'in-time']),
    );
    expect(
      await app.database.query('select from delivery where alliance_id = $1', [world.alliance.id]),
    ).toEqual([]);
  });
});
