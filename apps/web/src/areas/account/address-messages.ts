import type { Messages } from '../../language/define-messages.js';

/** Texts of one's own addresses. */
export const messages = {
  'addresses.title': { da: 'E-mailadresser', en: 'E-mail addresses' },
  'addresses.lead': {
    da: 'Du kan logge ind med dem alle. Vi skriver til den primære.',
    en: 'You can sign in with each of them. We write to the primary one.',
  },
  'addresses.email': { da: 'E-mail', en: 'E-mail' },
  'addresses.verified': { da: 'Bekræftet', en: 'Confirmed' },
  'addresses.actions': { da: 'Handlinger', en: 'Actions' },
  'addresses.primary': { da: 'Primær', en: 'Primary' },
  'addresses.makePrimary': { da: 'Gør til primær', en: 'Make primary' },
  'addresses.makePrimaryOf': { da: 'Gør {email} til primær', en: 'Make {email} primary' },
  'addresses.madePrimary': { da: 'Vi skriver nu til {email}', en: 'We now write to {email}' },
  'addresses.add': { da: 'Tilføj adresse', en: 'Add an address' },
  'addresses.new': { da: 'Ny e-mailadresse', en: 'New e-mail address' },
  'addresses.newHint': {
    da: 'Vi sender en kode til den, så vi ved, at den er din.',
    en: 'We send a code to it, so that we know it is yours.',
  },
  'addresses.sendCode': { da: 'Send kode', en: 'Send a code' },
  'addresses.codeSent': {
    da: 'Skriv koden, vi har sendt til {email}. Kommer den ikke, hører adressen måske til en anden konto; så står det i den mail, vi har sendt.',
    en: 'Type the code that we have sent to {email}. If it does not come, the address may belong to another account; then the mail that we sent says so.',
  },
  'addresses.code': { da: 'Kode på seks cifre', en: 'Code of six digits' },
  'addresses.added': { da: '{email} er tilføjet', en: '{email} is added' },
  'addresses.remove': { da: 'Fjern', en: 'Remove' },
  'addresses.removeTitle': { da: 'Fjern {email}', en: 'Remove {email}' },
  'addresses.removeText': {
    da: 'Du kan ikke længere logge ind med {email}, og invitationer til den når dig ikke.',
    en: 'You can no longer sign in with {email}, and invitations to it do not reach you.',
  },
  'addresses.removed': { da: 'Adressen er fjernet', en: 'The address is removed' },
} satisfies Messages;
