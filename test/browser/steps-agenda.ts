import type { Page } from 'playwright-core';
import { go, type Journey, seen, sound, soundEverywhere, title } from './journey.js';

/** Indicators of the journey, by name and by what they are derived from. */
export const indicators = {
  destinations: 'Unge med en positiv destination',
  promises: 'Holdte løfter over for unge',
} as const;

/** An indicator that the product derives from the daily work. */
export async function makeIndicator(page: Page, name: string, metric: RegExp): Promise<void> {
  await go(page, 'maalinger/ny');
  await page.getByLabel('Indikator', { exact: true }).fill(name);
  await page.getByLabel('Definition', { exact: true }).fill(`${name}, måned for måned.`);
  await page.getByRole('radio', { name: 'Beregnes af det daglige arbejde' }).check();
  const choice = page.getByLabel('Beregnes af', { exact: true });
  const option = choice.getByRole('option', { name: metric });
  await choice.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('radio', { name: 'Skal stige' }).check();
  await page.getByRole('radio', { name: 'Indsats', exact: true }).check();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await seen(title(page, name));
}

/** 3. The agenda of one page: written, put out, consented to, adopted. */
export async function agreeOnAgenda({ secretary: page }: Journey): Promise<void> {
  await go(page, 'dagsorden');
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Begynd et udkast' }).click();
  await seen(title(page, 'Ret dagsordenen'));
  await page.getByLabel('Overskrift', { exact: true }).fill('Vores fælles dagsorden');
  await page.getByLabel(/^Problemet/).fill('For mange unge står uden uddannelse og job.');
  await page.getByLabel(/^Vision/).fill('Alle unge har en positiv destination.');
  await writeOutcome(page, 1, 'Flere unge på vej', indicators.destinations);
  await writeOutcome(page, 2, 'Vi holder, hvad vi lover', indicators.promises);
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await seen(title(page, 'Vores fælles dagsorden'));
  await soundEverywhere(page);

  await page.getByRole('button', { name: 'Send i høring' }).click();
  const asking = page.getByRole('dialog', { name: 'Send i høring' });
  expect(await asking.getByRole('checkbox', { name: 'Hjørring Kommune' }).isChecked()).toBe(true);
  await sound(page);
  await asking.getByRole('button', { name: 'Send i høring' }).click();

  await page.getByRole('button', { name: 'Svar for Hjørring Kommune' }).click();
  const answer = page.getByRole('dialog', { name: 'Svar for Hjørring Kommune' });
  await answer.getByRole('radio', { name: 'Tilslutter sig', exact: true }).check();
  await sound(page);
  await answer.getByRole('button', { name: 'Gem svaret' }).click();
  await seen(page.getByText(/1 af 1 har tilsluttet sig · ingen mangler at svare/));
  await soundEverywhere(page);

  await page.getByRole('button', { name: 'Erklær vedtaget' }).click();
  const adopting = page.getByRole('dialog', { name: 'Erklær vedtaget' });
  await adopting.getByRole('button', { name: 'Erklær vedtaget' }).click();
  await seen(page.getByText('Vedtaget', { exact: true }).first());
  await soundEverywhere(page);
}

async function writeOutcome(page: Page, number: number, heading: string, indicator: string): Promise<void> {
  await page.getByRole('button', { name: 'Tilføj resultatmål' }).click();
  const outcome = page.getByRole('group', { name: `Resultatmål ${String(number)}` });
  await outcome.getByLabel('Overskrift').fill(heading);
  await outcome.getByLabel(/^Indikator/).selectOption({ label: indicator });
}

/** An initiative in the portfolio serves an outcome of the agenda. */
export async function startInitiative({ secretary: page }: Journey): Promise<void> {
  await go(page, 'portefoelje/ny');
  await page.getByLabel('Indsats', { exact: true }).fill('Fritidsjob til alle');
  await page.getByLabel(/^Resultatmål/).selectOption({ label: 'Flere unge på vej' });
  await sound(page);
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await seen(title(page, 'Fritidsjob til alle'));
  await seen(page.getByText('Flere unge på vej').first());
  await soundEverywhere(page);
}
