import type { Locale } from '#libs/api-schema';
import { html } from '../../pages/html.js';
import { pageScript } from '../../pages/page-script.js';
import { page } from '../../pages/page.js';
import { linkButton, notice } from '../../pages/parts.js';

const words = {
  da: {
    title: 'Du har bekræftet, at det er dig',
    back: 'Luk dette vindue. Det, du var i gang med, fortsætter af sig selv i det vindue, du kom fra.',
    gone: 'Er det andet vindue lukket, så gå tilbage til siden, og tryk på knappen igen.',
    go: 'Tilbage til siden',
  },
  en: {
    title: 'You have confirmed that it is you',
    back: 'Close this window. What you were doing goes on by itself in the window you came from.',
    gone: 'If the other window is closed, go back to the page and press the button again.',
    go: 'Back to the page',
  },
} as const;

/**
 * What somebody sees who has confirmed a session at their identity provider; with JavaScript the window closes itself.
 * @param returnTo the page they came from, of this site
 */
export function confirmedPage(locale: Locale, returnTo: string): string {
  const { title, back, gone, go } = words[locale];
  return page({
    locale,
    title,
    narrow: true,
    languages: null,
    script: pageScript('close'),
    body: html`<h1>${title}</h1>
      ${notice('good', html`<p>${back}</p>`)}
      <p>${gone}</p>
      <p>${linkButton({ label: go, href: returnTo, kind: 'second' })}</p>`,
  });
}
