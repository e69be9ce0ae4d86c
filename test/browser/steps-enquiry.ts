import { linkIn, signIn } from '../journeys/cast.js';
import {
  type Company,
  go,
  type Journey,
  leave,
  seen,
  sitDown,
  sound,
  soundEverywhere,
  tabTo,
  title,
} from './journey.js';
import { acceptInvitation, invitationWaits, invitePerson } from './steps-start.js';

const jens = { name: 'Jens Sagsbehandler', email: 'jens@kommune.example' };

/** The caseworker comes to the product: invited by the secretariat, in by the button of the invitation. */
export async function welcomeCaseworker(journey: Journey): Promise<void> {
  await invitePerson(journey, { ...jens, role: 'Sagsbehandler', organisation: 'Hjørring Kommune' });
  journey.caseworker = await sitDown(journey);
  await acceptInvitation(journey, journey.caseworker, jens.email);
  journey.municipality = await signIn(journey.place, jens.email);
  await soundEverywhere(journey.caseworker);
  await invitationWaits(journey, journey.caseworker, jens);
}

/** 5. A young person approaches a partner: logged without a mouse. */
export async function logEnquiry({ caseworker: page }: Journey, { name }: Company): Promise<void> {
  const keys = page.keyboard;
  await go(page, 'henvendelser');
  await soundEverywhere(page);
  await tabTo(page, page.getByRole('link', { name: 'Registrér henvendelse' }).first());
  await keys.press('Enter');
  await seen(title(page, 'Registrér henvendelse'));
  await soundEverywhere(page);
  await tabTo(page, page.getByRole('combobox', { name: 'Garantipartner' }));
  await keys.type(name);
  await seen(page.getByRole('option', { name, exact: false }));
  await keys.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: 'Sagsbehandler', exact: true }));
  await tabTo(page, page.getByLabel('Fornavn', { exact: true }));
  await keys.type('Freja');
  await tabTo(page, page.getByLabel('Alder', { exact: true }));
  await keys.type('16');
  await tabTo(page, page.getByLabel('Ønske med egne ord', { exact: true }));
  await keys.type('Vil gerne prøve at være tømrer');
  await tabTo(page, page.getByRole('radio', { name: 'Telefon', exact: true }));
  await tabTo(page, page.getByRole('textbox', { name: 'Telefon' }));
  await keys.type('+45 12 34 56 78');
  await tabTo(page, page.getByRole('checkbox', { name: /Den unge har sagt ja/ }));
  await keys.press('Space');
  await keys.press('Control+Enter');
  await seen(title(page, `Henvendelse til ${name}`));
  await seen(page.getByText('Venter på svar', { exact: true }));
  await soundEverywhere(page);
}

/** The partner has no place and hands the young person on; the other accepts; both from a mail, on a phone. */
export async function handOn(journey: Journey, from: Company, to: Company): Promise<void> {
  const { caseworker } = journey;
  const giver = await openMailed(journey, from);
  await seen(title(giver, 'En ung har henvendt sig'));
  await seen(giver.getByText('Freja'));
  await sound(giver);
  await giver.getByText('Vi har ikke en plads: giv den unge videre').tap();
  const choice = giver.getByLabel('Til en anden garantipartner');
  const option = choice.getByRole('option', { name: to.name, exact: false });
  await choice.selectOption((await option.getAttribute('value')) ?? '');
  await sound(giver);
  await giver.getByRole('button', { name: 'Giv videre til virksomheden' }).tap();
  await seen(giver.getByText(/Henvendelsen er givet videre til/));
  await sound(giver);
  await leave(giver);
  await seen(caseworker.getByText('Givet videre', { exact: true }));

  const receiver = await openMailed(journey, to);
  await seen(title(receiver, 'Kan I hjælpe en ung videre?'));
  await sound(receiver);
  await receiver.getByLabel('Telefon eller mail').fill('98 12 34 56');
  await receiver.getByRole('button', { name: 'Ja, vi tager imod' }).tap();
  await seen(receiver.getByText('Tak. Den unge er taget imod, og henvendelsen er afsluttet.'));
  await sound(receiver);
  await leave(receiver);
  await seen(caseworker.getByText('Taget imod', { exact: true }));
  await seen(caseworker.getByText('Løftet holdt', { exact: true }));
  await soundEverywhere(caseworker);
}

async function openMailed(journey: Journey, { email }: Company) {
  const mail = await journey.place.smtp.arrival(email, ({ links }) =>
    links.some((link) => link.includes('/l/enquiry/')),
  );
  const phone = await sitDown(journey, { width: 'phone' });
  await phone.goto(linkIn(mail, '/l/enquiry/'));
  return phone;
}

/** How far the promises were kept stands for the alliance and for each partner; who the young person is does not. */
export async function seeKeptPromises({ secretary: page }: Journey, { name }: Company): Promise<void> {
  await go(page, 'henvendelser');
  await seen(page.getByText(name).first());
  expect(await page.getByText('Freja').count()).toBe(0);
  await page.getByRole('link', { name: 'Holdte løfter' }).click();
  await seen(page.getByText(/100\s% \(1 af 1 løfter holdt\)/));
  await seen(page.getByRole('row', { name: new RegExp(name) }).first());
  await soundEverywhere(page);
}
