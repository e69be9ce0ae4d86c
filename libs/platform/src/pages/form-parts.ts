import { flag, html } from './html.js';
import type { Html, HtmlValue } from './html.js';
import type { PageLocale } from './page.js';

/** What a field of a page needs. `error` is the text shown at the field. */
export interface FieldPart {
  locale: PageLocale;
  name: string;
  label: string;
  hint?: HtmlValue;
  error?: string | undefined;
  /** Fields say "(valgfrit)" unless this is true. */
  required?: boolean;
}

/** A box for one line. */
export interface InputPart extends FieldPart {
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'date';
  value?: string | number | undefined;
  autocomplete?: string;
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text';
  maxlength?: number;
  /** 'code' = large digits for the mailed code; 'short' = a few characters. */
  look?: 'code' | 'short';
}

/** One of a choice; `more` is shown below it (for example a number belonging to it). */
export interface ChoicePart {
  value: string;
  label: string;
  hint?: HtmlValue;
  checked?: boolean;
  more?: HtmlValue;
}

const optional = { da: '(valgfrit)', en: '(optional)' } as const;

/** A labelled input. */
export function inputField(part: InputPart): Html {
  const {
    name,
    type = 'text',
    value,
    autocomplete = 'off',
    inputmode = 'text',
    maxlength = 1000,
    look,
  } = part;
  return framed(
    part,
    html`<input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      inputmode="${inputmode}"
      maxlength="${maxlength}"
      class="${look}"
      aria-describedby="${describedBy(part)}"
      aria-invalid="${part.error ? 'true' : 'false'}"
      ${flag('required', part.required ?? false)}
    />`,
  );
}

/** A labelled box for several lines. */
export function textAreaField(
  part: FieldPart & { value?: string | undefined; rows?: number; maxlength?: number },
): Html {
  const { name, value, rows = 4, maxlength = 4000 } = part;
  return framed(
    part,
    html`<textarea
      id="${name}"
      name="${name}"
      rows="${rows}"
      maxlength="${maxlength}"
      aria-describedby="${describedBy(part)}"
      aria-invalid="${part.error ? 'true' : 'false'}"
      ${flag('required', part.required ?? false)}
    >
${value}</textarea>`,
  );
}

/** Choose one from a list that drops down. */
export function selectField(part: FieldPart & { options: readonly ChoicePart[]; empty?: string }): Html {
  const { name, options, empty } = part;
  return framed(
    part,
    html`<select
      id="${name}"
      name="${name}"
      aria-describedby="${describedBy(part)}"
      aria-invalid="${part.error ? 'true' : 'false'}"
      ${flag('required', part.required ?? false)}
    >
      ${empty === undefined ? null : html`<option value="">${empty}</option>`}${options.map(
        ({ value, label, checked }) =>
          html`<option value="${value}" ${flag('selected', checked ?? false)}>${label}</option>`,
      )}
    </select>`,
  );
}

/** Choose one, all visible. */
export function radioGroup(part: FieldPart & { options: readonly ChoicePart[] }): Html {
  return choiceGroup(part, 'radio');
}

/** Choose any number; the form sends the name once per choice. */
export function checkboxGroup(part: FieldPart & { options: readonly ChoicePart[] }): Html {
  return choiceGroup(part, 'checkbox');
}

/** Yes or no. */
export function checkbox(part: FieldPart & { value?: string; checked?: boolean }): Html {
  const { name, label, hint, error, required, value = 'on', checked } = part;
  return html`<div class="${error ? 'field wrong' : 'field'}">
    <div class="choice">
      <input
        type="checkbox"
        id="${name}"
        name="${name}"
        value="${value}"
        aria-describedby="${describedBy(part)}"
        ${flag('checked', checked ?? false)}
        ${flag('required', required ?? false)}
      /><label for="${name}">${label}</label>${hintOf(name, hint)}
    </div>
    ${faultOf(name, error)}
  </div>`;
}

/** What has to be corrected, first on the page; it takes the focus where the browser allows. */
export function errorSummary(part: {
  locale: PageLocale;
  errors: readonly { field?: string; message: string }[];
  /** What fields are called, where a message does not say which one it is about. */
  labels?: Readonly<Record<string, string>>;
}): Html | null {
  const { locale, errors, labels = {} } = part;
  const said = (field: string, message: string): string =>
    labels[field] === undefined ? message : `${labels[field]}: ${message}`;
  if (errors.length === 0) return null;
  const title = { da: 'Ret dette, og prøv igen', en: 'Correct this and try again' }[locale];
  return html`<div class="notice bad" role="alert" tabindex="-1" id="errors" ${flag('autofocus', true)}>
    <span aria-hidden="true">×</span>
    <div>
      <p><strong>${title}</strong></p>
      <ul>
        ${errors.map(
          ({ field, message }) =>
            html`<li>
              ${field === undefined ? message : html`<a href="#${field}">${said(field, message)}</a>`}
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** A button that sends the form. `name` and `value` tell several buttons apart. */
export function button(part: {
  label: string;
  kind?: 'first' | 'second' | 'plain';
  name?: string;
  value?: string;
}): Html {
  const { label, kind = 'first', name, value } = part;
  return name === undefined
    ? html`<button type="submit" class="${kind}">${label}</button>`
    : html`<button type="submit" class="${kind}" name="${name}" value="${value}">${label}</button>`;
}

/** A value the person does not see. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function choiceGroup(part: FieldPart & { options: readonly ChoicePart[] }, type: 'radio' | 'checkbox'): Html {
  const { locale, name, label, hint, error, required, options } = part;
  return html`<fieldset class="${error ? 'field wrong' : 'field'}" aria-describedby="${describedBy(part)}">
    <legend>${label}${required ? null : html` <span class="optional">${optional[locale]}</span>`}</legend>
    ${hintOf(name, hint)}${options.map((option, index) => {
      const id = index === 0 ? name : `${name}-${String(index)}`;
      return html`<div class="choice">
        <input
          type="${type}"
          id="${id}"
          name="${name}"
          value="${option.value}"
          ${flag('checked', option.checked ?? false)}
          ${flag('required', type === 'radio' && (required ?? false))}
        /><label for="${id}">${option.label}</label
        >${hintOf(id, option.hint)}${option.more ? html`<div class="more">${option.more}</div>` : null}
      </div>`;
    })}${faultOf(name, error)}
  </fieldset>`;
}

function framed(part: FieldPart, input: Html): Html {
  const { locale, name, label, hint, error, required } = part;
  return html`<div class="${error ? 'field wrong' : 'field'}">
    <label for="${name}"
      >${label}${required ? null : html` <span class="optional">${optional[locale]}</span>`}</label
    >${hintOf(name, hint)}${input}${faultOf(name, error)}
  </div>`;
}

function hintOf(name: string, hint: HtmlValue): Html | null {
  return hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : null;
}

function faultOf(name: string, error: string | undefined): Html | null {
  return error
    ? html`<p class="fault" id="${name}-fault"><span aria-hidden="true">× </span>${error}</p>`
    : null;
}

function describedBy({ name, hint, error }: FieldPart): string {
  return [hint ? `${name}-hint` : '', error ? `${name}-fault` : ''].filter(Boolean).join(' ');
}
