import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Locale } from '#libs/api-schema';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { addressOf, idsOf, patterns } from './addresses.js';
import {
  axeViolations,
  complaintsOf,
  networkOf,
  openBrowser,
  openWindow,
  overflow,
  settled,
  type Width,
  widths,
} from './browser.js';

/**
 * Describes that every page of the web app, filled by the example alliance, is sound: opened at one width, looked at, and
 * looked at again at the other width, as when a phone is turned or a window made smaller.
 */
export function describeEveryPage(given: { openedOn: Width; thenOn: Width; locale: Locale }): void {
  const { openedOn, thenOn, locale } = given;
  describe(`every page opened on a ${openedOn}, then seen on a ${thenOn}, in ${locale},`, () => {
    let app: TestApp;
    let browser: Browser;
    let person: TestPerson;
    const alliance = { id: '', slug: '' };

    beforeAll(async () => {
      app = await startTestApp({ modules: domainModules, webRoot: resolve('dist/web') });
      person = await app.world.person([], { isAdmin: true, name: 'Mette Sørensen', locale });
      const made = await person.client.post<typeof alliance>('/api/v1/example-alliances', {
        example: 'ungegarantien',
      });
      Object.assign(alliance, made.body);
      browser = await openBrowser();
    });

    afterAll(async () => {
      await browser.close();
      await app.close();
    });

    it('has no accessibility violation, no error and no sideways scrolling', async () => {
      const ids = await idsOf(person.client, alliance.id);
      const all = await patterns();
      expect(all.length).toBeGreaterThan(35);
      const cookie = person.cookie;
      const window = await openWindow(browser, { url: app.url, cookie, locale, width: openedOn });
      const faults: string[] = [];
      for (const pattern of all)
        faults.push(...(await look(window, pattern, addressOf(pattern, alliance.slug, ids))));
      expect(faults).toEqual([]);
    }, 600_000);
  });

  async function look(window: BrowserContext, pattern: string, address: string): Promise<string[]> {
    const page = await window.newPage();
    try {
      const complaints = complaintsOf(page);
      const network = networkOf(page);
      await page.goto(address);
      await settled(page, network);
      const faults = await faultsOf(page, openedOn);
      await page.setViewportSize(widths[thenOn].viewport);
      await settled(page, network);
      faults.push(...(await faultsOf(page, thenOn)));
      const language = await page.locator('html').getAttribute('lang');
      if (language !== locale) faults.push(`says it is in ${String(language)}`);
      return [...complaints, ...faults].map((fault) => `${pattern}: ${fault}`);
    } catch (error) {
      return [`${pattern}: ${String(error).slice(0, 300)}`];
    } finally {
      await page.close();
    }
  }
}

async function faultsOf(page: Page, width: Width): Promise<string[]> {
  const faults = await axeViolations(page);
  const wide = await overflow(page);
  if (wide > 0) faults.push(`${String(wide)} px wider than the window`);
  return faults.map((fault) => `on a ${width}: ${fault}`);
}
