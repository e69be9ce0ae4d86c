import type { Page } from 'playwright-core';
import { linkIn, pdfsig } from '../journeys/cast.js';
import {
  type Company,
  go,
  home,
  type Journey,
  leave,
  mark,
  seen,
  sitDown,
  sound,
  soundEverywhere,
  stillMarked,
  title,
} from './journey.js';

/** 4. A template, three partners, what they will see, and what became of each mail. */
export async function sendContracts({ secretary: page, companies }: Journey): Promise<void> {
  await go(page, 'kontrakter/skabeloner/ny');
  await page.getByLabel('Navn', { exact: true }).fill('Garantikontrakt');
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Opret skabelon' }).click();
  await seen(title(page, 'Garantikontrakt'));
  await go(page, 'kontrakter/send');
  for (const { name } of companies) {
    await page.getByLabel('Find partner').fill(name);
    await page.getByRole('checkbox', { name: new RegExp(`^${literally(name)}`) }).check();
  }
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Send til 3 partnere' }).click();
  await page.waitForURL(`**${home}/kontrakter`);
  for (const { name } of companies)
    await seen(
      page
        .getByRole('row', { name: new RegExp(literally(name)) })
        .getByText('Sendt', { exact: true })
        .first(),
    );
  await soundEverywhere(page);
}

/** The secretariat watches one contract's page and does not touch it. */
export async function watchContract(
  { secretary: page }: Journey,
  { name }: Company,
  status = 'Afventer partneren',
): Promise<void> {
  await go(page, 'kontrakter');
  await page.getByRole('link', { name, exact: true }).click();
  await seen(title(page, name));
  await seen(page.getByText(status));
  await seen(
    page.getByRole('row', { name: /Opfordring til at underskrive/ }).getByText('Sendt', { exact: true }),
  );
  await soundEverywhere(page);
  await mark(page);
}

/** A partner without an account signs on the phone; fails when it takes more than six taps beside text. */
export async function signOnPhone(journey: Journey, { email }: Company, scripts: boolean): Promise<void> {
  const { smtp } = journey.place;
  const phone = await sitDown(journey, { width: 'phone', scripts });
  const look = (): Promise<void> => (scripts ? sound(phone) : Promise.resolve());
  let taps = 0;
  const tap = async (role: 'link' | 'button' | 'checkbox', name: string | RegExp): Promise<void> => {
    taps += 1;
    await phone.getByRole(role, { name }).tap();
  };
  const invitation = await smtp.arrival(email, ({ links }) =>
    links.some((link) => link.includes('/l/contract/')),
  );
  await phone.goto(linkIn(invitation, '/l/contract/'));
  expect(await phone.locator('html').getAttribute('lang')).toBe('da');
  await look();
  await tap('link', 'Fortsæt');
  await seen(title(phone, 'Det beder vi jer om'));
  await look();
  await tap('checkbox', 'Lærling eller elev');
  await phone.getByLabel('Dit fulde navn').fill('Karen Kontakt');
  await tap('button', 'Videre: send mig koden');
  await seen(title(phone, 'Bekræft med koden'));
  await look();
  const mail = await smtp.arrival(email, ({ subject }) => subject?.startsWith('Din kode') === true);
  await phone.getByLabel('Kode fra mailen').fill(/\b(\d{6})\b/.exec(mail.text)?.[1] ?? '');
  await tap('button', 'Underskriv');
  await seen(title(phone, 'Tak. Aftalen er underskrevet'));
  await look();
  expect(taps).toBeLessThanOrEqual(6);
  await leave(phone);
}

/** The secretariat's page knows of it by itself; the other signature follows, and both are in a sealed document. */
export async function counterSign({ secretary: page }: Journey, live: boolean): Promise<void> {
  await seen(page.getByText('Skal medunderskrives'));
  if (live) await stillMarked(page);
  await sound(page);
  await page.getByRole('button', { name: 'Medunderskriv' }).click();
  const dialog = page.getByRole('dialog', { name: 'Medunderskriv' });
  await sound(page);
  await dialog.getByRole('button', { name: 'Medunderskriv' }).click();
  await seen(page.getByText('Aftalen med begge underskrifter er forseglet', { exact: false }));
  await seen(page.getByText('I kraft', { exact: true }));
  if (live) await stillMarked(page);
  await soundEverywhere(page);
  const said = await pdfsig(await download(page));
  expect(said).toContain('Signature is Valid');
  expect(said).toContain('Total document signed');
}

async function download(page: Page): Promise<Uint8Array> {
  const href = await page.getByRole('link', { name: 'Åbn PDF' }).getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return answer.body();
}

/** A name as a pattern. */
export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
