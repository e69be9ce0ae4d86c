import type { MailTemplate } from '../delivery/mail-content.js';

/** The mail with whose code a signed-in person confirms who they are. */
export const stepUpMail: MailTemplate<{ code: string }> = {
  name: 'platform.step-up',
  da: ({ code }) => ({
    subject: 'Bekræft, at det er dig',
    paragraphs: [
      'Du er ved at gøre noget i Rygrad, som kræver, at du bekræfter, hvem du er. Skriv koden på siden. Den gælder i 10 minutter.',
    ],
    code,
    footer:
      'Er det ikke dig, skal du ikke give koden videre. Log ind, og afslut de enheder, du ikke kender, under Din konto.',
  }),
  en: ({ code }) => ({
    subject: 'Confirm that it is you',
    paragraphs: [
      'You are about to do something in Rygrad that needs you to confirm who you are. Type the code on the page. It is valid for 10 minutes.',
    ],
    code,
    footer:
      'If it is not you, do not pass the code on. Sign in and end the devices you do not know under Your account.',
  }),
};
