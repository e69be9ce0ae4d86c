import type { EnquiryDetail, Locale, SharedPerson } from '#libs/api-schema';
import {
  button,
  errorSummary,
  facts,
  hidden,
  html,
  type HtmlValue,
  inputField,
  more,
  notice,
  page,
  paragraphs,
  radioGroup,
  selectField,
  textAreaField,
  wrongPersonLink,
} from '#libs/platform';
import type { FormState } from './enquiry-ask.page.js';
import { type AnswerWords, answerWords, enquiryWords } from './enquiry-page.texts.js';

/** What the page of an enquiry needs to be drawn. */
export interface AnswerView {
  readonly locale: Locale;
  readonly allianceName: string;
  readonly enquiry: EnquiryDetail;
  readonly person: SharedPerson | null;
  readonly partners: readonly { readonly id: string; readonly name: string; readonly town: string | null }[];
  readonly reader: { readonly name: string; readonly email: string };
  readonly answerBy: string;
  readonly form: FormState;
  /** Address of the link. */
  readonly base: string;
}

/** The page on which a partner, or whoever is asked to take over, answers: everything in view, one tap to answer. */
export function answerPage(view: AnswerView): string {
  const { locale, enquiry, form, base } = view;
  const t = answerWords[locale];
  const receives = enquiry.may.includes('accept');
  const title = receives ? t.handOnTitle : t.title;
  const giver = enquiry.steps.findLast((step) => step.kind === 'handed-on')?.by ?? enquiry.partner.name;
  return page({
    locale,
    title,
    allianceName: view.allianceName,
    narrow: true,
    body: html`<h1>${title}</h1>
      <p class="lead">
        ${receives ? t.handOnLead(enquiry.partner.name, giver) : t.lead(enquiry.partner.name)}
      </p>
      ${errorSummary({ locale, errors: form.errors })} ${standing(view, t)} ${personPart(view)}
      ${receives ? receiverForms(view, t) : holderForms(view, t)} ${takeBackForm(view, t)}
      ${enquiry.may.length > 0 ? wrongPersonLink({ locale, base }) : null} ${timeline(view, t)}`,
  });
}

function standing({ enquiry, answerBy }: AnswerView, t: AnswerWords): HtmlValue {
  const { state } = enquiry;
  if (state === 'offered' || state === 'accepted') return notice('good', html`<p>${t.states[state]}</p>`);
  if (state === 'withdrawn') return notice('info', html`<p>${t.states.withdrawn}</p>`);
  const says =
    state === 'handed-on' && enquiry.may.includes('take-back')
      ? t.states['handed-on'](enquiry.waitingFor ?? '')
      : state === 'help-wanted' || state === 'returned'
        ? t.states[state]
        : null;
  if (enquiry.may.length === 0)
    return notice('info', html`<p>${t.notYours(enquiry.waitingFor ?? enquiry.holder.name)}</p>`);
  return [says === null ? null : notice('info', html`<p>${says}</p>`), facts([[t.answerBy, answerBy]])];
}

function personPart({ locale, person }: AnswerView): HtmlValue {
  if (person === null) return null;
  const words = enquiryWords[locale];
  const { channel, address } = person.contact;
  return facts([
    [words.firstName, person.firstName],
    [words.age, words.ages[person.ageBand]],
    [words.wish, paragraphs(person.wish)],
    [
      words.contact,
      address === null
        ? words.throughCaseworker
        : channel === 'phone'
          ? html`<a href="tel:${address.replaceAll(/[^+\d]/g, '')}">${address}</a>`
          : html`<a href="mailto:${address}">${address}</a>`,
    ],
  ]);
}

function holderForms(view: AnswerView, t: AnswerWords): HtmlValue {
  const { enquiry } = view;
  return [
    enquiry.may.includes('offer') ? offerForm(view, t) : null,
    enquiry.may.includes('hand-on') ? more(t.handOnSummary, handOnForms(view, t)) : null,
    enquiry.may.includes('ask-for-help') ? more(t.helpSummary, helpForm(view, t)) : null,
  ];
}

function offerForm({ locale, reader, form }: AnswerView, t: AnswerWords): HtmlValue {
  const mine = form.values['kind'] === 'offer' ? form : { values: {}, errors: [] };
  const of = fieldsOf(mine);
  return html`<h2>${t.offerTitle}</h2>
    <form method="post" novalidate>
      ${hidden('kind', 'offer')}
      ${inputField({ locale, label: t.place, hint: t.placeHint, required: true, maxlength: 200, ...of('place') })}
      ${inputField({ locale, label: t.startsOn, type: 'date', ...of('startsOn') })}
      ${contactFields(locale, t, of, reader)}
      <div class="row">${button({ label: t.offer })}</div>
    </form>`;
}

function contactFields(
  locale: Locale,
  t: AnswerWords,
  of: ReturnType<typeof fieldsOf>,
  reader: AnswerView['reader'],
): HtmlValue {
  return [
    inputField({
      locale,
      label: t.contactPerson,
      required: true,
      autocomplete: 'name',
      maxlength: 120,
      ...of('contactPerson', reader.name),
    }),
    inputField({
      locale,
      label: t.contactReach,
      hint: t.contactReachHint,
      required: true,
      maxlength: 120,
      ...of('contactReach', reader.email),
    }),
  ];
}

function handOnForms({ locale, partners, form }: AnswerView, t: AnswerWords): HtmlValue {
  const kind = form.values['kind'];
  const toPartner = fieldsOf(kind === 'hand-on-to-partner' ? form : { values: {}, errors: [] });
  const toCoordinator = fieldsOf(kind === 'hand-on-to-coordinator' ? form : { values: {}, errors: [] });
  const chosen = toPartner('partnerId').value;
  return html`<p>${t.handOnHint}</p>
    <form method="post" novalidate>
      ${hidden('kind', 'hand-on-to-partner')}
      ${selectField({
        locale,
        label: t.partnerLabel,
        required: true,
        empty: t.choose,
        name: 'partnerId',
        error: toPartner('partnerId').error,
        options: partners.map(({ id, name, town }) => ({
          value: id,
          label: town === null ? name : `${name}, ${town}`,
          checked: id === chosen,
        })),
      })}
      <div class="row">${button({ label: t.handOnToPartner, kind: 'second' })}</div>
    </form>
    <h3>${t.coordinatorTitle}</h3>
    <form method="post" novalidate>
      ${hidden('kind', 'hand-on-to-coordinator')}
      ${radioGroup({
        locale,
        label: t.coordinatorKind,
        required: true,
        name: 'coordinator',
        options: [
          {
            value: 'internship-coordinator',
            label: t.internshipCoordinator,
            checked: toCoordinator('coordinator').value !== 'business-consultant',
          },
          {
            value: 'business-consultant',
            label: t.businessConsultant,
            checked: toCoordinator('coordinator').value === 'business-consultant',
          },
        ],
      })}
      ${inputField({ locale, label: t.coordinatorName, required: true, maxlength: 120, ...toCoordinator('name') })}
      ${inputField({
        locale,
        label: t.coordinatorEmail,
        type: 'email',
        inputmode: 'email',
        required: true,
        maxlength: 254,
        ...toCoordinator('email'),
      })}
      <div class="row">${button({ label: t.handOnToCoordinator, kind: 'second' })}</div>
    </form>`;
}

function helpForm({ locale, form }: AnswerView, t: AnswerWords): HtmlValue {
  const of = fieldsOf(form.values['kind'] === 'ask-for-help' ? form : { values: {}, errors: [] });
  return html`<form method="post" novalidate>
    ${hidden('kind', 'ask-for-help')}
    ${textAreaField({ locale, label: t.helpNote, hint: t.helpHint, rows: 3, maxlength: 500, ...of('note') })}
    <div class="row">${button({ label: t.help, kind: 'second' })}</div>
  </form>`;
}

function receiverForms(view: AnswerView, t: AnswerWords): HtmlValue {
  const { locale, reader, form } = view;
  const of = fieldsOf(form.values['kind'] === 'accept' ? form : { values: {}, errors: [] });
  return html`<form method="post" novalidate>
      ${hidden('kind', 'accept')}
      <p>${t.acceptHint}</p>
      ${contactFields(locale, t, of, reader)}
      <div class="row">${button({ label: t.accept })}</div>
    </form>
    <form method="post" novalidate>
      ${hidden('kind', 'decline')}
      <p>${t.declineHint}</p>
      <div class="row">${button({ label: t.decline, kind: 'second' })}</div>
    </form>`;
}

function takeBackForm({ enquiry }: AnswerView, t: AnswerWords): HtmlValue {
  if (!enquiry.may.includes('take-back')) return null;
  return html`<form method="post" novalidate>
    ${hidden('kind', 'take-back')}
    <p>${t.takeBackHint(enquiry.waitingFor ?? '')}</p>
    <div class="row">${button({ label: t.takeBack, kind: 'second' })}</div>
  </form>`;
}

function timeline({ locale, enquiry }: AnswerView, t: AnswerWords): HtmlValue {
  const words = enquiryWords[locale];
  const format = new Intl.DateTimeFormat(locale === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  });
  const by = (name: string) => (name === 'young-person' ? words.youngPerson : name);
  return more(
    t.timeline,
    html`<ol>
      ${enquiry.steps.map(
        (step) =>
          html`<li>
            <strong>${words.steps[step.kind]}</strong>${step.to === null ? null : html`: ${step.to}`}<br />
            <span class="soft">${format.format(new Date(step.happenedAt))}, ${by(step.by)}</span>
          </li>`,
      )}
    </ol>`,
  );
}

function fieldsOf(
  form: FormState,
): (
  name: string,
  otherwise?: string,
) => { name: string; value: string | undefined; error: string | undefined } {
  return (name, otherwise) => ({
    name,
    value: form.values[name] ?? otherwise,
    error: form.errors.find((error) => error.field === name)?.message,
  });
}

/** The page on which a young person stops an enquiry. */
export function withdrawalPage(locale: Locale, allianceName: string, enquiry: EnquiryDetail): string {
  const t = answerWords[locale];
  const ended = enquiry.state === 'withdrawn' ? t.withdrawn : t.ended;
  return page({
    locale,
    title: t.withdrawTitle,
    allianceName,
    narrow: true,
    body: enquiry.may.includes('withdraw')
      ? html`<h1>${t.withdrawTitle}</h1>
          <p class="lead">${t.withdrawLead(enquiry.partner.name)}</p>
          <form method="post" novalidate><div class="row">${button({ label: t.withdraw })}</div></form>`
      : html`<h1>${t.withdrawTitle}</h1>
          ${notice(enquiry.state === 'withdrawn' ? 'good' : 'info', html`<p>${ended}</p>`)}`,
  });
}

/** What is shown when a link or an address leads nowhere. */
export function failurePage(locale: Locale, message: string): string {
  const title = locale === 'da' ? 'Siden kan ikke vises' : 'The page cannot be shown';
  return page({
    locale,
    title,
    narrow: true,
    body: html`<h1>${title}</h1>
      ${notice('bad', html`<p>${message}</p>`)}`,
  });
}
