import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { domainModules } from '../../apps/composition/modules.js';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { complaintsOf, openBrowser, openWindow } from '../browser/browser.js';

interface Table {
  readonly slug: string;
  readonly meetingId: string;
  readonly chair: TestPerson;
  readonly anna: TestPerson;
}

/** A steering group of two with a meeting and one item to decide. */
async function layTable({ world }: TestApp): Promise<Table> {
  const { id: allianceId, slug } = await world.alliance();
  const secretary = await world.person([{ allianceId, role: 'secretariat' }]);
  const chair = await world.person([{ allianceId, role: 'member' }], { name: 'Karen Holm' });
  const anna = await world.person([{ allianceId, role: 'member' }], { name: 'Anna Lund' });
  const make = async (path: string, body: unknown): Promise<string> => {
    const answer = await secretary.client.post<{ id: string }>(
      `/api/v1/alliances/${allianceId}/${path}`,
      body,
    );
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const memberIds = [chair.id, anna.id];
  const groupId = await make('meeting-groups', { name: 'Styregruppen', kind: 'steering', memberIds });
  const meetingId = await make('meetings', {
    groupId,
    title: 'Styregruppemøde',
    startsAt: '2026-12-01T13:00:00Z',
    endsAt: '2026-12-01T15:00:00Z',
    chairId: chair.id,
  });
  await make(`meetings/${meetingId}/items`, { type: 'decide', title: 'Fritidsjob', minutes: 20 });
  return { slug, meetingId, chair, anna };
}

describe('a meeting room in two browsers', () => {
  let app: TestApp;
  let browser: Browser;
  let table: Table;
  const windows: BrowserContext[] = [];
  const complaints: string[][] = [];

  const enter = async (who: TestPerson, width: 'desktop' | 'phone' = 'desktop'): Promise<Page> => {
    const window = await openWindow(browser, { url: app.url, cookie: who.cookie, width });
    windows.push(window);
    const page = await window.newPage();
    complaints.push(complaintsOf(page));
    await page.goto(`/a/${table.slug}/moeder/${table.meetingId}/lokale`);
    return page;
  };
  const press = (page: Page, name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
  const note = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Ny note').fill(text);
    await press(page, 'Tilføj note');
  };
  const sees = (page: Page, text: string): Promise<void> =>
    page.locator('.room').getByText(text).first().waitFor();

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, webRoot: resolve('dist/web') });
    browser = await openBrowser();
    table = await layTable(app);
  });
  afterAll(async () => {
    for (const window of windows) await window.close();
    await browser.close();
    await app.close();
  });

  it('decides by consent, keeps what is written without a connection, and ends in minutes', async () => {
    const chair = await enter(table.chair);
    const anna = await enter(table.anna, 'phone');
    await sees(chair, 'Anna Lund');
    await press(chair, 'Åbn mødet');
    await press(chair, 'Begynd med punkt 1');
    await anna.getByRole('heading', { name: 'Fritidsjob' }).waitFor();

    await press(anna, 'Bed om ordet');
    await press(chair, 'Giv Anna Lund ordet');
    await sees(anna, 'Du har ordet');

    await press(anna, 'Stil forslag');
    await anna.getByLabel('Nyt forslag').fill('Vi prøver med tre butikker');
    await press(anna, 'Stil forslaget');
    await press(chair, 'Begynd samtykkerunde');
    await anna.getByLabel('Jeg har en indvending').check();
    await anna.getByLabel('Begrundelse').fill('Vi mangler en mentor');
    await press(anna, 'Svar');
    await sees(chair, 'Vi mangler en mentor');
    await press(chair, 'Afslut runden');
    await sees(anna, 'Forslaget er ikke vedtaget');
    await press(anna, 'Ret forslaget');
    await anna.getByLabel('Ret forslaget').fill('Vi prøver med to butikker og en mentor');
    await press(anna, 'Gem rettelsen');
    await press(chair, 'Begynd ny runde');
    for (const page of [chair, anna]) {
      await page.getByLabel('Jeg samtykker', { exact: true }).check();
      await press(page, 'Svar');
    }
    await sees(chair, '2 af 2 har svaret');
    await press(chair, 'Afslut runden');
    await sees(anna, 'Vedtaget');

    await anna.context().setOffline(true);
    await sees(anna, 'Forbindelsen er væk');
    await note(anna, 'Skrevet uden forbindelse');
    await sees(anna, '1 ændring venter på forbindelsen');
    await note(chair, 'Sagt imens');
    await sees(chair, 'Sagt imens');
    expect(await anna.getByText('Sagt imens').count()).toBe(0);
    await anna.context().setOffline(false);
    await sees(anna, 'Sagt imens');
    await sees(chair, 'Skrevet uden forbindelse');
    await sees(anna, 'Gemt');
    const stored = await app.database.query<{ text: string }>(
      `select body ->> 'text' as text from meeting_room_event
       where meeting_id = $1 and body ->> 'type' = 'note-added' order by sequence`,
      [table.meetingId],
    );
    expect(stored.map((row) => row.text).sort()).toEqual(['Sagt imens', 'Skrevet uden forbindelse']);

    await press(chair, 'Afslut mødet');
    await chair.getByRole('dialog').getByRole('button', { name: 'Afslut mødet' }).click();
    await chair.getByRole('heading', { name: 'Referat: Styregruppemøde' }).waitFor();
    await sees(anna, 'Mødet er afsluttet');
    const minutes = await chair.locator('main').innerText();
    expect(minutes).toContain('Vi prøver med to butikker og en mentor');
    expect(minutes).toContain('Vedtaget i samtykke');
    expect(minutes).toMatch(/Karen Holm, Anna Lund|Anna Lund, Karen Holm/);
    const unexpected = complaints.flat().filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'));
    expect(unexpected).toEqual([]);
  });
});
