import type { Page } from 'playwright-core';
import {
  go,
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
import { indicators } from './steps-agenda.js';
import { acceptInvitation, invitePerson, signInByCode } from './steps-start.js';

const anna = { name: 'Anna Lund', email: 'anna@styregruppe.example' };
const proposal = 'Vi beder 20 flere virksomheder om en læreplads';
const promise = 'Ring til 20 virksomheder';

/** 8. The steering group is made and its meeting planned, with an item that shows the outcome's curve. */
export async function planMeeting(journey: Journey): Promise<void> {
  const { secretary: page } = journey;
  await invitePerson(journey, { ...anna, role: 'Medlem' });
  const guest = await sitDown(journey);
  await acceptInvitation(journey, guest, anna.email);
  await leave(guest);
  await go(page, 'moeder');
  await soundEverywhere(page);
  await page.getByRole('link', { name: 'Opret gruppe' }).click();
  await seen(title(page, 'Grupper'));
  await page.getByRole('button', { name: 'Opret gruppe' }).click();
  const group = page.getByRole('dialog', { name: 'Opret gruppe' });
  await group.getByLabel('Gruppens navn').fill('Styregruppen');
  await group.getByRole('checkbox', { name: anna.name }).check();
  await sound(page);
  await group.getByRole('button', { name: 'Gem', exact: true }).click();
  await seen(page.getByRole('row', { name: /Styregruppen/ }));
  await soundEverywhere(page);

  await go(page, 'moeder/nyt');
  await page.getByLabel('Titel', { exact: true }).fill('Styregruppemøde');
  await page.getByLabel('Dato', { exact: true }).fill('24.11.2026');
  await page.getByLabel('Fra kl.', { exact: true }).fill('13');
  await page.getByLabel('Til kl.', { exact: true }).fill('14.30');
  await soundEverywhere(page);
  await page.getByRole('button', { name: 'Planlæg møde' }).click();
  await seen(title(page, 'Styregruppemøde'));
  journey.meeting = page.url().split('/').at(-1) ?? '';
  await writeItem(page, 'Hvor er vi?', 'Orienteres');
  await writeItem(page, 'Flere lærepladser', 'Beslutte', indicators.destinations);
  await soundEverywhere(page);
}

async function writeItem(page: Page, heading: string, purpose: string, indicator?: string): Promise<void> {
  await page.getByRole('button', { name: 'Tilføj punkt' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Tilføj punkt' });
  await dialog.getByLabel('Punkt', { exact: true }).fill(heading);
  await dialog.getByRole('radio', { name: purpose }).check();
  if (indicator !== undefined) await dialog.getByLabel(/^Vis kurven for/).selectOption({ label: indicator });
  await sound(page);
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await seen(page.getByText(heading).first());
}

/** The meeting itself, in two windows: the same item for both, a consent round, a decision, an action. */
export async function meet(journey: Journey): Promise<void> {
  const { secretary: chair, meeting } = journey;
  const member = await sitDown(journey, { width: 'phone' });
  await signInByCode(journey, member, anna.email);
  for (const page of [chair, member]) await go(page, `moeder/${meeting}/lokale`);
  await seen(member.getByText('Bliv her. Siden skifter af sig selv, når mødelederen åbner mødet.'));
  for (const page of [chair, member]) await seen(page.getByText('2 personer til stede'));
  await sound(member);
  await sound(chair);
  await mark(member);

  await chair.getByRole('button', { name: 'Åbn mødet' }).click();
  await chair.getByRole('button', { name: 'Begynd med punkt 1' }).click();
  for (const page of [chair, member]) {
    await seen(page.getByRole('heading', { level: 2, name: 'Hvor er vi?' }));
    await seen(page.getByRole('region', { name: /Til stede nu/ }).getByText(anna.name));
    await seen(page.getByRole('region', { name: /Til stede nu/ }).getByText('Mette Sørensen'));
  }
  await soundEverywhere(chair);

  await missAndCatchUp(chair, member);
  await decide(chair, member);
  await leave(member);
}

/** One is cut off while the others go on, and then has all of it, once and in order. */
async function missAndCatchUp(chair: Page, member: Page): Promise<void> {
  await member.context().setOffline(true);
  await chair.getByRole('button', { name: 'Næste punkt' }).click();
  await seen(chair.getByRole('heading', { level: 2, name: 'Flere lærepladser' }));
  for (const note of ['Først om tallene', 'Så om pladserne', 'Til sidst om transporten']) {
    await chair.getByLabel('Ny note').fill(note);
    await chair.getByLabel('Ny note').press('Control+Enter');
    await seen(notes(chair).getByText(note));
  }
  await chair.getByRole('button', { name: 'Stil forslag', exact: true }).click();
  await chair.getByLabel('Nyt forslag').fill(proposal);
  await chair.getByRole('button', { name: 'Stil forslaget' }).click();
  await chair.getByRole('button', { name: 'Begynd samtykkerunde' }).click();
  await seen(chair.getByText('0 af 1 har svaret'));
  expect(await member.getByText('Flere lærepladser').locator('visible=true').count()).toBe(1);

  await member.context().setOffline(false);
  await seen(member.getByRole('heading', { level: 2, name: 'Flere lærepladser' }));
  await seen(notes(member).getByText('Til sidst om transporten'));
  const [hers, theirs] = [await notes(member).allInnerTexts(), await notes(chair).allInnerTexts()];
  expect(hers).toEqual(theirs);
  await seen(member.getByText('0 af 1 har svaret'));
  expect(await member.getByText(proposal).locator('visible=true').count()).toBe(1);
  await stillMarked(member);
  await seen(member.getByRole('figure').first());
  await sound(member);
}

async function decide(chair: Page, member: Page): Promise<void> {
  await member.getByRole('radio', { name: 'Jeg samtykker med forbehold' }).check();
  await member.getByLabel('Begrundelse').fill('Husk transporten');
  await member.getByRole('button', { name: 'Svar', exact: true }).tap();
  await seen(chair.getByText('1 af 1 har svaret'));
  await seen(chair.getByText('Husk transporten'));
  await sound(chair);
  await chair.getByRole('button', { name: 'Afslut runden' }).click();
  for (const page of [chair, member]) await seen(page.getByText('Vedtaget', { exact: true }));

  await chair.getByRole('button', { name: 'Aftal handling' }).click();
  await chair.getByLabel('Hvad skal gøres?').fill(promise);
  await chair.getByLabel('Hvem gør det?').selectOption({ label: anna.name });
  await chair.getByLabel('Hvornår er det gjort?').fill('27.11.2026');
  await sound(chair);
  await chair.getByRole('button', { name: 'Aftal handling' }).click();
  for (const page of [chair, member])
    await seen(page.getByRole('listitem').filter({ hasText: promise }).first());
  await soundEverywhere(chair);
  await sound(member);

  await chair.getByRole('button', { name: 'Afslut mødet' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Afslut mødet' }).click();
  await seen(title(chair, 'Referat: Styregruppemøde'));
  await seen(member.getByText('Mødet er afsluttet'));
  await seen(member.getByRole('link', { name: 'Se referat' }));
  await sound(member);
  await stillMarked(member);
}

function notes(page: Page) {
  return page.getByRole('region', { name: 'Noter' }).getByRole('listitem');
}

/** The minutes list what was decided and what was promised. */
export async function readMinutes({ secretary: page, meeting }: Journey): Promise<void> {
  await go(page, `moeder/${meeting}/referat`);
  await seen(title(page, 'Referat: Styregruppemøde'));
  for (const text of [proposal, 'Vedtaget med forbehold', 'Husk transporten', promise, anna.name])
    await seen(page.getByText(text).first());
  await soundEverywhere(page);
}
