import { morning, well } from '../journeys/cast.js';
import { type Company, go, type Journey, seen, sound, soundEverywhere, title } from './journey.js';
import { signInByCode } from './steps-start.js';

const day = 86_400_000;

/** 9. Four weeks later nobody has answered, signed or rung; whoever is late is reminded, and the page says truly how. */
export async function remindTheLate(journey: Journey, first: Company, third: Company): Promise<void> {
  const { secretary: page, place, municipality, allianceId } = journey;
  const enquiry = {
    partnerId: first.id,
    firstName: 'Viggo',
    ageBand: '18-24',
    wish: 'Et fritidsjob',
    contact: { channel: 'through-caseworker' },
    consent: true,
  };
  well(await municipality.post(`/api/v1/alliances/${allianceId}/enquiries`, enquiry), 201);
  await place.smtp.arrival(first.email, ({ text }) => text.includes('Viggo') || text.includes('/l/enquiry/'));
  place.smtp.clear();
  place.clock.setTo(new Date(Date.parse(morning) + 28 * day));
  await page.context().clock.setSystemTime(place.clock.now());
  await signInByCode(journey, page, 'mette@sekretariat.example');
  await soundEverywhere(page);
  await go(page, 'paamindelser');
  await page.getByRole('button', { name: 'Se efter nu' }).click();
  await seen(page.getByText(/nye påmindelser\./).first());
  const late = ['anna@styregruppe.example', first.email, third.email];
  for (const address of late) await place.smtp.arrival(address, (mail) => mail.headers.has('auto-submitted'));
  for (const address of late)
    await seen(
      page.getByRole('row').filter({ hasText: address }).getByText('Sendt', { exact: true }).first(),
    );
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Se efter nu' }).click();
  await seen(page.getByText('Intet nyt er forfaldet. Ingen mail sendes nu.').first());
  for (const address of late)
    expect(place.smtp.to(address).filter((mail) => mail.headers.has('auto-submitted'))).toHaveLength(1);
}

/** A few pages as an English reader has them. */
export async function readInEnglish({ secretary: page }: Journey): Promise<void> {
  await go(page, 'overblik');
  await page.getByRole('button', { name: 'English' }).click();
  await seen(title(page, 'Overview'));
  for (const [path, heading] of [
    ['paamindelser', 'Reminders'],
    ['kontrakter', 'Contracts'],
    ['maalinger', 'Measurement'],
    ['moeder', 'Meetings'],
  ] as const) {
    await go(page, path);
    await seen(title(page, heading));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await sound(page);
  }
}
