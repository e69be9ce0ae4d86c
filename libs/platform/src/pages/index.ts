export {
  button,
  checkbox,
  checkboxGroup,
  errorSummary,
  hidden,
  inputField,
  radioGroup,
  selectField,
  textAreaField,
} from './form-parts.js';
export type { ChoicePart, FieldPart, InputPart } from './form-parts.js';
export { Html, escapeHtml, flag, html } from './html.js';
export type { HtmlValue } from './html.js';
export { page, pageLocale } from './page.js';
export type { PageContent, PageLocale } from './page.js';
export { pageScript } from './page-script.js';
export { pageStyleHash } from './page-style.js';
export { facts, linkButton, more, notice, paragraphs } from './parts.js';
