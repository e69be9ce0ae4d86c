import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestClient } from '#libs/testing';
import type { Installation } from '../journeys/cast.js';
import { axeViolations, openWindow, overflow, shown, type Width } from './browser.js';

/** A company of the list, as the journey speaks of it. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What the steps of the journey share: the product, the people at their windows, and what they came to know. */
export interface Journey {
  readonly place: Installation;
  readonly browser: Browser;
  /** The secretariat at its desk; one window all day. */
  secretary: Page;
  /** The caseworker at the municipality. */
  caseworker: Page;
  /** The same two people as programs see them, to fill in what the journey does not show. */
  office: TestClient;
  municipality: TestClient;
  allianceId: string;
  companies: Company[];
  meeting: string;
  /** Scripts that threw on any page. */
  readonly thrown: string[];
}

/** The alliance's pages. */
export const home = '/a/ungegarantien';

/** A person sits down at a window of their own. */
export async function sitDown(
  journey: Pick<Journey, 'browser' | 'place' | 'thrown'>,
  given: { width?: Width; scripts?: boolean } = {},
): Promise<Page> {
  const { browser, place, thrown } = journey;
  const window = await openWindow(browser, { url: place.app.url, now: place.clock.now(), ...given });
  const page = await window.newPage();
  page.on('pageerror', (error) => thrown.push(`${page.url()}: ${error.message}`));
  return page;
}

/** Closes the person's window. */
export function leave(page: Page): Promise<void> {
  return page.context().close();
}

/** Goes to an address of the alliance. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${home}/${path}`);
  await shown(page);
}

/** Waits until something can be seen; otherwise says what is there instead. */
export async function seen(locator: Locator): Promise<void> {
  try {
    await locator.waitFor({ state: 'visible' });
  } catch (error) {
    const page = locator.page();
    const there = await page.ariaSnapshot({ timeout: 5_000 }).catch(() => 'nothing');
    const main = there.slice(Math.max(0, there.indexOf('- main:')));
    const [why = ''] = String(error).split('\n');
    throw new Error(`${why} ${String(locator)}\n${page.url()} shows:\n${main.slice(0, 4_000)}`);
  }
}

/** The page's own title. */
export function title(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** Fails unless the page as it stands is accessible and fits its window. */
export async function sound(page: Page): Promise<void> {
  await shown(page);
  const faults = await axeViolations(page);
  const wide = await overflow(page);
  if (wide > 0) faults.push(`${String(wide)} px wider than the window`);
  expect({ page: new URL(page.url()).pathname, faults }).toEqual({
    page: new URL(page.url()).pathname,
    faults: [],
  });
}

/** The page as it stands, on a phone too. */
export async function soundEverywhere(page: Page): Promise<void> {
  await sound(page);
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 390, height: 844 });
  await sound(page);
  await page.setViewportSize(before);
}

/** Leaves a mark in the page that a reload would wipe out. */
export async function mark(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as { wasHere: boolean }).wasHere = true;
  });
}

/** Fails when the page was loaded anew since it was marked. */
export async function stillMarked(page: Page): Promise<void> {
  const stayed = await page.evaluate(() => (globalThis as unknown as { wasHere?: boolean }).wasHere === true);
  expect(stayed).toBe(true);
}

/** Walks with Tab until the focus is where it is wanted, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await seen(wanted);
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(wanted)) return;
  }
  throw new Error(`Tab never came to ${String(wanted)}`);
}

/** Whether the focus is there now. */
export function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { document } = globalThis as unknown as { document: { activeElement: unknown } };
    return document.activeElement === element;
  });
}

/** Waits until the focus is there. */
export async function focused(page: Page, name: string): Promise<void> {
  await seen(page.locator(':focus').and(page.getByLabel(name, { exact: true })));
}

/** Everybody at once: closes all windows of the browser. */
export async function everybodyLeaves(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context: BrowserContext) => context.close()));
}
