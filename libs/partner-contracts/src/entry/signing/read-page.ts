import { type ContractTemplateText, type Locale, strokeBox } from '#libs/api-schema';
import {
  button,
  errorSummary,
  facts,
  flag,
  hidden,
  html,
  type Html,
  inputField,
  more,
  pageScript,
} from '#libs/platform';
import { dateInWords, daysInWords, monthsInWords, unitInWords } from '../../application/contract-words.js';
import type { SigningView } from '../../application/show-signing.query.js';
import { type FieldFault, faultAt, shell, type SigningPlace } from './signing-pages.js';
import { signingTexts } from './signing-texts.js';

/** What is in the form's fields, as they were sent or as they were kept. */
export type SigningFields = Readonly<Record<string, string>>;

/** The one readable page: what we ask, what you choose, how many, until when, the whole text one tap away, the name. */
export function readPage(
  view: SigningView,
  { locale, base }: SigningPlace,
  email: string,
  fields: SigningFields,
  faults: readonly FieldFault[] = [],
): string {
  const words = signingTexts[locale];
  const { text } = view;
  const body = html` <h1>${words.readTitle}</h1>
    ${errorSummary({ locale, errors: faults })}
    <form method="post" novalidate action="${base}/read?locale=${locale}">
      ${hidden('textHash', view.textHash)}
      <h2>${words.mandatory}</h2>
      <p class="soft">${words.mandatoryHint}</p>
      <ul>
        ${text.mandatory.map((each) => html`<li>${each.text[locale]}</li>`)}
      </ul>
      ${
        text.optional.length === 0
          ? null
          : html`<h2>${words.optional}</h2>
              <p class="soft">${words.optionalHint}</p>`
      }
      ${text.optional.map((option) => choice(option, locale, fields, faults))}
      <h2>${words.terms}</h2>
      ${facts([
        [words.signBy, view.answerBy === null ? null : dateInWords(view.answerBy, locale)],
        [words.runsFor, words.termValue(monthsInWords(text.termMonths, locale))],
        [words.response, words.responseValue(daysInWords(text.responseDays, locale))],
      ])}
      ${more(words.wholeText, wholeText(view, locale))}
      <h2>${words.sign}</h2>
      ${inputField({
        locale,
        name: 'name',
        label: words.name,
        hint: words.nameHint(view.partner),
        value: fields['name'],
        autocomplete: 'name',
        maxlength: 120,
        required: true,
        error: faultAt(faults, 'name'),
      })}
      ${drawing(locale, fields, faults)}
      <p class="soft">${words.kind} ${words.codeTo(email)}</p>
      <div class="row">${button({ label: words.sendCode })}</div>
    </form>`;
  return shell(
    view,
    locale,
    `${words.readTitle}: ${text.title[locale]}`,
    body,
    undefined,
    pageScript('sign'),
  );
}

/** The fields as they are when the partner comes back to what was kept. */
export function fieldsOf(view: SigningView): SigningFields {
  const { signing } = view;
  if (signing === null) return {};
  return {
    name: signing.name,
    strokes: signing.strokes === null ? '' : JSON.stringify(signing.strokes),
    ...Object.fromEntries(signing.commitments.map(({ key }): [string, string] => [`pick-${key}`, 'on'])),
    ...Object.fromEntries(
      signing.commitments.map(({ key, count }): [string, string] => [`count-${key}`, String(count ?? 1)]),
    ),
  };
}

function choice(
  option: ContractTemplateText['optional'][number],
  locale: Locale,
  fields: SigningFields,
  faults: readonly FieldFault[],
): Html {
  const words = signingTexts[locale];
  const pick = `pick-${option.key}`;
  const count = `count-${option.key}`;
  const error = faultAt(faults, count);
  return html`<div class="${error === undefined ? 'choice' : 'choice wrong'}">
    <input type="checkbox" id="${pick}" name="${pick}" value="on" ${flag('checked', fields[pick] === 'on')} />
    <label for="${pick}">${option.text[locale]}</label>
    ${
      option.unit === 'none'
        ? null
        : html`<div class="more amount">
            <input
              id="${count}"
              name="${count}"
              type="number"
              inputmode="numeric"
              min="1"
              max="500"
              value="${fields[count] ?? '1'}"
              aria-label="${option.text[locale]}: ${words.count(unitInWords(option.unit, 2, locale))}"
              aria-invalid="${error === undefined ? 'false' : 'true'}"
              aria-describedby="${error === undefined ? '' : `${count}-fault`}"
            />
            <span aria-hidden="true">${unitInWords(option.unit, 2, locale)}</span>
            ${error === undefined ? null : html`<p class="fault" id="${count}-fault">${error}</p>`}
          </div>`
    }
  </div>`;
}

function wholeText(view: SigningView, locale: Locale): Html[] {
  return view.blocks[locale].map((block) => {
    if (block.kind === 'heading') return html`<h3>${block.text}</h3>`;
    if (block.kind === 'paragraph') return html`<p>${block.text}</p>`;
    return html`<ul>
      ${block.items.map((item) => html`<li>${item}</li>`)}
    </ul>`;
  });
}

/** Only the script shows it: without it the typed name is all there is, and enough. */
function drawing(locale: Locale, fields: SigningFields, faults: readonly FieldFault[]): Html {
  const words = signingTexts[locale];
  const error = faultAt(faults, 'strokes');
  return html`<div class="field" id="drawing" hidden>
    <p id="drawing-label"><strong>${words.draw}</strong></p>
    <p class="hint" id="drawing-hint">${words.drawHint}</p>
    <canvas
      id="drawing-canvas"
      data-width="${strokeBox.width}"
      data-height="${strokeBox.height}"
      role="img"
      aria-labelledby="drawing-label"
      aria-describedby="drawing-hint"
    ></canvas>
    <button type="button" class="plain" id="drawing-clear">${words.clear}</button>
    ${hidden('strokes', fields['strokes'] ?? '')}
    ${error === undefined ? null : html`<p class="fault">${error}</p>`}
  </div>`;
}
