import type { ErrorCatalogue } from '../catalogue.js';

/** What can go wrong with identity providers and the logins of people at them. */
export const loginErrors = {
  'logins/provider-unreachable': {
    status: 502,
    da: 'Login-tjenesten svarer ikke, som den skal. Prøv igen om lidt, eller log ind med et link på mail.',
    en: 'The login service does not answer as it should. Try again in a while, or sign in with a mailed link.',
  },
  'logins/attempt-invalid': {
    status: 410,
    da: 'Dette login er brugt, udløbet eller begyndt i en anden browser. Begynd forfra.',
    en: 'This sign-in was used, has expired or was begun in another browser. Start again.',
  },
  'logins/cancelled': {
    status: 400,
    da: 'Login-tjenesten sendte dig tilbage uden at logge dig ind. Prøv igen, eller log ind med et link på mail.',
    en: 'The login service sent you back without signing you in. Try again, or sign in with a mailed link.',
  },
  'logins/answer-refused': {
    status: 403,
    da: 'Svaret fra login-tjenesten kunne ikke godkendes. Begynd forfra, og sig det til din administrator, hvis det sker igen.',
    en: 'The answer of the login service could not be accepted. Start again, and tell your administrator if it happens again.',
  },
  'logins/not-fresh': {
    status: 403,
    da: 'Login-tjenesten kan ikke vise, at du lige har logget ind. Prøv igen, eller brug en kode fra en mail.',
    en: 'The login service cannot show that you signed in just now. Try again, or use a code from a mail.',
  },
  'logins/other-subject': {
    status: 403,
    da: 'Du loggede ind som en anden, end da du loggede ind her. Log ud hos login-tjenesten, og prøv igen.',
    en: 'You signed in as somebody other than when you signed in here. Sign out at the login service, and try again.',
  },
  'logins/logout-refused': {
    status: 400,
    da: 'Beskeden om at logge ud kunne ikke godkendes.',
    en: 'The logout token could not be accepted.',
  },
  'logins/email-unverified': {
    status: 403,
    da: 'Login-tjenesten står ikke inde for din mailadresse. Log ind med et link på mail, og tilknyt dit login under Din konto.',
    en: 'The login service does not vouch for your mail address. Sign in with a mailed link, and link your login under Your account.',
  },
  'logins/email-foreign': {
    status: 403,
    da: 'Din mailadresse hører ikke til den organisation, du loggede ind hos. Log ind med et link på mail i stedet.',
    en: 'Your mail address does not belong to the organisation you signed in with. Sign in with a mailed link instead.',
  },
  'logins/nobody': {
    status: 403,
    da: 'Ingen er inviteret med den mailadresse. Bed sekretariatet i din alliance om en invitation.',
    en: 'Nobody is invited with that mail address. Ask the secretariat of your alliance for an invitation.',
  },
  'logins/other-cvr': {
    status: 403,
    da: 'Du loggede ind for en virksomhed, som du ikke har en rolle for her. Vælg den rigtige virksomhed i MitID Erhverv, eller bed sekretariatet om en invitation.',
    en: 'You signed in for a company for which you have no role here. Choose the right company in MitID Erhverv, or ask the secretariat for an invitation.',
  },
  'logins/not-professional': {
    status: 403,
    da: 'Du brugte et privat MitID. Log ind igen med MitID Erhverv for din virksomhed.',
    en: 'You used a private MitID. Sign in again with MitID Erhverv for your company.',
  },
  'logins/not-linked': {
    status: 403,
    da: 'Dit MitID Erhverv er ikke tilknyttet endnu. Log ind med et link på mail, og tilknyt det under Din konto.',
    en: 'Your MitID Erhverv is not linked yet. Sign in with a mailed link, and link it under Your account.',
  },
  'logins/linked-elsewhere': {
    status: 409,
    da: 'Det login er allerede tilknyttet en anden person her. Fjern det der først.',
    en: 'That login is already linked to another person here. Remove it there first.',
  },
  'logins/another-login': {
    status: 409,
    da: 'Mailadressen er allerede tilknyttet et andet login hos den samme organisation. Er det dig, så log ind med et link på mail, fjern det gamle login under Din konto, og tilknyt det nye.',
    en: 'The mail address is already linked to another login at the same organisation. If that is you, sign in with a mailed link, remove the old login under Your account and link the new one.',
  },
  'logins/closed': {
    status: 403,
    da: 'Din adgang er lukket. Kontakt den, der driver installationen.',
    en: 'Your access is closed. Contact whoever runs the installation.',
  },
  'logins/domain-taken': {
    status: 409,
    da: 'Maildomænet {domain} hører allerede til en anden login-tjeneste. Fjern det der først.',
    en: 'The mail domain {domain} already belongs to another login service. Remove it there first.',
  },
  'logins/domain-public': {
    status: 422,
    da: '{domain} kan alle få en adresse på. Brug kun domæner, som organisationen selv ejer.',
    en: 'Anybody can get an address at {domain}. Use only domains the organisation owns itself.',
  },
  'logins/domain-unusable': {
    status: 422,
    da: '{domain} er ikke et maildomæne. Skriv det, der står efter @, fx kommunen.dk.',
    en: '{domain} is not a mail domain. Write what stands after @, such as kommunen.dk.',
  },
  'logins/cvr-unusable': {
    status: 422,
    da: '{cvr} er ikke et CVR-nummer. Det har otte cifre.',
    en: '{cvr} is not a CVR number. It has eight digits.',
  },
  'logins/domain-needed': {
    status: 422,
    da: 'Skriv mindst ét maildomæne, som organisationen ejer.',
    en: 'Write at least one mail domain the organisation owns.',
  },
  'logins/kind-fixed': {
    status: 422,
    da: 'En login-tjeneste kan ikke skifte art, og dens udsteder kan ikke ændres, når nogen har tilknyttet et login. Opret en ny.',
    en: 'A login service cannot change its kind, nor its issuer once somebody has linked a login. Add a new one.',
  },
  'logins/issuer-of-all': {
    status: 422,
    da: 'Den udsteder er fælles for alle organisationer. Brug organisationens egen, hvor dens id (tenant) står i adressen i stedet for »{shared}«.',
    en: 'That issuer is shared by all organisations. Use the organisation’s own, which has its id (tenant) in the address instead of "{shared}".',
  },
  'logins/issuer-unusable': {
    status: 422,
    da: 'Adressen kan ikke bruges. Den skal begynde med https:// og føre til internettet.',
    en: 'The address cannot be used. It must start with https:// and lead to the internet.',
  },
} as const satisfies ErrorCatalogue;
