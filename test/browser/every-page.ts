import type { Browser } from 'playwright-core';
import { type Locale, locales } from '#libs/api-schema';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { resolve } from 'node:path';
import { domainModules } from '../../apps/composition/modules.js';
import { addressOf, idsOf, patterns } from './addresses.js';
import {
  axeViolations,
  complaintsOf,
  openBrowser,
  openWindow,
  overflow,
  settled,
  type Width,
} from './browser.js';

/** Describes that every page of the web app, filled by the example alliance, is sound at a width in both languages. */
export function describeEveryPage(width: Width): void {
  describe.each(locales)(`every page on a ${width}, in %s,`, (locale) => {
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
      const window = await openWindow(browser, { url: app.url, cookie: person.cookie, locale, width });
      const faults: string[] = [];
      for (const pattern of all)
        faults.push(...(await look(window, pattern, addressOf(pattern, alliance.slug, ids), locale)));
      expect(faults).toEqual([]);
    }, 600_000);
  });

  async function look(
    window: Awaited<ReturnType<typeof openWindow>>,
    pattern: string,
    address: string,
    locale: Locale,
  ): Promise<string[]> {
    const page = await window.newPage();
    try {
      const complaints = complaintsOf(page);
      await page.goto(address);
      await settled(page);
      const faults = [...complaints, ...(await axeViolations(page))];
      const wide = await overflow(page);
      if (wide > 0) faults.push(`${String(wide)} px wider than the window`);
      const language = await page.locator('html').getAttribute('lang');
      if (language !== locale) faults.push(`says it is in ${String(language)}`);
      return faults.map((fault) => `${pattern}: ${fault}`);
    } catch (error) {
      return [`${pattern}: ${String(error).slice(0, 300)}`];
    } finally {
      await page.close();
    }
  }
}
