import type { MailTemplate } from '../../delivery/mail-content.js';

/** Tells a person that a way to sign in as them was added or removed. */
export const passkeyChangedMail: MailTemplate<{ change: 'added' | 'removed'; passkey: string; url: string }> =
  {
    name: 'platform.passkey-changed',
    da: ({ change, passkey, url }) => ({
      subject: change === 'added' ? 'En adgangsnøgle er tilføjet' : 'En adgangsnøgle er fjernet',
      paragraphs: [
        change === 'added'
          ? `Adgangsnøglen »${passkey}« kan nu bruges til at logge ind som dig i Rygrad.`
          : `Adgangsnøglen »${passkey}« kan ikke længere bruges til at logge ind som dig i Rygrad.`,
        'Var det ikke dig, så log ind, afslut de andre enheder, og fjern de adgangsnøgler, du ikke kender.',
      ],
      button: { label: 'Se din konto', url },
    }),
    en: ({ change, passkey, url }) => ({
      subject: change === 'added' ? 'A passkey was added' : 'A passkey was removed',
      paragraphs: [
        change === 'added'
          ? `The passkey “${passkey}” can now be used to sign in to Rygrad as you.`
          : `The passkey “${passkey}” can no longer be used to sign in to Rygrad as you.`,
        'If it was not you, sign in, end the other devices and remove the passkeys you do not know.',
      ],
      button: { label: 'See your account', url },
    }),
  };
