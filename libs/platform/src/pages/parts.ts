import { html } from './html.js';
import type { Html, HtmlValue } from './html.js';

/** A message on a page: neutral, good news or bad news, told by shape as well as colour. */
export function notice(kind: 'info' | 'good' | 'bad', content: HtmlValue): Html {
  const shape = { info: 'i', good: '✓', bad: '×' }[kind];
  return html`<div class="notice ${kind}">
    <span aria-hidden="true">${shape}</span>
    <div>${content}</div>
  </div>`;
}

/** Facts, label and value; empty values are left out. */
export function facts(rows: readonly (readonly [string, HtmlValue])[]): Html {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl>
    ${filled.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A text one tap away. */
export function more(summary: string, content: HtmlValue): Html {
  return html`<details>
    <summary>${summary}</summary>
    <div>${content}</div>
  </details>`;
}

/** A link that looks like a button. */
export function linkButton(part: { label: string; href: string; kind?: 'first' | 'second' | 'plain' }): Html {
  return html`<a class="button ${part.kind ?? 'first'}" href="${part.href}">${part.label}</a>`;
}

/** Plain text with line breaks as paragraphs: an empty line parts them. */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`);
}
