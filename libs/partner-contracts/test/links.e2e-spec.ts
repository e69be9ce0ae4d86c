import type { ScopedLink } from '#libs/api-schema';
import { type FixedClock, newId } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { DueItemSources } from '#libs/reminders';
import { eventually, type TestApp, type TestPerson } from '#libs/testing';
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

interface Outbox {
  items: { allianceId: string; to: { email: string } | null; content: { button?: { url: string } } | null }[];
}

const dorte = { name: 'Dorte Bager', email: 'dorte@bageriet.example', locale: 'da' };

async function enquiry(contact: 'phone' | 'email' = 'phone'): Promise<string> {
  const address = contact === 'phone' ? '+45 12 34 56 78' : 'jonas@ung.example';
  const { id } = await app.get(ReceiveEnquiry).log(world.caseworker.actor(world.alliance.id), {
    partnerId: world.bakery.id,
    channel: 'caseworker',
    firstName: 'Jonas',
    ageBand: '16-17',
    wish: 'Vil gerne prøve at bage',
    contact: { channel: contact, address },
    consent: true,
  });
  return id;
}

const linksPath = (): string => `/api/v1/alliances/${world.alliance.id}/links`;
const linksOf = async (query: string, who: TestPerson = world.secretary): Promise<ScopedLink[]> =>
  (await who.client.get<{ items: ScopedLink[] }>(`${linksPath()}${query}`)).body.items;
/** The address in the newest mail to somebody, once there are so many. */
const mailed = (email: string, count = 1): Promise<string> =>
  eventually(`mail to ${email}`, async () => {
    const { items } = (await world.secretary.client.get<Outbox>('/api/v1/outbox')).body;
    const mine = items.filter((mail) => mail.allianceId === world.alliance.id && mail.to?.email === email);
    return mine.length < count ? undefined : new URL(mine[0]?.content?.button?.url ?? '').pathname;
  });
const first = async (id: string): Promise<ScopedLink> => {
  const [link] = await linksOf(`?about=enquiry:${id}&state=open`);
  if (link === undefined) throw new Error('no link');
  return link;
};

describe('the links of an enquiry', () => {
  it('are listed: to whom, for what, until when, and when they were opened', async () => {
    const id = await enquiry();
    const link = await first(id);
    expect(link).toMatchObject({
      purpose: 'enquiry',
      about: { kind: 'enquiry', id, title: { da: 'Henvendelse til Bageriet Ærø' } },
      state: 'open',
      openedAt: null,
      may: { revoke: true, sendAgain: true, passOn: true },
    });
    clock.setTo('2026-11-24T10:00:00Z');
    const address = await mailed(link.to.email ?? '');
    expect((await app.world.stranger.get(address)).status).toBe(200);
    expect((await first(id)).openedAt).toBe('2026-11-24T10:00:00.000Z');
    expect(await linksOf(`?about=enquiry:${newId()}`)).toEqual([]);
    expect((await linksOf(`?linkId=${link.id}`)).map((one) => one.id)).toEqual([link.id]);
  });

  it('pass to the right person by the one who got it wrongly, and reminders follow', async () => {
    const id = await enquiry();
    const address = await mailed((await first(id)).to.email ?? '');
    const page = await app.world.stranger.get<string>(`${address}/pass-on`);
    expect(page.text).toContain('kun en kollega i jeres egen organisation');
    expect((await app.world.stranger.form(`${address}/pass-on`, { name: '', email: 'nej' })).status).toBe(
      422,
    );
    const given = { name: dorte.name, email: dorte.email, language: 'da' };
    const done = await app.world.stranger.form(`${address}/pass-on`, given);
    expect([done.status, done.text.includes('Dorte Bager får et link')]).toEqual([200, true]);
    const old = await app.world.stranger.get<string>(address);
    expect([old.status, old.text.includes('Linket gælder ikke længere')]).toEqual([410, true]);
    const fresh = await mailed(dorte.email);
    expect((await app.world.stranger.get<string>(fresh)).text).toContain('Jonas');
    expect(await first(id)).toMatchObject({ to: { name: 'Dorte Bager' }, passedOn: true });
    clock.setTo('2026-12-03T09:00:00Z');
    const due = await app
      .get(UnitOfWork)
      .actAs(systemActor(world.alliance.id, 'scan'), async (tx) =>
        app
          .get(DueItemSources)
          .find('partner-contracts.enquiry-unanswered')
          ?.due(tx, tx.now(), { afterDays: 0 }),
      );
    expect(due?.map(({ recipient }) => recipient.email)).toEqual([dorte.email]);
  });

  it('go to one of two people to whom they are passed on at the same moment', async () => {
    const id = await enquiry();
    const address = await mailed((await first(id)).to.email ?? '');
    const answers = await Promise.all(
      ['a@bageriet.example', 'b@bageriet.example'].map((email) =>
        app.world.stranger.form(`${address}/pass-on`, { name: 'En Kollega', email, language: 'da' }),
      ),
    );
    const [won, lost] = answers.map(({ status }) => status).sort();
    expect([won, lost === 409 || lost === 410]).toEqual([200, true]);
    expect(await linksOf(`?about=enquiry:${id}&state=open`)).toHaveLength(1);
  });

  it('are ended by the secretariat or a caseworker, and not by a partner', async () => {
    const id = await enquiry();
    const link = await first(id);
    const address = await mailed(link.to.email ?? '');
    const revoke = (who: TestPerson) => who.client.post(`${linksPath()}/${link.id}/revoke`);
    expect((await revoke(world.baker)).status).toBe(403);
    expect((await revoke(world.caseworker)).status).toBe(204);
    expect((await app.world.stranger.get(address)).status).toBe(410);
    expect((await revoke(world.secretary)).status).toBe(409);
  });

  it('are sent again; one that has expired is renewed by its holder, to the same address only', async () => {
    const id = await enquiry();
    const link = await first(id);
    const email = link.to.email ?? '';
    const before = await mailed(email);
    const again = await world.secretary.client.post(`${linksPath()}/${link.id}/send-again`);
    expect(again.status).toBe(204);
    const address = await mailed(email, 2);
    expect((await app.world.stranger.get(before)).status).toBe(410);
    clock.setTo('2027-06-01T09:00:00Z');
    const role = { allianceId: world.alliance.id, role: 'secretariat' as const };
    world = { ...world, secretary: await app.world.person([role]) };
    const expired = await app.world.stranger.get<string>(address);
    expect([expired.status, expired.text.includes('Send mig et nyt link')]).toEqual([410, true]);
    const renewed = await app.world.stranger.form(`${address}/again`, {});
    expect([renewed.status, renewed.text.includes('Et nyt link er på vej')]).toEqual([200, true]);
    const fresh = await mailed(email, 3);
    expect((await app.world.stranger.get(fresh)).status).toBe(200);
    expect((await app.world.stranger.form(`${address}/again`, {})).status).toBe(410);
  });

  it('keep a young person’s address from everybody, and stay with the young person', async () => {
    const id = await enquiry('email');
    const all = await linksOf(`?about=enquiry:${id}`, world.caseworker);
    const own = all.find(({ purpose }) => purpose === 'enquiry-withdrawal');
    expect(own).toMatchObject({
      to: { name: 'Den unge', email: null },
      may: { revoke: false, sendAgain: false, passOn: false },
    });
    expect(JSON.stringify(await linksOf(''))).not.toContain('jonas@ung.example');
    const passed = await world.secretary.client.post(`${linksPath()}/${own?.id ?? ''}/pass-on`, dorte);
    expect(passed.status).toBe(404);
  });

  it('are nobody’s business in another alliance', async () => {
    const link = await first(await enquiry());
    const other = await app.world.alliance();
    const stranger = await app.world.person([{ allianceId: other.id, role: 'secretariat' }]);
    const path = `/api/v1/alliances/${other.id}/links`;
    for (const query of ['', `?linkId=${link.id}`])
      expect((await stranger.client.get<{ items: ScopedLink[] }>(`${path}${query}`)).body.items).toEqual([]);
    for (const action of ['revoke', 'send-again', 'pass-on']) {
      const body = action === 'pass-on' ? dorte : {};
      expect((await stranger.client.post(`${path}/${link.id}/${action}`, body)).status).toBe(404);
    }
    expect((await first(link.about?.id ?? '')).id).toBe(link.id);
  });
});
