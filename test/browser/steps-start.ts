import type { Page } from 'playwright-core';
import { Claim } from '#libs/platform';
import { eventually } from '#libs/testing';
import { linkIn, signIn } from '../journeys/cast.js';
import { go, home, type Journey, seen, sitDown, sound, soundEverywhere, title } from './journey.js';

const mette = { name: 'Mette Sørensen', email: 'mette@sekretariat.example' };

/** 1. The terminal's claim link makes the first administrator. */
export async function claimInBrowser(journey: Journey): Promise<void> {
  const page = await sitDown(journey);
  journey.secretary = page;
  const link = (await journey.place.app.get(Claim).newLink()) ?? '';
  await page.goto(new URL(link).pathname);
  await seen(title(page, 'Velkommen til Rygrad'));
  await soundEverywhere(page);
  await page.getByLabel('Navn').fill(mette.name);
  await page.getByLabel('E-mail').fill(mette.email);
  await page.getByRole('button', { name: 'Tag installationen i brug' }).click();
  await seen(title(page, 'Ny alliance'));
  await soundEverywhere(page);
}

/** The example is offered, says what it is, and goes with one click. */
export async function tryTheExample({ secretary: page }: Journey): Promise<void> {
  await page.getByRole('button', { name: 'Hent eksemplet' }).click();
  await page.waitForURL(/\/a\/.*\/overblik$/);
  await seen(page.getByText('Dette er et eksempel med opfundne personer og virksomheder.'));
  await seen(page.getByRole('button', { name: /Ungegarantien i Hjørring/ }));
  await sound(page);
  await page.getByRole('link', { name: 'Indstillinger' }).click();
  await page.getByRole('tab', { name: 'Eksempel' }).click();
  await page.getByRole('button', { name: 'Fjern eksemplet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fjern eksemplet' });
  await seen(dialog.getByText(/Jeres egne alliancer røres ikke/));
  await sound(page);
  await dialog.getByRole('button', { name: 'Fjern eksemplet' }).click();
  await seen(title(page, 'Ny alliance'));
}

/** An own alliance, which begins at its partners. */
export async function createAlliance(journey: Journey): Promise<void> {
  const { secretary: page } = journey;
  await page.getByLabel('Alliancens navn').fill('Ungegarantien');
  await page.getByRole('button', { name: 'Opret alliancen' }).click();
  await page.waitForURL(`**${home}/partnere`);
  await seen(page.getByRole('link', { name: 'Hent fra regneark' }).first());
  await soundEverywhere(page);
}

/** Signs out and in again with the mailed link, which works by its button only. */
export async function signInByLink(journey: Journey): Promise<void> {
  const { secretary: page, place } = journey;
  await page.getByRole('button', { name: mette.name }).click();
  await page.getByRole('button', { name: 'Log ud' }).click();
  await seen(title(page, 'Log ind'));
  await soundEverywhere(page);
  const mail = await askForMail(journey, page, mette.email);
  const path = linkIn(mail, '/sign-in/');
  const scanner = await sitDown(journey);
  await scanner.goto(path);
  await seen(scanner.getByRole('button', { name: 'Fortsæt' }));
  await scanner.context().close();
  await page.goto(path);
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Fortsæt' }).click();
  await page.waitForURL(`**${home}/overblik`);
  await soundEverywhere(page);
  journey.office = await signIn(place, mette.email);
  const { body } = await journey.office.get<{ alliances: { id: string }[] }>('/api/v1/me');
  journey.allianceId = body.alliances[0]?.id ?? '';
}

/** Signs in with the six digits of the mail. */
export async function signInByCode(journey: Journey, page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  const mail = await askForMail(journey, page, email);
  await seen(title(page, 'Se i din indbakke'));
  await page.getByLabel('Kode på seks cifre').fill(/\b(\d{6})\b/.exec(mail.text)?.[1] ?? '');
  await page.getByRole('button', { name: 'Log ind' }).click();
  await page.waitForURL('**/overblik');
}

async function askForMail({ place: { smtp } }: Journey, page: Page, email: string) {
  const before = smtp.to(email).length;
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send link og kode' }).click();
  return eventually('the sign-in mail', () => Promise.resolve(smtp.to(email)[before]));
}

/** Invites a person to the alliance on the page of settings. */
export async function invitePerson(
  { secretary: page }: Journey,
  who: { name: string; email: string; role: string; organisation?: string },
): Promise<void> {
  await go(page, 'indstillinger');
  await page.getByRole('button', { name: 'Invitér person' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Invitér person' });
  await dialog.getByLabel('Navn').fill(who.name);
  await dialog.getByLabel('E-mail', { exact: true }).fill(who.email);
  await dialog.getByRole('radio', { name: who.role, exact: true }).check();
  if (who.organisation !== undefined) {
    await dialog.getByRole('combobox', { name: 'Organisation' }).fill(who.organisation);
    await dialog.getByRole('option', { name: who.organisation }).click();
  }
  await dialog.getByRole('button', { name: 'Invitér person' }).click();
  await seen(page.getByText(`${who.name} er inviteret`).first());
  await soundEverywhere(page);
}

/** Opens the invitation in the mail, accepts it by its button, and is in. */
export async function acceptInvitation(
  { place: { smtp } }: Journey,
  page: Page,
  email: string,
): Promise<void> {
  const mail = await eventually('the invitation', () => Promise.resolve(smtp.to(email)[0]));
  await page.goto(linkIn(mail, '/invitation/'));
  await seen(title(page, 'Invitation til Ungegarantien'));
  await seen(page.getByText(`${mette.name} inviterer dig`));
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Tag imod invitationen' }).click();
  await page.waitForURL(`**${home}/overblik?velkommen=*`);
  await seen(page.getByText('Velkommen til Ungegarantien'));
  await seen(page.getByRole('link', { name: /^Begynd her: / }));
}

/** To somebody who has one alliance and goes straight to it, an invitation shows itself there and on their account. */
export async function invitationWaits(
  { office, allianceId }: Journey,
  page: Page,
  who: { name: string; email: string },
): Promise<void> {
  const invitations = `/api/v1/alliances/${allianceId}/invitations`;
  const { body } = await office.post<{ id: string }>(invitations, { ...who, role: 'member', by: 'link' });
  for (const address of [`${home}/overblik`, '/konto']) {
    await page.goto(address);
    await seen(page.getByRole('heading', { name: 'Invitationer til dig' }));
    await seen(page.getByRole('heading', { name: 'Ungegarantien: medlem' }));
  }
  await soundEverywhere(page);
  await office.delete(`${invitations}/${body.id}`);
}
