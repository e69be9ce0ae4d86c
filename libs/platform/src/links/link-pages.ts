import { errorCatalogue, type ErrorCode, type Locale } from '#libs/api-schema';
import { failureOf, messageOf } from '../http/problem.filter.js';
import {
  button,
  errorSummary,
  html,
  inputField,
  linkButton,
  notice,
  page,
  selectField,
} from '../pages/index.js';
import type { BothLanguages, LinkHolder } from './link-purposes.js';
import { linkTexts } from './link-page.texts.js';

/** Where a page behind a link stands: its language and the address of its link. */
export interface LinkPlace {
  readonly locale: Locale;
  /** `/l/<purpose>/<token>` */
  readonly base: string;
}

/** What is wrong with a field. */
export interface LinkFault {
  readonly field: string;
  readonly message: string;
}

/** A page and the status it answers with. */
export interface LinkRefusal {
  readonly status: number;
  readonly text: string;
}

/** »Er du ikke den rette?« for the foot of a page behind a link. */
export function wrongPersonLink({ locale, base }: LinkPlace): ReturnType<typeof html> {
  return html`<p><a href="${base}/pass-on?locale=${locale}">${linkTexts[locale].wrongPerson}</a></p>`;
}

/** Asks who the right person is. */
export function passOnPage(
  { locale, base }: LinkPlace,
  hint: BothLanguages | undefined,
  given: Readonly<Record<string, string>> = {},
  faults: readonly LinkFault[] = [],
): string {
  const t = linkTexts[locale];
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const language = given['language'] ?? locale;
  return page({
    locale,
    title: t.passOnTitle,
    narrow: true,
    body: html`<h1>${t.passOnTitle}</h1>
      ${errorSummary({ locale, errors: faults })}
      <p class="lead">${t.passOnLead}</p>
      ${hint === undefined ? null : notice('info', html`<p>${hint[locale]}</p>`)}
      <form method="post" novalidate action="${base}/pass-on?locale=${locale}">
        ${inputField({ locale, name: 'name', label: t.name, value: given['name'], maxlength: 120, required: true, error: errorOf('name') })}
        ${inputField({ locale, name: 'email', type: 'email', inputmode: 'email', label: t.email, value: given['email'], maxlength: 254, required: true, error: errorOf('email') })}
        ${selectField({
          locale,
          name: 'language',
          label: t.language,
          required: true,
          options: (['da', 'en'] as const).map((value) => ({
            value,
            label: t.languages[value],
            checked: value === language,
          })),
        })}
        <div class="row">
          ${button({ label: t.passOn })}
          ${linkButton({ label: t.back, href: `${base}?locale=${locale}`, kind: 'second' })}
        </div>
      </form>`,
  });
}

/** It has been passed on. */
export function passedOnPage(locale: Locale, to: LinkHolder): string {
  const t = linkTexts[locale];
  return receipt(locale, t.passedOnTitle, t.passedOn(to.name, to.email));
}

/** A fresh link is on its way to the address of the old one. */
export function sentAgainPage(locale: Locale, maskedEmail: string): string {
  const t = linkTexts[locale];
  return receipt(locale, t.sentTitle, t.sent(maskedEmail));
}

function receipt(locale: Locale, title: string, text: string): string {
  return page({
    locale,
    title,
    narrow: true,
    languages: null,
    body: html`<h1>${title}</h1>
      ${notice('good', html`<p>${text}</p>`)}`,
  });
}

/**
 * The page that says why a link leads nowhere and what to do; one that has expired can be sent anew from it.
 * @throws the error itself when it is not an expected one
 */
export function linkRefusal(error: unknown, { locale, base }: LinkPlace): LinkRefusal {
  const failure = failureOf(error, locale);
  if (failure === undefined) throw error;
  const t = linkTexts[locale];
  const code: ErrorCode = failure.code;
  const [title, lead] = t.refusals[code] ?? [t.failed, messageOf(code, failure.params, locale)];
  const text = page({
    locale,
    title,
    narrow: true,
    body: html`<h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${code === 'platform/link-expired' ? againForm({ locale, base }) : null}`,
  });
  return { status: errorCatalogue[code].status, text };
}

/** The button by which the holder of an expired link has a fresh one sent. */
export function againForm({ locale, base }: LinkPlace): ReturnType<typeof html> {
  return html`<form method="post" action="${base}/again?locale=${locale}">
    <div class="row">${button({ label: linkTexts[locale].again })}</div>
  </form>`;
}

/** Enough of an address to know it again: `ka…@virksomhed.dk`. The link may have been passed around. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(2, at))}…${email.slice(at)}`;
}
