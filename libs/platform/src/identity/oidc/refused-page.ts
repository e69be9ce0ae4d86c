import type { ErrorCode, Locale } from '#libs/api-schema';
import { messageOf } from '../../http/problem.filter.js';
import { html } from '../../pages/html.js';
import { page } from '../../pages/page.js';
import { linkButton, notice } from '../../pages/parts.js';

const words = {
  da: {
    title: 'Du er ikke logget ind',
    signedIn: 'Dit login blev afvist',
    again: 'Til login-siden',
    account: 'Til Din konto',
    window: 'Kom du fra et andet vindue, så luk dette, og prøv igen dér.',
  },
  en: {
    title: 'You are not signed in',
    signedIn: 'Your login was refused',
    again: 'To the sign-in page',
    account: 'To Your account',
    window: 'If you came from another window, close this one and try again there.',
  },
} as const;

/**
 * What somebody sees whose sign-in at an identity provider was refused: why, and the way on.
 * @param isSignedIn they were signed in before and still are: they wanted to link a login or confirm who they are
 */
export function refusedPage(code: ErrorCode, locale: Locale, isSignedIn: boolean): string {
  const { again, account, window, ...titles } = words[locale];
  const title = isSignedIn ? titles.signedIn : titles.title;
  return page({
    locale,
    title,
    narrow: true,
    languages: null,
    body: html`<h1>${title}</h1>
      ${notice('bad', html`<p>${messageOf(code, {}, locale)}</p>`)}
      ${isSignedIn ? html`<p>${window}</p>` : null}
      <p>
        ${
          isSignedIn
            ? linkButton({ label: account, href: '/konto' })
            : linkButton({ label: again, href: '/sign-in' })
        }
      </p>`,
  });
}
