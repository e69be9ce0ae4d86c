import { resolve } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { Addresses, Sessions } from '#libs/platform';
import {
  startMailServer,
  startTestApp,
  type TestApp,
  type TestMailServer,
  type TestPerson,
} from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { axeViolations, openBrowser, openWindow, shown } from './browser.js';
import { seen, soundEverywhere, title } from './journey.js';

/** A caseworker's own computer: it can make passkeys, and its owner always shows the right finger. */
async function plugInAuthenticator(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return cdp;
}

describe('passkeys in a real browser', () => {
  let app: TestApp;
  let smtp: TestMailServer;
  let browser: Browser;
  let person: TestPerson;
  let page: Page;
  let cdp: CDPSession;

  beforeAll(async () => {
    smtp = await startMailServer();
    app = await startTestApp({
      modules: domainModules,
      webRoot: resolve('dist/web'),
      settings: { SMTP_URL: smtp.url },
    });
    const url = app.url.replace('127.0.0.1', 'localhost');
    app.get(Addresses).listeningOn(url);
    person = await app.world.person([], { name: 'Sofie Sagsbehandler' });
    browser = await openBrowser();
    const window = await openWindow(browser, { url, cookie: person.cookie });
    page = await window.newPage();
    cdp = await plugInAuthenticator(page);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await smtp.stop();
  });

  /** As if the person had signed in a while ago. */
  async function aWhilePasses(): Promise<void> {
    await app.database.query(`update session set confirmed_at = confirmed_at - interval '20 minutes'`);
    app.get(Sessions).changed(person.id);
  }

  const dialog = (name: string): ReturnType<Page['getByRole']> => page.getByRole('dialog', { name });

  it('are added after confirming with a mailed code, by whoever has only a mail so far', async () => {
    await page.goto('/konto');
    await aWhilePasses();
    await seen(page.getByText('Du har ingen adgangsnøgler endnu'));
    await page.getByRole('button', { name: 'Tilføj adgangsnøgle' }).click();
    await soundEverywhere(page);
    await page.getByLabel('Navn på adgangsnøglen').fill('Kontorets pc');
    await dialog('Tilføj adgangsnøgle').getByRole('button', { name: 'Tilføj adgangsnøgle' }).click();
    const confirm = dialog('Bekræft, at det er dig');
    await confirm.getByRole('button', { name: 'Send en kode til min mail' }).click();
    const mail = await smtp.arrival(person.email);
    await seen(confirm.getByText(person.email));
    // What waits behind the dialog says that it is busy.
    expect(await axeViolations(page)).toEqual([]);
    await confirm.getByLabel('Kode på seks cifre').fill(/\b\d{6}\b/.exec(mail.text)?.[0] ?? '');
    await confirm.getByRole('button', { name: 'Bekræft, at det er dig' }).click();
    await seen(page.getByRole('rowheader', { name: 'Kontorets pc' }));
    await soundEverywhere(page);
  }, 60_000);

  it('sign in without a mail, and the page that was asked for opens', async () => {
    await page.getByRole('button', { name: 'Sofie Sagsbehandler' }).click();
    await page.getByRole('button', { name: 'Log ud' }).last().click();
    await seen(title(page, 'Log ind'));
    await page.goto('/sign-in?to=/konto');
    const signIn = page.getByRole('button', { name: 'Log ind med adgangsnøgle' });
    // A browser that offers the passkey in the mail field by itself may be faster than the button.
    await signIn.click({ timeout: 3_000 }).catch(() => undefined);
    await seen(title(page, 'Din konto'));
    await seen(page.getByRole('row', { name: /Adgangsnøgle.*Denne enhed/ }));
  }, 60_000);

  it('confirm who it is, and what waited for it goes on', async () => {
    await aWhilePasses();
    await page.getByRole('button', { name: 'Fjern' }).click();
    await dialog('Fjern adgangsnøglen »Kontorets pc«?').getByRole('button', { name: 'Fjern' }).click();
    const usePasskey = dialog('Bekræft, at det er dig').getByRole('button', { name: 'Brug adgangsnøgle' });
    await seen(usePasskey);
    await usePasskey.click();
    await seen(page.getByText('Du har ingen adgangsnøgler endnu'));
    await smtp.arrival(person.email, (mail) => mail.subject === 'En adgangsnøgle er fjernet');
  }, 60_000);

  it('no longer sign in when they were removed, and the page says what to do instead', async () => {
    await page.context().clearCookies({ name: 'rygrad_session' });
    await page.goto('/sign-in');
    await shown(page);
    await page.getByRole('button', { name: 'Log ind med adgangsnøgle' }).click();
    await seen(page.getByRole('alert').getByText(/Prøv en anden, eller brug koden fra en mail/));
    await soundEverywhere(page);
    await cdp.detach();
  }, 60_000);
});
