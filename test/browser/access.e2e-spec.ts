import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { openBrowser, openWindow } from './browser.js';
import { seen, soundEverywhere } from './journey.js';

describe('an access that ends while the page is open', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, webRoot: resolve('dist/web') });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function place() {
    const alliance = await app.world.alliance({ name: 'Fjordgarantien' });
    const base = `/api/v1/alliances/${alliance.id}`;
    const head = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }], {
      name: 'Mette Sørensen',
      isAdmin: true,
    });
    const town = await app.world.organisation(alliance.id, { kind: 'municipality', name: 'Fjordby Kommune' });
    return { ...alliance, base, head, town };
  }

  /** The list of partners, with one by name on it and the connection up. */
  async function reading(person: TestPerson, slug: string): Promise<Page> {
    const window = await openWindow(browser, { url: app.url, cookie: person.cookie });
    const page = await window.newPage();
    const connected = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await page.goto(`/a/${slug}/partnere`);
    await seen(page.getByRole('link', { name: 'Fjordby Kommune' }));
    await connected;
    return page;
  }

  async function roleOf(at: Awaited<ReturnType<typeof place>>, personId: string): Promise<string> {
    const { body } = await at.head.client.get<{ items: { id: string; personId: string }[] }>(
      `${at.base}/members`,
    );
    return body.items.find((each) => each.personId === personId)?.id ?? '';
  }

  it('by a pause: the alliance is gone from it, and it says so and whom to write to', async () => {
    const at = await place();
    const person = await app.world.person([{ allianceId: at.id, role: 'member' }], { name: 'Karl Medlem' });
    const page = await reading(person, at.slug);
    const member = `${at.base}/members/${await roleOf(at, person.id)}`;
    await at.head.client.post(`${member}/pause`);
    await seen(page.getByText('Din adgang til Fjordgarantien er sat på pause'));
    expect(await page.getByText('Fjordby Kommune').count()).toBe(0);
    await seen(page.getByRole('link', { name: 'Mette Sørensen' }));
    await soundEverywhere(page);
    await page.goto(`/a/${at.slug}/partnere`);
    await seen(page.getByText('Din adgang til Fjordgarantien er sat på pause'));
    await at.head.client.post(`${member}/resume`);
    await page.goto(`/a/${at.slug}/partnere`);
    await seen(page.getByRole('link', { name: 'Fjordby Kommune' }));
  }, 60_000);

  it('by the administrator: sign-in takes its place', async () => {
    const at = await place();
    const person = await app.world.person([{ allianceId: at.id, role: 'member' }]);
    const page = await reading(person, at.slug);
    await at.head.client.post(`/api/v1/admin/people/${person.id}/deactivate`);
    await seen(page.getByText('Du er logget ud her'));
    expect(await page.getByText('Fjordby Kommune').count()).toBe(0);
  }, 60_000);

  it('in one of two roles: what only that role opened is gone, the rest stays', async () => {
    const at = await place();
    const person = await app.world.person([{ allianceId: at.id, role: 'member' }]);
    await app.database.query(
      `insert into alliance_member (id, alliance_id, person_id, role, organisation_id)
       select gen_random_uuid(), $1, $2, 'partner', $3`,
      [at.id, person.id, at.town.id],
    );
    const page = await reading(person, at.slug);
    await seen(page.getByRole('link', { name: 'Kontrakter' }));
    const { body } = await at.head.client.get<{ items: { id: string; personId: string; role: string }[] }>(
      `${at.base}/members`,
    );
    const partner = body.items.find((each) => each.personId === person.id && each.role === 'partner');
    await at.head.client.post(`${at.base}/members/${partner?.id ?? ''}/pause`);
    await page.getByRole('link', { name: 'Kontrakter' }).waitFor({ state: 'detached' });
    await seen(page.getByRole('link', { name: 'Fjordby Kommune' }));
  }, 60_000);
});
