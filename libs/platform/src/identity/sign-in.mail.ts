import type { MailTemplate } from '../delivery/mail-content.js';

/** The mail with which somebody signs in. */
export const signInMail: MailTemplate<{ url: string; code: string }> = {
  name: 'platform.sign-in',
  da: ({ url, code }) => ({
    subject: 'Log ind på Rygrad',
    paragraphs: [
      'Tryk på knappen for at logge ind. Linket kan bruges én gang og gælder i 20 minutter.',
      'Du kan også skrive koden her på login-siden:',
    ],
    code,
    button: { label: 'Log ind', url },
    footer: 'Har du ikke bedt om at logge ind, kan du se bort fra denne mail.',
  }),
  en: ({ url, code }) => ({
    subject: 'Sign in to Rygrad',
    paragraphs: [
      'Press the button to sign in. The link works once and is valid for 20 minutes.',
      'You can also type this code on the sign-in page:',
    ],
    code,
    button: { label: 'Sign in', url },
    footer: 'If you did not ask to sign in, you can ignore this mail.',
  }),
};
