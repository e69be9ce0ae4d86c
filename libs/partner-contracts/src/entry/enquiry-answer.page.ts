import {
  errorSummary,
  facts,
  html,
  type HtmlValue,
  more,
  notice,
  page,
  paragraphs,
  wrongPersonLink,
} from '#libs/platform';
import { holderForms, receiverForms, takeBackForm } from './enquiry-answer.forms.js';
import type { AnswerView } from './enquiry-answer.view.js';
import { type AnswerWords, answerWords, enquiryWords } from './enquiry-page.texts.js';

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
