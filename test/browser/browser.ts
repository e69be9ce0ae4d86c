import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
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

/** Waits until a page has its heading, asks for nothing more and has nothing left to draw. */
export async function settled(page: Page, network: Network): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    await shown(page);
    const asked = network.asked();
    await network.rests();
    await idle(page);
    quiet = network.asked() === asked ? quiet + 1 : 0;
  }
}

/** What a page asks for. */
export interface Network {
  /** How often it has asked so far. */
  asked(): number;
  /** Waits until everything it asked for was answered. @throws Error with what never was */
  rests(): Promise<void>;
}

/** How long an answer may take, under any load, before it is taken for one that never comes. */
const longestAnswerMs = 45_000;

/** Follows what a page asks for, from now on. */
export function networkOf(page: Page): Network {
  const open = new Set<Request>();
  let asked = 0;
  let answered: (() => void)[] = [];
  page.on('request', (request) => {
    open.add(request);
    asked += 1;
  });
  const done = (request: Request): void => {
    open.delete(request);
    if (open.size > 0) return;
    for (const tell of answered) tell();
    answered = [];
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return {
    asked: () => asked,
    rests: () =>
      open.size === 0
        ? Promise.resolve()
        : new Promise((tell, fail) => {
            const late = setTimeout(() => {
              fail(new Error(`never answered: ${[...open].map((request) => request.url()).join(' ')}`));
            }, longestAnswerMs);
            answered.push(() => {
              clearTimeout(late);
              tell();
            });
          }),
  };
}

/** Waits until the page's own thread has nothing to do: an answer that came in is drawn, and what follows is asked for. */
function idle(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        const { requestIdleCallback: wait } = globalThis as unknown as {
          requestIdleCallback: (then: () => void, options: { timeout: number }) => void;
        };
        // A page that is not drawn may be called never; then it has had its time.
        const options = { timeout: 5_000 };
        wait(() => {
          wait(done, options);
        }, options);
      }),
  );
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

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Everything axe finds, one line each; evaluated, because the page's content policy refuses foreign script tags. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(await axeSource);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (root: unknown, options: object) => Promise<unknown> };
    };
    const root = (globalThis as unknown as { document: unknown }).document;
    return (
      (await axe.run(root, { runOnly: tags, resultTypes: ['violations'] })) as { violations: AxeViolation[] }
    ).violations;
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
