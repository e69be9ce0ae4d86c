import type { Messages } from '../language/define-messages.js';

/** Texts of confirming who one is and of passkeys, wherever they are used. */
export const messages = {
  'identity.confirm': { da: 'Bekræft, at det er dig', en: 'Confirm that it is you' },
  'identity.confirmWhy': {
    da: 'Det, du er ved at gøre, skal kun du kunne gøre. Derfor skal du bekræfte, hvem du er. Det gælder de næste 15 minutter.',
    en: 'What you are about to do is for you alone. So confirm who you are. It holds for the next 15 minutes.',
  },
  'identity.usePasskey': { da: 'Brug adgangsnøgle', en: 'Use passkey' },
  'identity.atProvider': { da: 'Bekræft med {name}', en: 'Confirm with {name}' },
  'identity.waiting': {
    da: 'Log ind igen i det vindue, der er åbnet. Det, du var i gang med, fortsætter her af sig selv.',
    en: 'Sign in again in the window that has opened. What you were doing goes on here by itself.',
  },
  'identity.blocked': {
    da: 'Browseren åbnede ikke et nyt vindue.',
    en: 'The browser did not open a new window.',
  },
  'identity.openWindow': { da: 'Log ind igen i et nyt vindue', en: 'Sign in again in a new window' },
  'identity.signedOut': { da: 'Du er logget ud af Rygrad', en: 'You are signed out of Rygrad' },
  'identity.stillThere': {
    da: 'Du er stadig logget ind hos {name}. Deler du enheden med andre, så log også ud dér.',
    en: 'You are still signed in at {name}. If you share the device with others, sign out there, too.',
  },
  'identity.signOutThere': { da: 'Log også ud hos {name}', en: 'Sign out at {name}, too' },
  'identity.sendCode': { da: 'Send en kode til min mail', en: 'Send a code to my mail' },
  'identity.sendAnother': { da: 'Send en ny kode', en: 'Send a new code' },
  'identity.codeSent': {
    da: 'Vi har sendt en kode på seks cifre til {email}. Den gælder i 10 minutter.',
    en: 'We have sent a code of six digits to {email}. It is valid for 10 minutes.',
  },
  'identity.codeOnScreen': {
    da: 'Installationen har ingen mailserver. Koden står under Udgående mails hos administratoren.',
    en: 'The installation has no mail server. The code is among the outgoing mails, which the administrator sees.',
  },
  'identity.code': { da: 'Kode på seks cifre', en: 'Code of six digits' },
  'identity.passkeyNotUsed': {
    da: 'Der blev ikke brugt en adgangsnøgle. Prøv igen, eller brug en kode fra en mail.',
    en: 'No passkey was used. Try again, or use a code from a mail.',
  },
  'identity.passkeyKnown': {
    da: 'Denne enhed har allerede en adgangsnøgle til dig. Du kan bruge den.',
    en: 'This device already has a passkey for you. You can use it.',
  },
} satisfies Messages;
