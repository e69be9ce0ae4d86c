import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type ContractScene, type ContractWorld, startContractWorld } from './contract.builder.js';

const run = promisify(execFile);
let world: ContractWorld;
let browser: Browser | undefined;
let webRoot: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'sign-'));
  await buildScript(webRoot);
  world = await startContractWorld(undefined, webRoot);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});
afterAll(async () => {
  await browser?.close();
  await world.close();
  await rm(webRoot, { recursive: true, force: true });
});

/** The page's script as the web build makes it, without the rest of the web app. */
async function buildScript(folder: string): Promise<void> {
  const config = {
    root: resolve('apps/web'),
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: { 'page-sign': resolve('apps/web/src/page-scripts/sign.ts') },
        output: { entryFileNames: 'assets/[name].js' },
      },
    },
  };
  const file = join(folder, 'vite.config.mjs');
  await writeFile(file, `export default ${JSON.stringify(config)};`);
  await run(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '-c', file]);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
}

async function phone(given: { javaScriptEnabled?: boolean; locale?: string } = {}): Promise<BrowserContext> {
  if (browser === undefined) throw new Error('the browser has not been started');
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    ...given,
  });
}

/** Counts taps: text fields are filled without counting, as typing is not a tap that counts. */
class Hand {
  taps = 0;

  constructor(readonly page: Page) {}

  async tap(role: 'link' | 'button' | 'checkbox', name: string): Promise<void> {
    this.taps += 1;
    await this.page.getByRole(role, { name, exact: true }).tap();
  }
}

async function codeFor(scene: ContractScene): Promise<string> {
  const mail = await world.smtp.arrival(
    scene.email,
    ({ subject }) => subject?.startsWith('Din kode') === true,
  );
  return /\b(\d{6})\b/.exec(mail.text)?.[1] ?? '';
}

async function signOnPhone(
  scene: ContractScene,
  hand: Hand,
  url: string,
  draw?: () => Promise<void>,
): Promise<void> {
  const { page } = hand;
  await page.goto(world.app.url + url);
  await hand.tap('link', 'Fortsæt');
  await hand.tap('checkbox', 'Lærling eller elev');
  await page.locator('#count-apprenticeship').fill('2');
  await hand.tap('checkbox', 'Mentor for en ung');
  await page.getByLabel('Dit fulde navn').fill('Åse Ørsted');
  await draw?.();
  await hand.tap('button', 'Videre: send mig koden');
  await page.getByLabel('Kode fra mailen').fill(await codeFor(scene));
  await hand.tap('button', 'Underskriv');
  await page.getByRole('heading', { name: 'Tak. Aftalen er underskrevet' }).waitFor();
}

describe('the signing page on a phone', () => {
  it('works wholly without JavaScript, in at most six taps beside text', async () => {
    const scene = await world.scene();
    const { id, page: url } = await scene.sent();
    const context = await phone({ javaScriptEnabled: false });
    const hand = new Hand(await context.newPage());
    await signOnPhone(scene, hand, url);
    expect(hand.taps).toBeLessThanOrEqual(6);
    expect(await scene.show(id)).toMatchObject({
      status: 'signed',
      commitments: [
        { key: 'apprenticeship', count: 2 },
        { key: 'mentor', count: 1 },
      ],
      signatures: [{ method: 'typed' }],
    });
    await context.close();
  });

  it('takes a drawn name, and turning the phone keeps the strokes', async () => {
    const scene = await world.scene();
    const { id, page: url } = await scene.sent();
    const context = await phone();
    const page = await context.newPage();
    await signOnPhone(scene, new Hand(page), url, async () => {
      const canvas = page.locator('#drawing-canvas');
      await canvas.scrollIntoViewIfNeeded();
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('there is nothing to draw on');
      await page.mouse.move(box.x + 20, box.y + 50);
      await page.mouse.down();
      for (let step = 0; step < 30; step += 1) {
        await page.mouse.move(box.x + 20 + step * 6, box.y + 50 + 30 * Math.sin(step / 3));
      }
      await page.mouse.up();
      const upright = await inkShare(page);
      await page.setViewportSize({ width: 844, height: 390 });
      await page.waitForFunction(`document.querySelector('canvas').clientWidth > 400`);
      const turned = await inkShare(page);
      expect(upright).toBeGreaterThan(0);
      expect(turned).toBeGreaterThan(upright / 3);
      await page.setViewportSize({ width: 390, height: 844 });
    });
    expect((await scene.show(id)).signatures[0]?.method).toBe('drawn');
    await context.close();
  });

  it('has no axe violations on any page, weighs less than 200 kB, and asks nobody else for anything', async () => {
    const scene = await world.scene();
    const { page: url } = await scene.sent();
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
    const context = await phone();
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      expect(response.url()).toMatch(world.app.url);
      if (response.request().method() === 'GET' && response.status() === 200) bodies.push(response.body());
    });
    const check = async (): Promise<void> => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.evaluate(axe);
      const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      expect(found).toEqual([]);
    };
    for (const path of ['', '/read', '/read?locale=en', '/pass-on']) {
      await page.goto(world.app.url + url + path);
      await check();
    }
    await page.goto(`${world.app.url}${url}/read`);
    await page.getByLabel('Dit fulde navn').fill('Åse Ørsted');
    await page.getByRole('button', { name: 'Videre: send mig koden' }).tap();
    await page.getByLabel('Kode fra mailen').fill('12');
    await page.getByRole('button', { name: 'Underskriv' }).tap();
    await page.getByText('Koden passer ikke', { exact: false }).first().waitFor();
    await check();
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
    await context.close();
  });
});

/** How much of the canvas is ink, 0 to 1. */
function inkShare(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const canvas = document.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let ink = 0;
    for (let index = 3; index < data.length; index += 4) if (data[index] > 0) ink += 1;
    return ink / (data.length / 4);
  })()`);
}
