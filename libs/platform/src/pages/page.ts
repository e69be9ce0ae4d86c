import { Html, html } from './html.js';
import type { HtmlValue } from './html.js';
import { pageStyle } from './page-style.js';

/** The languages of the pages. */
export type PageLocale = 'da' | 'en';

/** One page without account. */
export interface PageContent {
  locale: PageLocale;
  /** The document's title; the h1 is the body's own. */
  title: string;
  body: HtmlValue;
  /** A form or a short text: a narrower column. */
  narrow?: boolean;
  /** Address of a script that adds comfort, e.g. pageScript('sign'); the page must work without it. */
  script?: string;
  /** The alliance's name, shown at the top. */
  allianceName?: string;
  /** Addresses of the other language; default '?locale=da' and '?locale=en'. null = no switch (a receipt after POST). */
  languages?: Record<PageLocale, string> | null;
  /** Who to ask; shown at the foot. */
  footer?: HtmlValue;
}

const words = {
  da: { skip: 'Gå til indholdet', language: 'Sprog', da: 'Dansk', en: 'English' },
  en: { skip: 'Skip to content', language: 'Language', da: 'Dansk', en: 'English' },
} as const;

/**
 * A whole document: phone first, no third party, nothing to fetch, works without JavaScript.
 * Its address holds a token: other sites never learn it, and our own forms still say where they come from.
 */
export function page(content: PageContent): string {
  const { locale, title, body, narrow, script, allianceName, footer } = content;
  const languages =
    content.languages === undefined ? { da: '?locale=da', en: '?locale=en' } : content.languages;
  const document = html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="same-origin" />
      <meta name="format-detection" content="telephone=no" />
      <title>${title}</title>
      <link rel="icon" href="data:," />
      ${style} ${script === undefined ? null : html`<script type="module" src="${script}"></script>`}
    </head>
    <body>
      <a class="skip" href="#main">${words[locale].skip}</a>
      <header class="top">
        <p>${allianceName ?? 'Rygrad'}</p>
        ${languages === null ? null : switcher(locale, languages)}
      </header>
      <main id="main" class="${narrow ? 'narrow' : 'wide'}">${body}</main>
      ${footer === undefined ? null : html`<footer>${footer}</footer>`}
    </body>
  </html>`;
  return `<!doctype html>\n${document.toString()}`;
}

const style = new Html(`<style>${pageStyle}</style>`);

function switcher(locale: PageLocale, languages: Record<PageLocale, string>): Html {
  const codes = ['da', 'en'] as const;
  return html`<nav aria-label="${words[locale].language}">
    ${codes.map((code) =>
      code === locale
        ? html`<span lang="${code}" aria-current="true">${words[locale][code]}</span>`
        : html`<a lang="${code}" hreflang="${code}" href="${languages[code]}">${words[locale][code]}</a>`,
    )}
  </nav>`;
}

/** The language of a page: what its address asks for, else what the link's receiver reads, else Danish. */
export function pageLocale(asked: unknown, receiver?: PageLocale): PageLocale {
  return asked === 'da' || asked === 'en' ? asked : (receiver ?? 'da');
}
