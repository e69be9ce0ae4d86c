import type { Locale } from '#libs/api-schema';
import {
  button,
  errorSummary,
  facts,
  hidden,
  html,
  type HtmlValue,
  type Html,
  inputField,
  linkButton,
  notice,
  page,
  selectField,
} from '#libs/platform';
import { dateInWords, monthsInWords, unitInWords } from '../../application/contract-words.js';
import type { SigningView } from '../../application/show-signing.query.js';
import { signingTexts } from './signing-texts.js';

/** What every page needs to know of its place. */
export interface SigningPlace {
  readonly locale: Locale;
  /** Address of the link without a slash at the end, `/l/contract/<token>`. */
  readonly base: string;
}

/** Something wrong with a field, in words. */
export interface FieldFault {
  readonly field?: string;
  readonly message: string;
}

/** The first page: who asks, for what, until when. Looking at it changes nothing. */
export function welcomePage(view: SigningView, { locale, base }: SigningPlace): string {
  const words = signingTexts[locale];
  return shell(
    view,
    locale,
    view.text.title[locale],
    html` <h1>${view.text.title[locale]}</h1>
      <p class="lead">${words.lead(view.senderName, view.alliance, view.partner)}</p>
      ${
        view.message === null
          ? null
          : notice(
              'info',
              html`<p><strong>${words.writes(view.senderName)}</strong></p>
                <p>${view.message}</p>`,
            )
      }
      ${facts([
        [words.signBy, view.answerBy === null ? null : dateInWords(view.answerBy, locale)],
        [words.runsFor, monthsInWords(view.text.termMonths, locale)],
        [words.takes, words.takesValue],
      ])}
      <div class="row">${linkButton({ label: words.go, href: `${base}/read?locale=${locale}` })}</div>
      <p>
        ${linkButton({ label: words.wrongPerson, href: `${base}/pass-on?locale=${locale}`, kind: 'plain' })}
      </p>`,
  );
}

/** The page on which the code is typed; what is about to be signed stands above it. */
export function confirmPage(
  view: SigningView,
  { locale, base }: SigningPlace,
  email: string,
  state: { readonly faults?: readonly FieldFault[]; readonly codeSent?: boolean } = {},
): string {
  const words = signingTexts[locale];
  const faults = state.faults ?? [];
  return shell(
    view,
    locale,
    words.confirmTitle,
    html` <h1>${words.confirmTitle}</h1>
      ${errorSummary({ locale, errors: faults })}
      ${state.codeSent === true ? notice('good', html`<p>${words.codeSent}</p>`) : null}
      <p class="lead">${words.confirmLead(email)}</p>
      <form method="post" novalidate action="${base}/confirm?locale=${locale}">
        ${hidden('textHash', view.textHash)}
        ${inputField({
          locale,
          name: 'code',
          label: words.code,
          hint: words.codeHint,
          inputmode: 'numeric',
          autocomplete: 'one-time-code',
          look: 'code',
          maxlength: 11,
          required: true,
          error: faultAt(faults, 'code'),
        })}
        ${facts([
          [words.signsAs, view.signing === null ? null : `${view.signing.name}, ${view.partner}`],
          [words.youPromise, chosen(view, locale)],
        ])}
        <div class="row">
          ${button({ label: words.confirm })}
          ${linkButton({ label: words.change, href: `${base}/read?locale=${locale}`, kind: 'second' })}
        </div>
      </form>
      <form method="post" novalidate action="${base}/code?locale=${locale}">
        ${button({ label: words.newCode, kind: 'plain' })}
      </form>`,
  );
}

/** The receipt on screen. */
export function donePage(view: SigningView, locale: Locale, email: string): string {
  const words = signingTexts[locale];
  return shell(
    view,
    locale,
    words.doneTitle,
    html` <h1>${words.doneTitle}</h1>
      ${notice('good', html`<p>${words.doneLead(view.partner)}</p>`)}
      ${facts([
        [words.signedBy, view.signing === null ? null : view.signing.name],
        [words.chose, chosen(view, locale)],
      ])}
      <p>${words.sealing(email)}</p>
      <p>${words.next(view.senderName, view.alliance)}</p>
      <p>${words.close}</p>`,
    null,
  );
}

/** "I am not the right person": who is? */
export function passOnPage(
  view: SigningView,
  { locale, base }: SigningPlace,
  given: Readonly<Record<string, string>> = {},
  faults: readonly FieldFault[] = [],
): string {
  const words = signingTexts[locale];
  const language = given['language'] ?? locale;
  return shell(
    view,
    locale,
    words.passOnTitle,
    html` <h1>${words.passOnTitle}</h1>
      ${errorSummary({ locale, errors: faults })}
      <p class="lead">${words.passOnLead(view.partner)}</p>
      <form method="post" novalidate action="${base}/pass-on?locale=${locale}">
        ${inputField({ locale, name: 'name', label: words.passOnName, value: given['name'], maxlength: 120, required: true, error: faultAt(faults, 'name') })}
        ${inputField({ locale, name: 'email', type: 'email', inputmode: 'email', label: words.passOnEmail, value: given['email'], maxlength: 254, required: true, error: faultAt(faults, 'email') })}
        ${selectField({
          locale,
          name: 'language',
          label: words.passOnLanguage,
          required: true,
          options: (['da', 'en'] as const).map((value) => ({
            value,
            label: words.languages[value],
            checked: value === language,
          })),
        })}
        <div class="row">
          ${button({ label: words.passOn })}
          ${linkButton({ label: words.back, href: `${base}?locale=${locale}`, kind: 'second' })}
        </div>
      </form>`,
  );
}

/** It has been passed on. */
export function passedOnPage(view: SigningView, locale: Locale, to: { name: string; email: string }): string {
  const words = signingTexts[locale];
  return shell(
    view,
    locale,
    words.passedOnTitle,
    html` <h1>${words.passedOnTitle}</h1>
      ${notice('good', html`<p>${words.passedOnLead(to.name, to.email)}</p>`)}`,
    null,
  );
}

/** A page that says why there is nothing to sign, and what to do. */
export function refusalPage(
  locale: Locale,
  title: string,
  lead: string,
  action?: { label: string; href: string },
  form: HtmlValue = null,
): string {
  return page({
    locale,
    title,
    narrow: true,
    body: html`<h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${action === undefined ? null : html`<div class="row">${linkButton(action)}</div>`} ${form}`,
  });
}

/** The frame of all signing pages. */
export function shell(
  view: SigningView,
  locale: Locale,
  title: string,
  body: Html,
  languages?: null,
  script?: string,
): string {
  return page({
    locale,
    title,
    body,
    narrow: true,
    allianceName: view.alliance,
    footer: html`<p>${signingTexts[locale].ask(view.senderName)}</p>`,
    ...(languages === null ? { languages } : {}),
    ...(script === undefined ? {} : { script }),
  });
}

/** The message at a field. */
export function faultAt(faults: readonly FieldFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}

function chosen(view: SigningView, locale: Locale): Html | string {
  const items = (view.signing?.commitments ?? []).flatMap(({ key, count }) => {
    const option = view.text.optional.find((each) => each.key === key);
    if (option === undefined) return [];
    const number = count === null ? '' : `: ${String(count)} ${unitInWords(option.unit, count, locale)}`;
    return [html`<li>${option.text[locale]}${number}</li>`];
  });
  return items.length === 0
    ? signingTexts[locale].nothingOptional
    : html`<ul>
        ${items}
      </ul>`;
}
