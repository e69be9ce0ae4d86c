import type { Locale } from '#libs/api-schema';
import {
  button,
  hidden,
  html,
  type HtmlValue,
  inputField,
  more,
  radioGroup,
  selectField,
  textAreaField,
} from '#libs/platform';
import type { AnswerView } from './enquiry-answer.view.js';
import type { FormState } from './enquiry-ask.page.js';
import type { AnswerWords } from './enquiry-page.texts.js';

/** What whoever holds the enquiry can do: offer a place, hand on, ask for help. */
export function holderForms(view: AnswerView, t: AnswerWords): HtmlValue {
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

/** What whoever is asked to take over can do: accept or decline. */
export function receiverForms(view: AnswerView, t: AnswerWords): HtmlValue {
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

/** What whoever handed on can do while nobody has answered: take it back. */
export function takeBackForm({ enquiry }: AnswerView, t: AnswerWords): HtmlValue {
  if (!enquiry.may.includes('take-back')) return null;
  return html`<form method="post" novalidate>
    ${hidden('kind', 'take-back')}
    <p>${t.takeBackHint(enquiry.waitingFor ?? '')}</p>
    <div class="row">${button({ label: t.takeBack, kind: 'second' })}</div>
  </form>`;
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
