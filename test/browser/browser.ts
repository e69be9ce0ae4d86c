import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Locale } from '#libs/api-schema';

/** How wide a person looks. */
export const widths = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const;
/** How wide a person looks. */
export type Width = keyof typeof widths;

/** A real Chromium, from CHROMIUM_PATH as `npm test` found it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (executablePath === undefined)
    throw new Error('CHROMIUM_PATH is missing: run the tests with npm test -- <pattern>');
  const args = [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
  ];
  return chromium.launch({ executablePath, args });
}

/** A person at a browser window: language, width and session. */
export async function openWindow(
  browser: Browser,
  given: {
    url: string;
    cookie?: string;
    locale?: Locale;
    width?: Width;
    /** What the clock on the person's wall says. */
    now?: Date;
    /** false = the person's browser runs no JavaScript. */
    scripts?: boolean;
  },
): Promise<BrowserContext> {
  const locale = given.locale ?? 'da';
  const context = await browser.newContext({
    ...widths[given.width ?? 'desktop'],
    baseURL: given.url,
    locale: locale === 'da' ? 'da-DK' : 'en-GB',
    timezoneId: 'Europe/Copenhagen',
    reducedMotion: 'reduce',
    javaScriptEnabled: given.scripts ?? true,
  });
  const pairs = [...(given.cookie === undefined ? [] : given.cookie.split('; ')), `locale=${locale}`];
  await context.addCookies(
    pairs.map((pair) => ({
      name: pair.split('=')[0] ?? '',
      value: pair.slice(pair.indexOf('=') + 1),
      url: given.url,
    })),
  );
  context.setDefaultTimeout(20_000);
  await context.addInitScript(reportRefusals);
  if (given.now !== undefined) await context.clock.setSystemTime(given.now);
  return context;
}

/** What the content policy refuses goes to the console: browsers show some of it to developers only. Runs in the page. */
function reportRefusals(): void {
  interface Refusal {
    readonly effectiveDirective: string;
    readonly blockedURI: string;
  }
  const { document } = globalThis as unknown as {
    document: { addEventListener(type: string, listener: (refusal: Refusal) => void): void };
  };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`refused by the content policy: ${effectiveDirective} ${blockedURI}`);
  });
}

/** What went wrong on a page that nobody should have to see: errors on the console, and scripts that threw. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  return complaints;
}

/** Waits until a page has its heading and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await shown(page);
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
}

/** Waits until a page has its heading and no part of it says that it is busy. */
export async function shown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => {
    interface Part {
      readonly textContent: string;
    }
    const { document } = globalThis as unknown as {
      document: { querySelector(what: string): unknown; querySelectorAll(what: string): Iterable<Part> };
    };
    const loads = (part: Part): boolean => /^(Henter|Loading) …$/.test(part.textContent.trim());
    return (
      document.querySelector('[aria-busy="true"]') === null &&
      ![...document.querySelectorAll('[role="status"]')].some(loads)
    );
  });
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Everything axe finds, one line each; evaluated, because the page's content policy refuses foreign script tags. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: unknown, options: object) => Promise<unknown> };
    };
    const root = (globalThis as unknown as { document: unknown }).document;
    return ((await axe.run(root, { runOnly: tags })) as { violations: AxeViolation[] }).violations;
  }, rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const window = globalThis as unknown as {
      innerWidth: number;
      document: { documentElement: { scrollWidth: number } };
    };
    return window.document.documentElement.scrollWidth - window.innerWidth;
  });
}
