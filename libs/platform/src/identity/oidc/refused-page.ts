import type { ErrorCode, Locale } from '#libs/api-schema';
import { messageOf } from '../../http/problem.filter.js';
import { html } from '../../pages/html.js';
import { page } from '../../pages/page.js';
import { linkButton, notice } from '../../pages/parts.js';

const words = {
  da: { title: 'Du er ikke logget ind', again: 'Til login-siden', account: 'Til Din konto' },
  en: { title: 'You are not signed in', again: 'To the sign-in page', account: 'To Your account' },
} as const;

/** What somebody sees whose sign-in at an identity provider was refused: why, and the way on. */
export function refusedPage(code: ErrorCode, locale: Locale): string {
  const { title, again, account } = words[locale];
  const isAboutLink = code === 'logins/linked-elsewhere';
  return page({
    locale,
    title,
    narrow: true,
    languages: null,
    body: html`<h1>${title}</h1>
      ${notice('bad', html`<p>${messageOf(code, {}, locale)}</p>`)}
      <p>
        ${
          isAboutLink
            ? linkButton({ label: account, href: '/konto' })
            : linkButton({ label: again, href: '/sign-in' })
        }
      </p>`,
  });
}
