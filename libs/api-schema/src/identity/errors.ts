import type { ErrorCatalogue } from '../catalogue.js';

/** What can go wrong with passkeys and confirmations. */
export const identityErrors = {
  'identity/passkey-refused': {
    status: 422,
    da: 'Adgangsnøglen kunne ikke bruges her. Prøv en anden, eller brug koden fra en mail.',
    en: 'The passkey could not be used here. Try another one, or use the code from a mail.',
  },
  'identity/passkey-too-late': {
    status: 410,
    da: 'Der gik for lang tid, eller forsøget er brugt. Prøv igen med adgangsnøglen.',
    en: 'It took too long, or the attempt was used. Try again with the passkey.',
  },
  'identity/passkey-known': {
    status: 409,
    da: 'Den adgangsnøgle er der allerede. Brug en anden enhed, eller fjern den gamle først.',
    en: 'That passkey is there already. Use another device, or remove the old one first.',
  },
  'identity/passkeys-impossible': {
    status: 409,
    da: 'Adgangsnøgler virker først, når installationen har en adresse med et navn (PUBLIC_URL). Brug koden fra en mail.',
    en: 'Passkeys only work once the installation has an address with a name (PUBLIC_URL). Use the code from a mail.',
  },
  'identity/too-many-passkeys': {
    status: 409,
    da: 'Du har {limit} adgangsnøgler, og det er det højeste antal. Fjern en, du ikke bruger.',
    en: 'You have {limit} passkeys, which is the most. Remove one that you do not use.',
  },
} as const satisfies ErrorCatalogue;
