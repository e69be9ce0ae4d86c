import type { ErrorCatalogue } from '../catalogue.js';

/** Why an address outside is not called: webhooks, identity providers. */
export const outgoingErrors = {
  'outgoing/unusable-address': {
    status: 422,
    da: 'Adressen kan ikke bruges. Skriv en fuld webadresse som https://system.dk/modtag, uden brugernavn og adgangskode.',
    en: 'The address cannot be used. Write a full web address such as https://system.dk/receive, without user name and password.',
  },
  'outgoing/not-https': {
    status: 422,
    da: 'Adressen skal begynde med https://, så ingen kan læse med undervejs.',
    en: 'The address must start with https://, so that nobody can read along on the way.',
  },
  'outgoing/internal-address': {
    status: 422,
    da: 'Adressen fører til et internt netværk eller til maskinen selv. Brug en adresse, der kan nås fra internettet.',
    en: 'The address leads to an internal network or to the machine itself. Use an address that can be reached from the internet.',
  },
  'outgoing/unknown-host': {
    status: 422,
    da: 'Navnet i adressen findes ikke. Kontrollér stavningen, eller prøv igen, når navnet er oprettet i DNS.',
    en: 'The name in the address does not exist. Check the spelling, or try again once the name is in DNS.',
  },
} as const satisfies ErrorCatalogue;
