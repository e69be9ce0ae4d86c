import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { go, home, type Journey, seen, sound, soundEverywhere, title } from './journey.js';

const lists = resolve('libs/alliances/test/lists');

async function upload(page: Page, name: string): Promise<void> {
  await go(page, 'partnere/import');
  await page.getByLabel('Vælg fil').setInputFiles(resolve(lists, name));
  await page.getByRole('button', { name: 'Vis rækkerne' }).click();
  await page.waitForURL(/\/partnere\/import\/[0-9a-f-]+$/);
  await seen(title(page, name));
}

/** 2. A company list becomes partners: seen row by row before it happens, with progress while it does. */
export async function importPartners({ secretary: page }: Journey): Promise<void> {
  await go(page, 'partnere');
  await page.getByRole('link', { name: 'Hent fra regneark' }).first().click();
  await seen(title(page, 'Hent partnere fra et regneark'));
  await soundEverywhere(page);
  await upload(page, 'partnere.csv');
  await seen(page.getByText(/Læst som CSV \(UTF-8, adskilt af semikolon\)\. 208 rækker/));
  await seen(page.getByRole('button', { name: '208 nye' }));
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Gem 208 partnere' }).click();
  await seen(page.getByText('208 nye partnere, ingen opdateret.'));
  await soundEverywhere(page);
  await page.getByRole('link', { name: 'Se partnerne' }).click();
  await page.waitForURL(`**${home}/partnere`);
  await seen(page.getByText(/af 208$/).first());
  await soundEverywhere(page);
}

/** The same list, kept by hand: what is wrong is named, mended where it stands, and judged anew. */
export async function mendInPlace({ secretary: page }: Journey): Promise<void> {
  await upload(page, 'partnere-rodet.csv');
  await page.getByRole('button', { name: /^\d+ problemer$/ }).click();
  const row = page.getByRole('row', { name: /Vendsyssel Ingeniør ApS.*12345678/ });
  await seen(row.getByText('Problem'));
  await soundEverywhere(page);
  const cell = row.getByLabel('CVR-nummer i række 5');
  await cell.fill('49063075');
  await cell.press('Enter');
  await seen(page.getByText('Række 5 er i orden').first());
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Alle / }).click();
  await seen(
    page.getByRole('row', { name: /^5 Vendsyssel Ingeniør ApS/ }).getByText('Uændret', { exact: true }),
  );
}

/** The municipality joins by hand; it is the one whose caseworkers help young people. */
export async function addMunicipality({ secretary: page }: Journey): Promise<void> {
  await go(page, 'partnere');
  await page.getByRole('link', { name: 'Tilføj partner' }).click();
  await page.getByLabel('Navn', { exact: true }).fill('Hjørring Kommune');
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Kommune' });
  await sound(page);
  await page.keyboard.press('Control+Enter');
  await seen(title(page, 'Hjørring Kommune'));
  await soundEverywhere(page);
}

/** Companies to speak with, as the list has them. */
export async function chooseCompanies(journey: Journey): Promise<void> {
  const { office, allianceId } = journey;
  const { body } = await office.get<{ items: { id: string; name: string; contact: { email: string } }[] }>(
    `/api/v1/alliances/${allianceId}/partners?kind=company&sort=name&limit=3`,
  );
  journey.companies = body.items.map(({ id, name, contact }) => ({ id, name, email: contact.email }));
}
