import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { openBrowser, openWindow } from './browser.js';
import { seen } from './journey.js';

describe('where the focus is', () => {
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

  async function people(): Promise<Page> {
    const { id, slug } = await app.world.alliance({ name: 'Fjordgarantien' });
    const head = await app.world.person([{ allianceId: id, role: 'secretariat' }], {
      name: 'Mette Sørensen',
    });
    await app.world.person([{ allianceId: id, role: 'member' }], { name: 'Karl Medlem' });
    const window = await openWindow(browser, { url: app.url, cookie: head.cookie });
    const page = await window.newPage();
    await page.goto(`/a/${slug}/indstillinger`);
    return page;
  }

  /** Waits until the thing, or something in it, has the focus. */
  async function focused(thing: Locator): Promise<void> {
    await seen(thing.and(thing.page().locator(':focus, :focus-within')));
  }

  it('goes into the first field of a dialog, and back to what opened it', async () => {
    const page = await people();
    const invite = page.getByRole('button', { name: 'Invitér person' });
    await invite.click();
    await focused(page.getByRole('dialog').getByRole('textbox', { name: 'Navn' }));
    await page.keyboard.press('Escape');
    await focused(invite);
  }, 60_000);

  it('is on the choice that changes nothing, and stays in the row when the button has gone', async () => {
    const page = await people();
    const row = page.getByRole('row', { name: 'Karl Medlem' });
    await row.getByRole('button', { name: 'Sæt på pause' }).click();
    await focused(page.getByRole('dialog').getByRole('button', { name: 'Annullér' }));
    await page.getByRole('dialog').getByRole('button', { name: 'Sæt på pause' }).click();
    await seen(row.getByRole('button', { name: 'Slut pausen' }));
    await focused(row);
  }, 60_000);

  it('is in the code field once the code is sent; a space in the code does no harm', async () => {
    const page = await (await openWindow(browser, { url: app.url })).newPage();
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('karl@fjord.example');
    await page.getByRole('button', { name: 'Send link og kode' }).click();
    const code = page.getByRole('textbox', { name: 'Kode på seks cifre' });
    await focused(code);
    await code.fill('417 43');
    await code.press('Enter');
    await seen(page.getByText('Koden er seks tal').first());
    await code.fill('417 434');
    await code.press('Enter');
    await seen(page.getByText('Koden passer ikke').first());
  }, 60_000);
});
