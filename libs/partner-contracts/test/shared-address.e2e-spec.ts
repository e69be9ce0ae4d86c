import type { FixedClock } from '#libs/kernel';
import { newId } from '#libs/kernel';
import type { PersonDataExport } from '#libs/platform';
import type { TestApp } from '#libs/testing';
import { ReceiveEnquiry } from '../src/application/receive-enquiry.js';
import { type EnquiryWorld, enquiryWorld, monday, startEnquiryApp } from './enquiry.world.js';

let app: TestApp;
let clock: FixedClock;
let world: EnquiryWorld;
let address: string;

beforeAll(async () => {
  ({ app, clock } = await startEnquiryApp());
});
afterAll(() => app.close());
beforeEach(async () => {
  clock.setTo(monday);
  world = await enquiryWorld(app);
  address = `${newId().slice(-8)}@faelles.example`;
});

/** A young person's enquiry with a mail address. */
async function enquiry(partnerId = world.bakery.id, at: EnquiryWorld = world): Promise<string> {
  const { id } = await app.get(ReceiveEnquiry).log(at.caseworker.actor(at.alliance.id), {
    partnerId,
    channel: 'caseworker',
    firstName: 'Jonas',
    ageBand: '16-17',
    wish: 'Vil gerne bage brød',
    contact: { channel: 'email', address },
    consent: true,
  });
  return id;
}

/** A contact person with the address, and a mail made out to them. */
async function contact(name: string, at: EnquiryWorld = world): Promise<{ id: string; mail: string }> {
  const organisation = await app.world.organisation(at.alliance.id, { contact: name, email: address });
  const [row] = await app.database.query<{ id: string }>(
    'select id from contact_person where organisation_id = $1',
    [organisation.id],
  );
  const mail = newId();
  await app.database.query(
    `insert into delivery (id, alliance_id, key, template, locale, recipient_name, recipient_email, about_kind, about_id,
       message_id, state)
     values ($1::uuid, $2, $1::text, 'partner-contracts.invitation', 'da', $3, $4, 'contract', $1, $1::text, 'sent')`,
    [mail, at.alliance.id, name, address],
  );
  return { id: row?.id ?? '', mail };
}

interface Sent {
  name: string;
  email: string;
}
const mailsAbout = (id: string): Promise<Sent[]> =>
  app.database.query<Sent>(
    `select recipient_name as name, recipient_email as email from delivery
     where about_id = $1 and recipient_name not like 'Kontakt%' order by id`,
    [id],
  );
const mail = async (id: string): Promise<string | undefined> =>
  (
    await app.database.query<{ name: string }>('select recipient_name as name from delivery where id = $1', [
      id,
    ])
  )[0]?.name;
const openLinks = (id: string): Promise<{ purpose: string }[]> =>
  app.database.query<{ purpose: string }>(
    `select purpose from link where subject_id = $1 and revoked_at is null and email = $2`,
    [id, address],
  );
const rights = (kind: string, id: string): string =>
  `/api/v1/alliances/${world.alliance.id}/person-data/${kind}/${id}`;
const gone = { name: 'Slettet', email: 'slettet@invalid' };

describe('a mail address that two people have', () => {
  it('leaves the young person’s mails and link alone when a contact person with it is erased', async () => {
    const id = await enquiry();
    const { id: contactId, mail: own } = await contact('Den unge');
    const before = await mailsAbout(id);
    expect(before).toContainEqual({ name: 'Den unge', email: address });
    const path = rights('contact-person', contactId);
    const exported = await world.secretary.client.get<PersonDataExport>(path);
    expect(exported.status).toBe(200);
    expect(exported.text).not.toContain('enquiry-withdrawal');
    const erased = await world.secretary.client.post(`${path}/erasure`, { confirmed: true });
    expect(erased.status).toBe(200);
    expect(await mailsAbout(id)).toEqual(before);
    expect(await openLinks(id)).toEqual([{ purpose: 'enquiry-withdrawal' }]);
    expect(await mail(own)).toBe('Den unge');
    const person = await app.database.query('select id from enquiry_person where enquiry_id = $1', [id]);
    expect(person).toHaveLength(1);
  });

  it('leaves the contact person’s alone when the young person is erased, whose own go', async () => {
    const id = await enquiry();
    const { id: contactId, mail: theirs } = await contact('Karen Kontakt');
    const erased = await world.caseworker.client.post(`${rights('enquiry', id)}/erasure`, {
      confirmed: true,
    });
    expect(erased.status).toBe(200);
    expect(await mailsAbout(id)).toContainEqual(gone);
    expect(await mailsAbout(id)).not.toContainEqual({ name: 'Den unge', email: address });
    expect(await openLinks(id)).toEqual([]);
    expect(await mail(theirs)).toBe('Karen Kontakt');
    expect(await app.database.query('select id from contact_person where id = $1', [contactId])).toHaveLength(
      1,
    );
  });

  it('leaves another enquiry alone: its link opens, its mails stay', async () => {
    const [first, second] = [await enquiry(), await enquiry(world.smithy.id)];
    const before = await mailsAbout(second);
    await world.caseworker.client.post(`${rights('enquiry', first)}/erasure`, { confirmed: true });
    expect(await mailsAbout(first)).toContainEqual(gone);
    expect(await mailsAbout(second)).toEqual(before);
    expect(await openLinks(second)).toEqual([{ purpose: 'enquiry-withdrawal' }]);
  });

  it('of a company leaves a colleague’s mails alone, and takes one’s own wherever they lead', async () => {
    await enquiry(world.smithy.id).then((id) =>
      app.database.query('delete from enquiry_person where enquiry_id = $1', [id]),
    );
    const [kaj, lis] = [await contact('Kaj Nør'), await contact('Lis Lund')];
    const path = `${rights('contact-person', kaj.id)}/erasure`;
    expect((await world.secretary.client.post(path, { confirmed: true })).status).toBe(200);
    expect([await mail(kaj.mail), await mail(lis.mail)]).toEqual(['Slettet', 'Lis Lund']);
  });

  it('of a company leaves everybody else’s links alone, and says nothing of them', async () => {
    const third = `${newId().slice(-8)}@tredje.example`;
    const link = (name: string, email: string) =>
      app.database.query(
        `insert into link (id, alliance_id, purpose, subject_id, token_hash, email, name, locale, created_at, expires_at)
         values ($1, $2, 'enquiry', $1, sha256($1::uuid::text::bytea), $3, $4, 'da', now(), now() + interval '9 days')`,
        [newId(), world.alliance.id, email, name],
      );
    await link('Kaj Nør', address);
    await link('Lis Lund', address);
    await link('Freja Fjern', third);
    const [kaj] = [await contact('Kaj Nør'), await contact('Lis Lund')];
    const handedOut = await world.secretary.client.get<PersonDataExport>(rights('contact-person', kaj.id));
    const sections = handedOut.body.places.flatMap((place) => place.sections);
    const links = sections.filter(({ key }) => key === 'link');
    expect(links).toHaveLength(1);
    expect(JSON.stringify(handedOut.body)).not.toContain(third);
    const erased = await world.secretary.client.post(`${rights('contact-person', kaj.id)}/erasure`, {
      confirmed: true,
    });
    expect(erased.status).toBe(200);
    const left = await app.database.query(
      `select name, email, revoked_at is null as open from link where alliance_id = $1 order by name`,
      [world.alliance.id],
    );
    expect(left).toEqual([
      { name: 'Freja Fjern', email: third, open: true },
      { name: 'Lis Lund', email: address, open: true },
      { name: 'Slettet', email: 'slettet@invalid', open: false },
    ]);
  });

  it('in another alliance is nobody’s business here', async () => {
    const elsewhere = await enquiryWorld(app);
    const id = await enquiry(elsewhere.bakery.id, elsewhere);
    const before = await mailsAbout(id);
    const kaj = await contact('Kaj Nør');
    const path = `${rights('contact-person', kaj.id)}/erasure`;
    await world.secretary.client.post(path, { confirmed: true });
    expect(await mail(kaj.mail)).toBe('Slettet');
    expect(await mailsAbout(id)).toEqual(before);
  });

  it('is said to stay, if it is, whether it is shared or not: nobody finds out by asking', async () => {
    const stays = async (id: string) =>
      (await world.secretary.client.get<{ stays: unknown[] }>(`${rights('contact-person', id)}/erasure`)).body
        .stays;
    await enquiry();
    const shared = await stays((await contact('Karen Kontakt')).id);
    address = `${newId().slice(-8)}@alene.example`;
    expect(await stays((await contact('Karen Kontakt')).id)).toEqual(shared);
    expect(JSON.stringify(shared)).toContain('samme mailadresse');
  });

  it('is judged by what is there when both are erased at once', async () => {
    const id = await enquiry();
    const kaj = await contact('Kaj Nør');
    const answers = await Promise.all([
      world.secretary.client.post(`${rights('contact-person', kaj.id)}/erasure`, { confirmed: true }),
      world.caseworker.client.post(`${rights('enquiry', id)}/erasure`, { confirmed: true }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await mailsAbout(id)).not.toContainEqual({ name: 'Den unge', email: address });
    expect(await openLinks(id)).toEqual([]);
  });
});
