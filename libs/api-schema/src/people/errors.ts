import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of people's addresses, of closing and opening their access, and of merging two records of one person. */
export const peopleErrors = {
  'platform/address-is-primary': {
    status: 409,
    da: 'Adressen er den, vi skriver til. Vælg en anden som den primære først, og fjern så denne.',
    en: 'This is the address we write to. Make another one the primary first, then remove this one.',
  },
  'platform/address-not-yours': {
    status: 404,
    da: 'Adressen er ikke en af dine. Hent siden igen.',
    en: 'The address is not one of yours. Load the page again.',
  },
  'platform/too-many-addresses': {
    status: 409,
    da: 'Du kan højst have {most} adresser. Fjern en, du ikke bruger.',
    en: 'You can have at most {most} addresses. Remove one that you do not use.',
  },
  'platform/not-yourself': {
    status: 409,
    da: 'Det kan du ikke gøre ved dig selv. Bed en anden administrator om det.',
    en: 'You cannot do this to yourself. Ask another administrator.',
  },
  'platform/last-administrator': {
    status: 409,
    da: 'Installationen skal have mindst én administrator. Udpeg en anden først.',
    en: 'The installation needs at least one administrator. Appoint another one first.',
  },
  'platform/person-deactivated': {
    status: 409,
    da: 'Personens adgang er lukket. Åbn den først.',
    en: 'The person’s access is closed. Open it first.',
  },
  'platform/person-not-deactivated': {
    status: 409,
    da: 'Personens adgang er åben i forvejen. Hent siden igen.',
    en: 'The person’s access is open already. Load the page again.',
  },
  'platform/person-merged': {
    status: 409,
    da: 'Personen er lagt sammen med en anden og kan ikke ændres mere. Ret den anden i stedet.',
    en: 'The person was merged into another one and can no longer be changed. Edit the other one instead.',
  },
  'platform/merge-not-possible': {
    status: 409,
    da: 'De to kan ikke lægges sammen: Vælg to forskellige personer, der ikke er lagt sammen i forvejen, og hvor den, der bliver, har åben adgang.',
    en: 'The two cannot be merged: choose two different people who have not been merged already, the remaining one with open access.',
  },
} as const satisfies ErrorCatalogue;
