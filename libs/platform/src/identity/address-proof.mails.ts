import type { MailTemplate } from '../delivery/mail-content.js';

/** Proves that whoever asked reads the mails of this address. */
export const addressCodeMail: MailTemplate<{ code: string }> = {
  name: 'platform.address-code',
  da: ({ code }) => ({
    subject: 'Bekræft din e-mailadresse',
    paragraphs: ['Skriv koden på siden, hvor du bad om den. Den gælder i 20 minutter.'],
    code,
    footer: 'Har du ikke bedt om en kode, kan du se bort fra denne mail.',
  }),
  en: ({ code }) => ({
    subject: 'Confirm your e-mail address',
    paragraphs: ['Type the code on the page where you asked for it. It is valid for 20 minutes.'],
    code,
    footer: 'If you did not ask for a code, you can ignore this mail.',
  }),
};

/** Instead of a code, to an address that another account has: only its owner learns so. */
export const addressTakenMail: MailTemplate<Record<string, never>> = {
  name: 'platform.address-taken',
  da: () => ({
    subject: 'Din e-mailadresse bruges allerede',
    paragraphs: [
      'En bad om at føje denne adresse til en anden konto i Rygrad, men den hører allerede til din. Der er ikke sket noget.',
      'Var det dig selv, og har du to konti, kan administratoren lægge dem sammen.',
    ],
  }),
  en: () => ({
    subject: 'Your e-mail address is in use already',
    paragraphs: [
      'Somebody asked to add this address to another account in Rygrad, but it belongs to yours already. Nothing has happened.',
      'If that was you, and you have two accounts, the administrator can merge them.',
    ],
  }),
};

/** Tells the primary address what became of the addresses one can sign in with. */
export const addressChangedMail: MailTemplate<{
  change: 'added' | 'removed' | 'primary';
  address: string;
}> = {
  name: 'platform.address-changed',
  da: ({ change, address }) => ({
    subject: 'Adresserne på din konto er ændret',
    paragraphs: [
      {
        added: `${address} er føjet til din konto. Du kan nu også logge ind med den.`,
        removed: `${address} er fjernet fra din konto. Den kan ikke længere bruges til at logge ind.`,
        primary: `Vi skriver fra nu af til ${address}.`,
      }[change],
      'Var det ikke dig, så skriv til administratoren med det samme.',
    ],
  }),
  en: ({ change, address }) => ({
    subject: 'The addresses of your account have changed',
    paragraphs: [
      {
        added: `${address} was added to your account. You can now sign in with it too.`,
        removed: `${address} was removed from your account. It can no longer be used to sign in.`,
        primary: `From now on we write to ${address}.`,
      }[change],
      'If it was not you, write to the administrator at once.',
    ],
  }),
};
