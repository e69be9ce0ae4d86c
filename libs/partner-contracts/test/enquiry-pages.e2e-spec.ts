import type { FixedClock } from '#libs/kernel';
import { Links, UnitOfWork } from '#libs/platform';
import type { TestApp } from '#libs/testing';
import { PublicEnquiryPages } from '../src/application/public-enquiry-page.query.js';
import { ReceiveEnquiry } from '../src/application/receive-enquiry.js';
import { type EnquiryWorld, enquiryWorld, monday, startEnquiryApp } from './enquiry.world.js';

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

const asked = {
  firstName: 'Freja <b>',
  ageBand: '13-15',
  wish: 'Jeg vil gerne se, hvordan man bager rundstykker.',
  channel: 'email',
  phone: '',
  email: 'freja@ung.example',
  consent: 'yes',
  website: '',
};

/** A link as the mail carries it: issued by the product, opened over HTTP. */
async function mailedLink(
  purpose: string,
  subjectId: string,
  organisationId: string | null,
): Promise<string> {
  const { url } = await app.get(UnitOfWork).actAs(world.secretary.actor(world.alliance.id), (tx) =>
    app.get(Links).issue(tx, {
      purpose,
      subjectId,
      organisationId,
      to: { name: 'Karen Kontakt', email: 'karen@virksomhed.example', locale: 'da' },
      expiresAt: new Date('2027-06-01T00:00:00Z'),
    }),
  );
  return url;
}

async function enquiry(): Promise<string> {
  const { id } = await app.get(ReceiveEnquiry).log(world.caseworker.actor(world.alliance.id), {
    partnerId: world.bakery.id,
    channel: 'caseworker',
    firstName: 'Jonas',
    ageBand: '16-17',
    wish: 'Vil gerne prøve at bage',
    contact: { channel: 'phone', address: '+45 12 34 56 78' },
    consent: true,
  });
  return id;
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await app.database.query<{ state: string }>('select state from enquiry where id = $1', [id]))[0]?.state;
const formId = (page: string): string => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';

describe('the public page of a partner', () => {
  const address = () =>
    app.get(PublicEnquiryPages).addressOf(world.secretary.actor(world.alliance.id), world.bakery.id);

  it('is plain HTML in Danish or English, without account', async () => {
    const url = await address();
    const danish = await app.world.stranger.get<string>(url);
    expect(danish.status).toBe(200);
    expect(danish.text).toContain('<h1>Skriv til Bageriet Ærø</h1>');
    expect((await app.world.stranger.get<string>(`${url}?locale=en`)).text).toContain(
      'Write to Bageriet Ærø',
    );
  });

  it('takes an enquiry once, however often the form is sent, and thanks by a page that can be reloaded', async () => {
    const url = await address();
    const form = formId((await app.world.stranger.get<string>(url)).text);
    const answers = await Promise.all([1, 2, 3].map(() => app.world.stranger.form(url, { ...asked, form })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const thanks = await app.world.stranger.get<string>(answers[0]?.headers.get('location') ?? '');
    expect(thanks.text).toContain('Bageriet Ærø svarer dig inden for 5 dage');
    const rows = await app.database.query<{ id: string; channel: string }>(
      'select id, channel from enquiry where alliance_id = $1',
      [world.alliance.id],
    );
    expect(rows).toEqual([{ id: form, channel: 'direct' }]);
  });

  it('keeps what was typed and says what to mend when something is missing', async () => {
    const refused = await app.world.stranger.form(await address(), {
      ...asked,
      form: '0198aaaa-0000-7000-8000-000000000000',
      channel: 'phone',
      consent: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="Freja &lt;b&gt;"');
    expect(refused.text).toContain('Skriv, hvor vi kan få fat i dig.');
    expect(
      await app.database.query('select from enquiry where alliance_id = $1', [world.alliance.id]),
    ).toEqual([]);
  });

  it('says of each field left empty which one it is', async () => {
    const form = '0198aaaa-0000-7000-8000-000000000001';
    const refused = await app.world.stranger.form(await address(), { form, channel: 'phone' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Fornavn: Skal udfyldes.');
    expect(refused.text).toMatch(/Alder: Skal udfyldes\./);
    expect(refused.text).not.toContain('Kan kun være');
  });

  it('takes nothing from a program that fills in every field, and looks as if it did', async () => {
    const url = await address();
    const form = formId((await app.world.stranger.get<string>(url)).text);
    expect(
      (await app.world.stranger.form(url, { ...asked, form, website: 'https://spam.example' })).status,
    ).toBe(303);
    expect(
      await app.database.query('select from enquiry where alliance_id = $1', [world.alliance.id]),
    ).toEqual([]);
  });

  it('does not exist for a partner without contract, under another alliance’s name, or for nonsense', async () => {
    const url = await address();
    const elsewhere = await enquiryWorld(app);
    const token = url.split('/').at(-1) ?? '';
    for (const wrong of [`/h/${elsewhere.alliance.slug}/${token}`, `/h/${world.alliance.slug}/bageriet`])
      expect((await app.world.stranger.get(wrong)).status).toBe(404);
    await app.database.query(`update contract set status = 'expired' where organisation_id = $1`, [
      world.bakery.id,
    ]);
    expect((await app.world.stranger.get(url)).status).toBe(404);
  });
});

describe('the page behind the link in the partner’s mail', () => {
  it('shows the enquiry; looking, however often, changes nothing', async () => {
    const id = await enquiry();
    const url = await mailedLink('enquiry', id, world.bakery.id);
    for (let look = 0; look < 3; look += 1) {
      const page = await app.world.stranger.get<string>(url);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Jonas');
      expect(page.text).toContain('href="tel:+4512345678"');
      expect(page.text).toContain('28. november 2026');
    }
    expect(await stateOf(id)).toBe('received');
  });

  it('takes an offer by a plain form, and shows the end afterwards', async () => {
    const id = await enquiry();
    const url = await mailedLink('enquiry', id, world.bakery.id);
    const sent = await app.world.stranger.form(url, {
      kind: 'offer',
      place: 'Fritidsjob om lørdagen',
      startsOn: '2026-12-05',
      contactPerson: 'Karen',
      contactReach: '12345678',
    });
    expect([sent.status, await stateOf(id)]).toEqual([303, 'offered']);
    expect((await app.world.stranger.get<string>(url)).text).toContain('I har tilbudt en plads');
    const again = await app.world.stranger.form(url, { kind: 'take-back' });
    expect(again.status).toBe(409);
  });

  it('says at the field what is wrong and keeps the rest', async () => {
    const id = await enquiry();
    const refused = await app.world.stranger.form(await mailedLink('enquiry', id, world.bakery.id), {
      kind: 'offer',
      place: 'Praktik',
      startsOn: '2026-01-01',
      contactPerson: 'Karen',
      contactReach: '12345678',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Startdatoen ligger tilbage i tiden');
    expect(refused.text).toContain('value="Praktik"');
    expect(await stateOf(id)).toBe('received');
  });

  it('hands on to a coordinator, whose own link accepts; the giver’s page then shows no young person', async () => {
    const id = await enquiry();
    const giver = await mailedLink('enquiry', id, world.bakery.id);
    const handed = await app.world.stranger.form(giver, {
      kind: 'hand-on-to-coordinator',
      coordinator: 'business-consultant',
      name: 'Viggo Konsulent',
      email: 'viggo@kommune.example',
    });
    expect(handed.status).toBe(303);
    const [step] = await app.database.query<{ id: string }>(
      `select id from enquiry_step where enquiry_id = $1 and kind = 'handed-on'`,
      [id],
    );
    const receiver = await mailedLink('hand-on', step?.id ?? '', world.bakery.id);
    const page = (await app.world.stranger.get<string>(receiver)).text;
    expect(page).toContain('Kan I hjælpe en ung videre?');
    expect(page).toContain('Jonas');
    const yes = { kind: 'accept', contactPerson: 'Viggo', contactReach: '11223344' };
    expect((await app.world.stranger.form(giver, yes)).status).toBe(403);
    expect((await app.world.stranger.form(receiver, yes)).status).toBe(303);
    expect(await stateOf(id)).toBe('accepted');
  });

  it('lets the young person withdraw by theirs, and by no other purpose', async () => {
    const id = await enquiry();
    const url = await mailedLink('enquiry-withdrawal', id, null);
    expect((await app.world.stranger.get<string>(url)).text).toContain('Ja, træk den tilbage');
    expect((await app.world.stranger.get(url.replace('enquiry-withdrawal', 'enquiry'))).status).toBe(404);
    expect((await app.world.stranger.form(url, {})).status).toBe(303);
    expect(await stateOf(id)).toBe('withdrawn');
  });

  it('is a page in plain words when the link is unknown', async () => {
    const page = await app.world.stranger.get<string>(
      '/l/enquiry/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    );
    expect(page.status).toBe(404);
    expect(page.text).toContain('Linket passer ikke');
  });
});
