import { ageBands, type Locale } from '#libs/api-schema';
import {
  button,
  checkbox,
  errorSummary,
  hidden,
  type Html,
  html,
  inputField,
  notice,
  page,
  radioGroup,
  selectField,
  textAreaField,
} from '#libs/platform';
import type { PublicEnquiryPage } from '../application/public-enquiry-page.query.js';
import { askWords, enquiryWords } from './enquiry-page.texts.js';

/** What was typed and what is wrong with it, by field. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** The page on which a young person writes to a partner: six questions, plain words, no account. */
export function askPage(locale: Locale, partner: PublicEnquiryPage, form: FormState): string {
  const t = askWords[locale];
  const words = enquiryWords[locale];
  const { values, errors } = form;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const title = t.title(partner.partnerName);
  const reach = (channel: 'phone' | 'email', label: string) =>
    addressField(channel, label, values[channel] ?? '', errorOf(channel));
  return page({
    locale,
    title,
    allianceName: partner.allianceName,
    narrow: true,
    body: html`<h1>${title}</h1>
      <p class="lead">${t.lead(partner.partnerName, partner.responseDays)}</p>
      ${errorSummary({ locale, errors, labels: { firstName: words.firstName, ageBand: words.age, wish: t.wishLabel } })}
      <form method="post" novalidate>
        ${hidden('form', values['form'] ?? '')}
        ${inputField({
          locale,
          name: 'firstName',
          label: words.firstName,
          required: true,
          autocomplete: 'given-name',
          value: values['firstName'],
          error: errorOf('firstName'),
          maxlength: 60,
        })}
        ${selectField({
          locale,
          name: 'ageBand',
          label: words.age,
          required: true,
          empty: t.choose,
          error: errorOf('ageBand'),
          options: ageBands.map((band) => ({
            value: band,
            label: words.ages[band],
            checked: values['ageBand'] === band,
          })),
        })}
        ${textAreaField({
          locale,
          name: 'wish',
          label: t.wishLabel,
          hint: t.wishHint,
          required: true,
          rows: 5,
          value: values['wish'],
          error: errorOf('wish'),
          maxlength: 1000,
        })}
        ${radioGroup({
          locale,
          name: 'channel',
          label: t.reach,
          required: true,
          error: errorOf('channel'),
          options: [
            {
              value: 'phone',
              label: t.byPhone,
              checked: values['channel'] !== 'email',
              more: reach('phone', t.phoneLabel),
            },
            {
              value: 'email',
              label: t.byEmail,
              checked: values['channel'] === 'email',
              more: reach('email', t.emailLabel),
            },
          ],
        })}
        <h2>${t.consentTitle}</h2>
        <p>${t.consentText(partner.partnerName)}</p>
        ${checkbox({
          locale,
          name: 'consent',
          value: 'yes',
          label: t.consentLabel(partner.partnerName),
          required: true,
          checked: values['consent'] === 'yes',
          error: errorOf('consent'),
        })}
        <div class="off" aria-hidden="true">
          <label for="website">Website</label>
          <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" value="" />
        </div>
        <div class="row">${button({ label: t.send })}</div>
      </form>`,
  });
}

/**
 * The address belonging to a choice. Needed when its choice is taken, so it neither says "optional" nor carries
 * `required`, which would stop the browser at a field that is not shown.
 */
function addressField(
  name: 'phone' | 'email',
  label: string,
  value: string,
  error: string | undefined,
): Html {
  const type = name === 'phone' ? 'tel' : 'email';
  return html`<div class="${error === undefined ? 'field' : 'field wrong'}">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${type}"
      inputmode="${type}"
      maxlength="254"
      aria-describedby="${error === undefined ? '' : `${name}-fault`}"
      aria-invalid="${error === undefined ? 'false' : 'true'}"
    />
    ${
      error === undefined
        ? null
        : html`<p class="fault" id="${name}-fault"><span aria-hidden="true">× </span>${error}</p>`
    }
  </div>`;
}

/** What a young person sees once it is sent. */
export function askedPage(locale: Locale, partner: PublicEnquiryPage): string {
  const t = askWords[locale];
  return page({
    locale,
    title: t.thanksTitle,
    allianceName: partner.allianceName,
    narrow: true,
    languages: null,
    body: html`<h1>${t.thanksTitle}</h1>
      ${notice('good', html`<p>${t.thanks(partner.partnerName, partner.responseDays)}</p>`)}
      <p>${t.thanksMore}</p>`,
  });
}

/** What is shown when an address leads nowhere. */
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
