#!/usr/bin/env node
// Takes a picture of a page and prints what axe and the console complain about.
// node tools/look.mjs <baseUrl> <cookie|-> <path> <out.png> [--phone] [--en] [--print]
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const [baseUrl, cookie, path, out, ...flags] = process.argv.slice(2);
if (!baseUrl || !cookie || !path || !out) {
  console.error('node tools/look.mjs <baseUrl> <cookie|-> <path> <out.png> [--phone] [--en] [--print]');
  process.exit(2);
}
const has = (flag) => flags.includes(flag);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext({
    viewport: has('--phone') ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    deviceScaleFactor: has('--phone') ? 2 : 1,
    isMobile: has('--phone'),
    hasTouch: has('--phone'),
    locale: has('--en') ? 'en-GB' : 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  });
  const pairs = [...(cookie === '-' ? [] : cookie.split(/;\s*/)), `locale=${has('--en') ? 'en' : 'da'}`];
  await context.addCookies(
    pairs.map((pair) => ({
      name: pair.split('=')[0],
      value: pair.slice(pair.indexOf('=') + 1),
      url: baseUrl,
    })),
  );
  // A signed-in person reads in their own language; for a look it is changed on the way, not on the server.
  await context.route('**/api/v1/me', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    const me = await response.json().catch(() => undefined);
    if (!me?.person) return route.fulfill({ response });
    me.person.locale = has('--en') ? 'en' : 'da';
    return route.fulfill({ response, json: me });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      console.log(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`));
  await page.goto(new URL(path, baseUrl).href, { waitUntil: 'load' });
  // An open socket never lets the network rest, so idleness is waited for, but not for ever.
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
  await page.waitForTimeout(300);
  if (has('--print')) await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path: out, fullPage: true });
  if (has('--print'))
    await page.pdf({ path: out.replace(/\.png$/, '.pdf'), format: 'A4', preferCSSPageSize: true });
  // Evaluated, not added as a tag: the content policy refuses inline scripts.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  for (const { id, impact, help, nodes } of violations) {
    console.log(`axe ${impact} ${id}: ${help}`);
    for (const node of nodes.slice(0, 5))
      console.log(`    ${node.target.join(' ')}  ${node.html.slice(0, 140)}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) console.log(`layout: the page is ${wide} px wider than the window`);
  console.log(`${out}: ${page.url()} "${await page.title()}", ${violations.length} axe violations`);
} finally {
  await browser.close();
}
