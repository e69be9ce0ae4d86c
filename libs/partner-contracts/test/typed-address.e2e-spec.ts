import { AlliancesModule } from '#libs/alliances';
import { FixedClock, newId } from '#libs/kernel';
import type { PersonDataExport } from '#libs/platform';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { PublicEnquiryPages } from '../src/application/public-enquiry-page.query.js';
import { ReceiveEnquiry } from '../src/application/receive-enquiry.js';
import { EnquiriesModule } from '../src/enquiries.module.js';
import { PartnerContractsModule } from '../src/index.js';
import { type EnquiryWorld, enquiryWorld, giveContract, monday } from './enquiry.world.js';

interface Preview {
  goes: { title: { en: string }; rows: number }[];
  stays: { title: { en: string } }[];
}

let app: TestApp;
let world: EnquiryWorld;
let address: string;
const clock = new FixedClock(monday);

beforeAll(async () => {
  app = await startTestApp({ modules: [AlliancesModule, EnquiriesModule, PartnerContractsModule], clock });
});
afterAll(() => app.close());
beforeEach(async () => {
  clock.setTo(monday);
  world = await enquiryWorld(app);
  address = `${newId().slice(-8)}@direktion.example`;
});

const base = (): string => `/api/v1/alliances/${world.alliance.id}`;
const rights = (kind: string, id: string): string => `${base()}/person-data/${kind}/${id}`;
const sectionsOf = async (who: TestPerson, kind: string, id: string): Promise<string[]> => {
  const answer = await who.client.get<PersonDataExport>(rights(kind, id));
  expect(answer.status).toBe(200);
  return answer.body.places.flatMap(({ sections }) => sections.map(({ key }) => key));
};
const previewOf = async (who: TestPerson, kind: string, id: string): Promise<Preview> =>
  (await who.client.get<Preview>(`${rights(kind, id)}/erasure`)).body;
const erase = (who: TestPerson, kind: string, id: string) =>
  who.client.post(`${rights(kind, id)}/erasure`, { confirmed: true });

async function enquiry(email = 'jonas@ung.example', by = world.caseworker): Promise<string> {
  const { id } = await app.get(ReceiveEnquiry).log(by.actor(world.alliance.id), {
    partnerId: world.bakery.id,
    channel: 'caseworker',
    firstName: 'Jonas',
    ageBand: '16-17',
    wish: 'Vil gerne bage brød',
    contact: { channel: 'email', address: email },
    consent: true,
  });
  return id;
}

/** Passes the partner's link to an enquiry on to an address that somebody types. @returns the new link */
async function passedOn(who: TestPerson, enquiryId: string, to: string, name = 'Dorte'): Promise<string> {
  const open = `select id from link where subject_id = $1 and purpose = 'enquiry' and revoked_at is null`;
  const [link] = await app.database.query<{ id: string }>(open, [enquiryId]);
  const answer = await who.client.post(`${base()}/links/${link?.id ?? ''}/pass-on`, {
    name,
    email: to,
    locale: 'da',
  });
  expect(answer.status).toBeLessThan(300);
  const [fresh] = await app.database.query<{ id: string }>(open, [enquiryId]);
  return fresh?.id ?? '';
}

/** What the secretariat keeps of somebody: a contract in force and one that was sent, an invitation, a contract's link. */
async function known(name: string): Promise<void> {
  for (const status of ['active', 'sent']) {
    const { id } = await app.world.organisation(world.alliance.id);
    await giveContract(app, world.alliance.id, id, 5);
    await app.database.query(
      'update contract set recipient_name = $3, recipient_email = $4, status = $2 where organisation_id = $1',
      [id, status, name, address],
    );
  }
  await app.database.query(
    `insert into invitation (id, alliance_id, name, email, locale, role, created_at, expires_at)
     values ($1, $2, $3, $4, 'da', 'member', now(), now() + interval '9 days')`,
    [newId(), world.alliance.id, name, address],
  );
  await app.database.query(
    `insert into link (id, alliance_id, purpose, subject_id, token_hash, email, name, locale, created_at, expires_at)
     values ($1, $2, 'contract', $1, sha256($1::uuid::text::bytea), $3, $4, 'da', now(), now() + interval '9 days')`,
    [newId(), world.alliance.id, address, name],
  );
}
const keptAtAddress = () =>
  app.database.query(
    `select 'contract' as what, count(*)::int as n from contract where recipient_email = $1
     union all select 'invitation', count(*)::int from invitation where email = $1
     union all select 'contract link', count(*)::int from link where email = $1 and purpose = 'contract' and revoked_at is null`,
    [address],
  );
const allKept = [
  { what: 'contract', n: 2 },
  { what: 'invitation', n: 1 },
  { what: 'contract link', n: 1 },
];
async function contact(name: string): Promise<string> {
  const { id } = await app.world.organisation(world.alliance.id, { contact: name, email: address });
  const [row] = await app.database.query<{ id: string }>(
    'select id from contact_person where organisation_id = $1',
    [id],
  );
  return row?.id ?? '';
}

describe('an address that somebody types, passing a link on', () => {
  it('opens and erases nothing of the secretariat’s: the link and its mails only, whoever asks', async () => {
    await known('Dorte');
    for (const who of [world.caseworker, world.otherCaseworker, world.secretary]) {
      const link = await passedOn(who, await enquiry(), address);
      expect(await sectionsOf(who, 'link-holder', link)).toEqual(['link', 'mails']);
      expect((await previewOf(who, 'link-holder', link)).goes).toMatchObject([
        { title: { en: 'The link' }, rows: 1 },
        { rows: 1 },
      ]);
      expect((await erase(who, 'link-holder', link)).status).toBe(200);
      expect(await keptAtAddress()).toEqual(allKept);
    }
  });

  it('leaves the link to another enquiry alone, and nobody erases from another alliance', async () => {
    const [mine, theirs] = [await enquiry(), await enquiry()];
    const [first, second] = [
      await passedOn(world.caseworker, mine, address),
      await passedOn(world.caseworker, theirs, address),
    ];
    const foreign = await enquiryWorld(app);
    expect((await erase(foreign.caseworker, 'link-holder', first)).status).toBe(404);
    const across = await foreign.caseworker.client.get(
      `/api/v1/alliances/${foreign.alliance.id}/person-data/link-holder/${first}`,
    );
    expect(across.status).toBe(404);
    expect((await erase(world.otherCaseworker, 'link-holder', first)).status).toBe(200);
    const left = await app.database.query('select id from link where email = $1 and revoked_at is null', [
      address,
    ]);
    expect(left).toEqual([{ id: second }]);
    const mails = await app.database.query('select about_id from delivery where recipient_email = $1', [
      address,
    ]);
    expect(mails).toEqual([{ about_id: theirs }]);
  });

  it('does not tell whose it is: nobody’s, a contact person’s, a young person’s, an account’s', async () => {
    const answers = async (who: TestPerson) => {
      const link = await passedOn(who, await enquiry(), address);
      return [await sectionsOf(who, 'link-holder', link), await previewOf(who, 'link-holder', link)];
    };
    for (const who of [world.otherCaseworker, world.secretary]) {
      const nobodys = await answers(who);
      expect(nobodys[0]).toEqual(['link', 'mails']);
      address = `${newId().slice(-8)}@firma.example`;
      await contact('Dorte');
      await known('Dorte');
      expect(await answers(who)).toEqual(nobodys);
      address = `${newId().slice(-8)}@ung.example`;
      await enquiry(address);
      expect(await answers(who)).toEqual(nobodys);
      address = (await app.world.person([])).email;
      expect(await answers(who)).toEqual(nobodys);
    }
  });

  it.each(['Den unge', 'The young person'])(
    'reaches nothing of a young person by being called as they are: %s',
    async (name) => {
      const id = await enquiry(address);
      const before = await app.database.query(
        `select id from link where email = $1 and purpose = 'enquiry-withdrawal' and revoked_at is null`,
        [address],
      );
      expect(before).toHaveLength(1);
      const link = await passedOn(world.otherCaseworker, id, address, name);
      expect(await sectionsOf(world.otherCaseworker, 'link-holder', link)).toEqual(['link']);
      expect((await erase(world.otherCaseworker, 'link-holder', link)).status).toBe(200);
      expect(
        await app.database.query(
          `select id from link where email = $1 and purpose = 'enquiry-withdrawal' and revoked_at is null`,
          [address],
        ),
      ).toEqual(before);
    },
  );
});

describe('an address that somebody types, writing of a young person', () => {
  it('opens and erases nothing that others have at it', async () => {
    await known('Dorte');
    const id = await enquiry(address);
    expect(await sectionsOf(world.caseworker, 'enquiry', id)).toEqual(['enquiry', 'mails', 'link']);
    expect((await erase(world.caseworker, 'enquiry', id)).status).toBe(200);
    expect(await keptAtAddress()).toEqual(allKept);
  });

  it('on the public page takes nothing of a contact person out of reach, and cannot be noticed', async () => {
    const id = await contact('Dorte Direktør');
    await known('Dorte D.');
    const told = async () => ({
      sections: await sectionsOf(world.secretary, 'contact-person', id),
      preview: await previewOf(world.secretary, 'contact-person', id),
    });
    const before = await told();
    expect(before.sections).toEqual(['invitation', 'contact-person', 'contract', 'contract', 'link']);
    expect(before.preview.stays.map(({ title }) => title.en)).toContain('Signed agreements');
    const url = await app
      .get(PublicEnquiryPages)
      .addressOf(world.secretary.actor(world.alliance.id), world.bakery.id);
    const page = await app.world.stranger.get<string>(url);
    const sent = await app.world.stranger.form(url, {
      firstName: 'Freja',
      ageBand: '13-15',
      wish: 'Jeg vil gerne bage.',
      channel: 'email',
      phone: '',
      email: address,
      consent: 'yes',
      website: '',
      form: /name="form" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
    });
    expect(sent.status).toBe(303);
    const shared = await app.database.query('select 1 from enquiry_person where contact_address = $1', [
      address,
    ]);
    expect(shared).toHaveLength(1);
    expect(await told()).toEqual(before);
    expect((await erase(world.secretary, 'contact-person', id)).status).toBe(200);
    expect(await keptAtAddress()).toEqual([
      { what: 'contract', n: 1 },
      { what: 'invitation', n: 0 },
      { what: 'contract link', n: 0 },
    ]);
    const theirs = await app.database.query(
      `select 1 from link where email = $1 and purpose = 'enquiry-withdrawal' and revoked_at is null`,
      [address],
    );
    expect(theirs).toHaveLength(1);
  });

  it('of a colleague with the same address: contracts and invitations are told apart by the name', async () => {
    const [dorte, lis] = [await contact('Dorte'), await contact('Lis')];
    await known('Dorte');
    expect(await sectionsOf(world.secretary, 'contact-person', dorte)).toEqual(
      expect.arrayContaining(['invitation', 'contract', 'link']),
    );
    expect(await sectionsOf(world.secretary, 'contact-person', lis)).toEqual(['contact-person']);
    expect((await erase(world.secretary, 'contact-person', lis)).status).toBe(200);
    expect(await keptAtAddress()).toEqual(allKept);
  });
});
