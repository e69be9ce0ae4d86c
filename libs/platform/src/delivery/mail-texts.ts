import type { Locale } from '#libs/api-schema';

/** The few words the layout itself says. */
export const mailTexts: Readonly<Record<Locale, { plainLink: string; footer: string }>> = {
  da: {
    plainLink: 'Virker knappen ikke, så kopiér denne adresse ind i din browser:',
    footer: 'Sendt med Rygrad, sekretariatets fælles arbejdsredskab.',
  },
  en: {
    plainLink: 'If the button does not work, copy this address into your browser:',
    footer: 'Sent with Rygrad, the shared working tool of the backbone secretariat.',
  },
};
