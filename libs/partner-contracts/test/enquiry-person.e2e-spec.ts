import type { EnquiryDetail, LogEnquiry, PromiseRates } from '#libs/api-schema';
import { type FixedClock, newId } from '#libs/kernel';
import { Retention, UnitOfWork } from '#libs/platform';
import type { TestApp, TestPerson } from '#libs/testing';
import { AnswerEnquiry } from '../src/application/answer-enquiry.js';
import { EnquiryPageView } from '../src/application/enquiry-page-view.query.js';
import { EnquiryRepository } from '../src/application/enquiry.repository.js';
import { ReceiveEnquiry } from '../src/application/receive-enquiry.js';
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

const path = (rest: string) => `/api/v1/alliances/${world.alliance.id}/${rest}`;
const log = async (more: Partial<LogEnquiry> = {}): Promise<string> => {
  const given = {
    partnerId: world.bakery.id,
    channel: 'caseworker',
    firstName: 'Jonas',
    ageBand: '16-17',
    wish: 'Vil gerne bage brød',
    contact: { channel: 'email', address: 'jonas@ung.example' },
    consent: true,
    ...more,
  } as LogEnquiry;
  return (await app.get(ReceiveEnquiry).log(world.caseworker.actor(world.alliance.id), given)).id;
};
const bakersLink = (id: string) =>
  linkActor(world.alliance.id, { purpose: 'enquiry', subjectId: id, organisationId: world.bakery.id });
const personOf = (id: string, by: TestPerson) => by.client.get<object>(path(`enquiries/${id}/person`));
const detail = async (id: string, by = world.caseworker) =>
  (await by.client.get<EnquiryDetail>(path(`enquiries/${id}`))).body;
const rights = (id: string) => path(`person-data/enquiry/${id}`);

const repository = () => app.get<EnquiryRepository>(EnquiryRepository as never);

const partnerSees = {
  firstName: 'Jonas',
  ageBand: '16-17',
  wish: 'Vil gerne bage brød',
  contact: { channel: 'email', address: 'jonas@ung.example' },
};

describe('a partner that an enquiry was addressed to', () => {
  it('sees first name, age band, wish and the chosen way of contact, and not a word more', async () => {
    const id = await log();
    expect((await personOf(id, world.baker)).body).toEqual(partnerSees);
    const own = (await personOf(id, world.caseworker)).body;
    expect(Object.keys(own).sort()).toEqual([...Object.keys(partnerSees), 'consent', 'participantId'].sort());
    const none = await log({ contact: { channel: 'through-caseworker' } });
    expect((await personOf(none, world.baker)).body).toMatchObject({
      contact: { channel: 'through-caseworker', address: null },
    });
  });

  it('does not see what is added to an enquiry later, neither a column nor what the code makes of it', async () => {
    const id = await log();
    await app.database.query(
      `alter table enquiry_person add column if not exists canary text default 'KANARIE'`,
    );
    const enquiries = repository();
    const person = enquiries.person.bind(enquiries);
    // As if somebody had written "select *": whatever the row holds comes up to the action.
    enquiries.person = async (tx, enquiryId) => {
      const [row] = await tx.query('select * from enquiry_person where enquiry_id = $1', [enquiryId]);
      const known = await person(tx, enquiryId);
      return known === null ? null : { ...row, ...known };
    };
    try {
      const raw = await app.get(UnitOfWork).readAs(bakersLink(id), (tx) => enquiries.person(tx, id));
      expect(raw).toMatchObject({ canary: 'KANARIE' });
      const answered = await personOf(id, world.baker);
      expect(answered.body).toEqual(partnerSees);
      expect((await personOf(id, world.caseworker)).text).not.toContain('KANARIE');
      const page = await app.get(EnquiryPageView).run(bakersLink(id), 'da');
      expect(page.person).toEqual(partnerSees);
    } finally {
      enquiries.person = person;
      await app.database.query('alter table enquiry_person drop column canary');
    }
  });

  it('no longer sees who it was once the young person has withdrawn; the own caseworker does', async () => {
    const id = await log();
    await world.caseworker.client.post(path(`enquiries/${id}/withdraw`));
    expect((await personOf(id, world.baker)).status).toBe(404);
    expect((await detail(id, world.baker)).mayReadPerson).toBe(false);
    expect((await app.get(EnquiryPageView).run(bakersLink(id), 'da')).person).toBeNull();
    expect((await personOf(id, world.caseworker)).status).toBe(200);
  });

  it('cannot take it out as a file, nor see who has seen it, nor erase it', async () => {
    const id = await log();
    for (const at of [rights(id), `${rights(id)}/pdf`, `${rights(id)}/access-log`, `${rights(id)}/erasure`])
      expect([at, (await world.baker.client.get(at)).status]).toEqual([at, 403]);
    const erase = await world.baker.client.post(`${rights(id)}/erasure`, { confirmed: true });
    expect(erase.status).toBe(403);
  });
});

describe('what a young person shared', () => {
  it('is handed out to the own caseworker, with who has seen it', async () => {
    const id = await log();
    await personOf(id, world.baker);
    const { status, text } = await world.caseworker.client.get(rights(id));
    expect(status).toBe(200);
    for (const said of [
      'Jonas',
      'Vil gerne bage brød',
      'jonas@ung.example',
      'Bageriet Ærø',
      world.baker.name,
    ])
      expect(text).toContain(said);
  });

  it('goes to no other organisation, alliance or role, as if it were not there', async () => {
    const id = await log();
    const elsewhere = await enquiryWorld(app);
    for (const person of [world.otherCaseworker, elsewhere.caseworker, elsewhere.secretary]) {
      const [theirs, nobodys] = [
        await person.client.get(rights(id)),
        await person.client.get(rights(newId())),
      ];
      expect(theirs.status).toBeGreaterThanOrEqual(403);
      expect(theirs.text).not.toContain('Jonas');
      expect(nobodys.status).toBe(404);
    }
    expect((await world.secretary.client.get(rights(id))).text).not.toContain('Jonas');
  });

  it('is erased with free text, mails and links; the chain and the promise stay, and it says so', async () => {
    const id = await log();
    await app.get(AnswerEnquiry).answer(bakersLink(id), null, {
      kind: 'offer',
      place: 'Jonas kan begynde i bageriet',
      contactPerson: 'Karen',
      contactReach: '98123456',
    });
    const asked = await world.caseworker.client.post<{ done: boolean }>(`${rights(id)}/erasure`, {
      confirmed: true,
    });
    expect([asked.status, asked.body.done]).toEqual([200, true]);
    const [left] = await app.database.query<{ said: string }>(
      `select coalesce((select json_agg(p) from enquiry_person p where p.enquiry_id = $1)::text, '')
         || coalesce((select json_agg(s) from enquiry_step s where s.enquiry_id = $1)::text, '')
         || coalesce((select json_agg(d) from delivery d where d.about_id = $1)::text, '')
         || coalesce((select json_agg(l) from link l where l.subject_id = $1)::text, '') as said`,
      [id],
    );
    expect(left?.said).not.toMatch(/Jonas|jonas|bage brød/);
    expect(await detail(id)).toMatchObject({
      outcome: 'place-offered',
      kept: true,
      mayReadPerson: false,
      personErasedAt: '2026-11-23T09:00:00.000Z',
    });
    expect((await world.caseworker.client.get(rights(id))).status).toBe(404);
    expect((await personOf(id, world.baker)).status).toBe(404);
  });

  it('of one who came alone can be erased by the secretariat, unseen', async () => {
    const given = {
      firstName: 'Sofie',
      ageBand: '16-17' as const,
      wish: 'Et fritidsjob',
      channel: 'phone' as const,
      phone: '+45 12 34 56 78',
      email: '',
      consent: 'yes' as const,
      form: newId(),
      website: '',
    };
    const place = { allianceId: world.alliance.id, organisationId: world.bakery.id };
    const { id } = await app.get(ReceiveEnquiry).ask(place, given, 'da');
    const seen = await world.secretary.client.get(rights(id));
    expect([seen.status, seen.text.includes('Sofie')]).toEqual([403, false]);
    const preview = await world.secretary.client.get<{ name: string; goes: object[] }>(
      `${rights(id)}/erasure`,
    );
    expect([preview.status, preview.body.name]).toEqual([200, 'Den unge']);
    expect(preview.body.goes).not.toEqual([]);
    expect(preview.text).not.toMatch(/Sofie|fritidsjob|12 ?34 ?56/);
    expect((await world.secretary.client.get(`${rights(await log())}/erasure`)).status).toBe(403);
    const elsewhere = await enquiryWorld(app);
    for (const who of [world.baker, world.caseworker])
      expect((await who.client.get(`${rights(id)}/erasure`)).status).toBe(403);
    const foreign = `/api/v1/alliances/${elsewhere.alliance.id}/person-data/enquiry/${id}/erasure`;
    expect((await elsewhere.secretary.client.get(foreign)).status).toBe(404);
    const erased = await world.secretary.client.post(`${rights(id)}/erasure`, { confirmed: true });
    expect([erased.status, erased.text.includes('Sofie')]).toEqual([200, false]);
    expect(await app.database.query('select from enquiry_person where enquiry_id = $1', [id])).toEqual([]);
  });

  it('goes by itself some time after the end, and not while the chain is open', async () => {
    const [ended, open] = [await log(), await log()];
    await world.caseworker.client.post(path(`enquiries/${ended}/withdraw`));
    const run = async (day: string) => {
      clock.setTo(`${day}T04:00:00Z`);
      await app.get(Retention).run(world.alliance.id, 'partner-contracts.enquiry-ended', day);
      const left = await app.database.query<{ id: string }>(
        'select enquiry_id as id from enquiry_person where alliance_id = $1',
        [world.alliance.id],
      );
      return left.map(({ id }) => id).sort();
    };
    expect(await run('2027-05-23')).toEqual([ended, open].sort());
    expect(await run('2027-05-25')).toEqual([open]);
  });

  it('takes what was sent to the young person, and nothing of whoever has an account with the address', async () => {
    const { name, email } = world.secretary;
    const id = await log({ contact: { channel: 'email', address: email } });
    const mails = () =>
      app.database.query<{ name: string; email: string }>(
        `select recipient_name as name, recipient_email as email from delivery
         where alliance_id = $1 and template in ('enquiries.confirmation', 'reminders.digest') order by template`,
        [world.alliance.id],
      );
    await app.database.query(
      `insert into delivery (id, alliance_id, key, template, locale, recipient_name, recipient_email, about_kind,
         about_id, message_id, state)
       values ($1::uuid, $2, $1::text, 'reminders.digest', 'da', $3, $4, 'person', $1, $1::text, 'sent')`,
      [newId(), world.alliance.id, name, email],
    );
    expect(await mails()).toEqual([
      { name: 'Den unge', email },
      { name, email },
    ]);
    await world.caseworker.client.post(`${rights(id)}/erasure`, { confirmed: true });
    expect(await mails()).toEqual([
      { name: 'Slettet', email: 'slettet@invalid' },
      { name, email },
    ]);
  });
});

describe('kept promises, for those who may not read the chains', () => {
  it('have no partner by name, hide few, and cannot be cut into parts', async () => {
    const member = await app.world.person([{ allianceId: world.alliance.id, role: 'member' }]);
    const id = await log();
    await app.get(AnswerEnquiry).answer(bakersLink(id), null, {
      kind: 'offer',
      place: 'En plads',
      contactPerson: 'Karen',
      contactReach: '98123456',
    });
    const { body, text } = await member.client.get<PromiseRates>(path('promise-rates'));
    expect(body.alliance).toEqual({ state: 'suppressed', below: 5 });
    expect(text).not.toMatch(/Bageriet|"kept"/);
    for (const part of ['from=2026-11-01', 'to=2026-11-30', `partner=${world.bakery.id}`])
      expect((await member.client.get<{ code: string }>(path(`promise-rates?${part}`))).body.code).toBe(
        'enquiries/rates-in-full-only',
      );
    const own = await world.baker.client.get<PromiseRates>(path('promise-rates'));
    expect(own.body.alliance).toMatchObject({ state: 'value', counted: 1, kept: 1 });
  });
});
