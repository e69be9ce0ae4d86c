import type { Messages } from '../../language/define-messages.js';

/** Texts of signing in with an identity provider, and of the logins one has linked. */
export const messages = {
  'logins.or': { da: 'Eller log ind med', en: 'Or sign in with' },
  'logins.choose': { da: 'Find din organisation', en: 'Find your organisation' },
  'logins.notIn': { da: 'Du blev ikke logget ind', en: 'You were not signed in' },
  'logins.go': { da: 'Log ind der', en: 'Sign in there' },
  'logins.with': { da: 'Log ind med {name}', en: 'Sign in with {name}' },
  'logins.title': { da: 'Tilknyttede login', en: 'Linked logins' },
  'logins.lead': {
    da: 'Log ind hos din egen organisation eller med MitID Erhverv i stedet for med et link på mail. Linket på mail virker altid.',
    en: 'Sign in at your own organisation or with MitID Erhverv instead of with a mailed link. The mailed link always works.',
  },
  'logins.none': {
    da: 'Du har ikke tilknyttet noget login endnu.',
    en: 'You have not linked any login yet.',
  },
  'logins.provider': { da: 'Login', en: 'Login' },
  'logins.vouchedFor': { da: 'Står inde for', en: 'Vouches for' },
  'logins.cvr': { da: 'CVR {cvr}', en: 'CVR {cvr}' },
  'logins.linkedAt': { da: 'Tilknyttet', en: 'Linked' },
  'logins.lastUsedAt': { da: 'Sidst brugt', en: 'Last used' },
  'logins.link': { da: 'Tilknyt {name}', en: 'Link {name}' },
  'logins.unlink': { da: 'Fjern', en: 'Remove' },
  'logins.unlinkTitle': { da: 'Fjern {name}?', en: 'Remove {name}?' },
  'logins.unlinkText': {
    da: 'Du kan ikke længere logge ind med {name}. Andre enheder, der er logget ind med det, bliver logget ud. Du kan stadig logge ind med et link på mail, og du kan tilknytte det igen.',
    en: 'You can no longer sign in with {name}. Other devices signed in with it are signed out. You can still sign in with a mailed link, and you can link it again.',
  },
  'logins.unlinked': { da: 'Login fjernet', en: 'Login removed' },
} satisfies Messages;
