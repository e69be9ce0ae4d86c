import { well } from '../journeys/cast.js';
import { focused, go, type Journey, seen, sound, soundEverywhere, tabTo, title } from './journey.js';

const consent = {
  purpose: 'Ungegarantien',
  textVersion: '1',
  givenOn: '2026-11-24',
  expiresOn: '2027-11-24',
};

/** 6. A young person is registered under the municipality's own id, without a mouse. */
export async function registerYoung({ caseworker: page }: Journey): Promise<void> {
  const keys = page.keyboard;
  const write = async (label: string, text: string): Promise<void> => {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await keys.type(text);
  };
  await go(page, 'unge');
  await soundEverywhere(page);
  await tabTo(page, page.getByRole('link', { name: 'Ny ung' }).first());
  await keys.press('Enter');
  await seen(title(page, 'Ny ung'));
  await soundEverywhere(page);
  await write('Borger-id', 'UNG-00001');
  await write('Fødselsår', '2009');
  await write('Formål', consent.purpose);
  await write('Samtykketekstens version', consent.textVersion);
  await write('Givet den', '24.11.2026');
  await write('Gælder til og med', '24.11.2027');
  await keys.press('Control+Enter');
  await seen(title(page, 'UNG-00001'));
  await soundEverywhere(page);
}

/** What came of it is logged without a mouse, and the page is ready for the next. */
export async function logDestination({ caseworker: page }: Journey): Promise<void> {
  const keys = page.keyboard;
  await go(page, 'unge');
  await keys.press('n');
  await seen(title(page, 'Registrér destination'));
  await focused(page, 'Find den unge');
  await soundEverywhere(page);
  await keys.type('UNG-00001');
  await seen(page.getByRole('option', { name: /UNG-00001/ }));
  await keys.press('Enter');
  await keys.press('Tab');
  await keys.type('lær');
  await seen(page.getByRole('option', { name: /læreplads|lærling/i }).first());
  await keys.press('Enter');
  await keys.press('Tab');
  await keys.press('Control+a');
  await keys.type('02.11.2026');
  await keys.press('Enter');
  await seen(page.getByRole('heading', { name: 'Gemt nu' }));
  await seen(page.getByRole('link', { name: /^UNG-00001: .* fra 2\. nov/ }));
  await focused(page, 'Find den unge');
  expect(await page.getByRole('combobox', { name: 'Find den unge' }).inputValue()).toBe('');
  await sound(page);
}

/** Others had their destination logged on other days, so that there are enough to be counted. */
export async function othersBefore({ municipality, allianceId }: Journey): Promise<void> {
  const base = `/api/v1/alliances/${allianceId}`;
  for (let n = 2; n <= 6; n += 1) {
    const young = { pseudonym: `UNG-0000${String(n)}`, birthYear: 2009, consent };
    const { id } = well(await municipality.post<{ id: string }>(`${base}/participants`, young), 201);
    const spell = { typeKey: 'apprenticeship', from: '2026-11-02' };
    well(await municipality.post(`${base}/participants/${id}/destinations`, spell), 201);
  }
}
