import { go, type Journey, seen, sound, soundEverywhere, title } from './journey.js';
import { indicators } from './steps-agenda.js';

const dropout = 'Afbrudte forløb';

/** 7. The indicator moved by itself: a curve, and the same as a table. */
export async function seeDestinations({ secretary: page }: Journey): Promise<void> {
  await go(page, 'maalinger');
  await soundEverywhere(page);
  await page.getByRole('link', { name: indicators.destinations }).click();
  await seen(title(page, indicators.destinations));
  const november = page.getByRole('table', { name: 'Tallene' }).getByRole('row', { name: /nov/i });
  await seen(november.getByText(/^100\s%$/).first());
  await seen(page.getByRole('figure').filter({ hasText: indicators.destinations }).locator('svg').first());
  await page.getByText('Vis tallene som tabel').click();
  await seen(
    page
      .getByRole('table', { name: indicators.destinations })
      .getByText(/100\s%/)
      .first(),
  );
  await soundEverywhere(page);
}

/** Few are not shown: "<5", which is not the same as none. */
export async function seeFewAndNone({ secretary: page }: Journey): Promise<void> {
  await go(page, 'maalinger');
  await page.getByRole('link', { name: indicators.promises }).click();
  const few = page.getByRole('table', { name: 'Tallene' }).getByRole('row', { name: /nov/i });
  await seen(few.getByText('Skjult: under 5'));
  await page.getByText('Vis tallene som tabel').click();
  const figures = page.getByRole('table', { name: indicators.promises });
  await seen(figures.getByText('<5', { exact: true }));
  await soundEverywhere(page);

  await go(page, 'maalinger/ny');
  await page.getByLabel('Indikator', { exact: true }).fill(dropout);
  await page.getByLabel('Definition', { exact: true }).fill('Forløb, der blev afbrudt før tid.');
  await page.getByRole('radio', { name: 'Indberettes' }).check();
  await page.getByLabel('Enhed', { exact: true }).selectOption({ label: 'Personer' });
  await page.getByLabel('Hyppighed', { exact: true }).selectOption({ label: 'Hver måned' });
  await page.getByRole('radio', { name: 'Skal falde' }).check();
  await page.getByRole('radio', { name: 'Indsats', exact: true }).check();
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await seen(title(page, dropout));
  await page.getByRole('button', { name: 'Indberet et tal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Indberet et tal' });
  await dialog.getByLabel('Periode', { exact: true }).fill('2026-10');
  await dialog.getByLabel('Værdi', { exact: true }).fill('0');
  await sound(page);
  await dialog.getByRole('button', { name: 'Gem tallet' }).click();
  await page.getByRole('button', { name: /^Offentliggør: / }).click();
  const none = page.getByRole('table', { name: 'Tallene' }).getByRole('row', { name: /okt/i });
  await seen(none.getByText('0 personer').first());
  expect(await none.getByText('<5').count()).toBe(0);
  await soundEverywhere(page);
}
