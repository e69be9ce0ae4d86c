import type { Messages } from '../../../language/define-messages.js';

/** Texts of the administrator's identity providers. */
export const messages = {
  'identityProviders.title': { da: 'Login-tjenester', en: 'Login services' },
  'identityProviders.lead': {
    da: 'Lad en kommunes eller en skoles medarbejdere logge ind, som de plejer, og virksomheder med MitID Erhverv. Linket på mail virker altid ved siden af.',
    en: 'Let the staff of a municipality or a school sign in as they usually do, and companies with MitID Erhverv. The mailed link always works beside it.',
  },
  'identityProviders.empty': {
    da: 'Der er ingen login-tjenester endnu',
    en: 'There are no login services yet',
  },
  'identityProviders.emptyHelp': {
    da: 'Bed organisationens it-afdeling om en udsteder (issuer), et klient-id og en klienthemmelighed. MitID Erhverv går gennem en broker, som I har en aftale med.',
    en: 'Ask the organisation’s IT department for an issuer, a client id and a client secret. MitID Erhverv goes through a broker you have an agreement with.',
  },
  'identityProviders.add': { da: 'Opret login-tjeneste', en: 'Add login service' },
  'identityProviders.name': { da: 'Navn', en: 'Name' },
  'identityProviders.nameDa': { da: 'Navn på dansk', en: 'Name in Danish' },
  'identityProviders.nameDaHint': {
    da: 'Står på knappen på login-siden, fx »Hjørring Kommune«.',
    en: 'Stands on the button of the sign-in page, such as “Hjørring Kommune”.',
  },
  'identityProviders.nameEn': { da: 'Navn på engelsk', en: 'Name in English' },
  'identityProviders.kind': { da: 'Art', en: 'Kind' },
  'identityProviders.kind.organisation': {
    da: 'Organisationens eget login',
    en: 'The organisation’s own login',
  },
  'identityProviders.kind.mitid-erhverv': {
    da: 'MitID Erhverv gennem en broker',
    en: 'MitID Erhverv through a broker',
  },
  'identityProviders.kindHint.organisation': {
    da: 'Fx Entra ID eller AD FS. Personen genkendes på en verificeret mailadresse i organisationens domæne.',
    en: 'Such as Entra ID or AD FS. The person is recognised by a verified mail address in the organisation’s domain.',
  },
  'identityProviders.kindHint.mitid-erhverv': {
    da: 'Personen tilknytter selv sit MitID Erhverv under Din konto. CVR-nummeret skal høre til en organisation, personen har en rolle for.',
    en: 'The person links their MitID Erhverv under Your account. The CVR number must belong to an organisation for which the person has a role.',
  },
  'identityProviders.issuer': { da: 'Udsteder (issuer)', en: 'Issuer' },
  'identityProviders.issuerHint': {
    da: 'Adressen nøjagtigt, som tjenesten selv skriver den. Brug ikke en fælles adresse som /common.',
    en: 'The address exactly as the service writes it. Do not use a shared address such as /common.',
  },
  'identityProviders.clientId': { da: 'Klient-id', en: 'Client id' },
  'identityProviders.clientSecret': { da: 'Klienthemmelighed', en: 'Client secret' },
  'identityProviders.clientSecretHint': {
    da: 'Gemmes krypteret og vises aldrig igen.',
    en: 'Is kept encrypted and never shown again.',
  },
  'identityProviders.clientSecretKept': {
    da: 'Udfyld kun for at skifte den. Den, der er gemt, vises aldrig.',
    en: 'Fill in only to change it. The one that is kept is never shown.',
  },
  'identityProviders.emailDomains': { da: 'Maildomæner', en: 'Mail domains' },
  'identityProviders.emailDomainsHint': {
    da: 'Domæner, som organisationen selv ejer, fx hjoerring.dk. Tjenesten kan logge alle med en adresse i dem ind.',
    en: 'Domains the organisation owns itself, such as hjoerring.dk. The service can sign in everybody with an address in them.',
  },
  'identityProviders.cvrs': { da: 'Kun disse CVR-numre', en: 'Only these CVR numbers' },
  'identityProviders.cvrsHint': {
    da: 'Lad feltet stå tomt, hvis alle organisationer, som personen har en rolle for, må bruges.',
    en: 'Leave empty if every organisation for which the person has a role may be used.',
  },
  'identityProviders.isActive': { da: 'Vis den på login-siden', en: 'Show it on the sign-in page' },
  'identityProviders.isActiveHint': {
    da: 'Opret den først, registrér svaradressen hos tjenesten, afprøv den, og vis den så. Tages den væk, bliver de, der er logget ind med den, logget ud.',
    en: 'Add it first, register the answer address at the service, test it, and then show it. When it is taken away, those signed in with it are signed out.',
  },
  'identityProviders.state': { da: 'Status', en: 'State' },
  'identityProviders.active': { da: 'På login-siden', en: 'On the sign-in page' },
  'identityProviders.inactive': { da: 'Ikke vist', en: 'Not shown' },
  'identityProviders.logins': { da: 'Tilknyttede login', en: 'Linked logins' },
  'identityProviders.redirectUri': { da: 'Svaradresse (redirect URI)', en: 'Answer address (redirect URI)' },
  'identityProviders.redirectUriHint': {
    da: 'Skal registreres, før nogen kan logge ind.',
    en: 'Must be registered before anybody can sign in.',
  },
  'identityProviders.addressesHint': {
    da: 'Registrér disse adresser hos login-tjenesten, nøjagtigt som de står.',
    en: 'Register these addresses at the login service, exactly as they stand.',
  },
  'identityProviders.postLogoutRedirectUri': {
    da: 'Adresse efter log ud (post-logout redirect URI)',
    en: 'Address after signing out (post-logout redirect URI)',
  },
  'identityProviders.postLogoutRedirectUriHint': {
    da: 'Hertil kommer den, der logger ud her og derefter hos tjenesten.',
    en: 'Where somebody comes to who signs out here and then at the service.',
  },
  'identityProviders.backChannelLogoutUri': {
    da: 'Besked om log ud (back-channel logout URI)',
    en: 'Told of signing out (back-channel logout URI)',
  },
  'identityProviders.backChannelLogoutUriHint': {
    da: 'Hertil skriver tjenesten, når en person har logget ud hos den. Så bliver personen også logget ud her, inden for to sekunder. Slå »session required« til, hvis tjenesten har det.',
    en: 'Where the service writes when a person has signed out of it. The person is then signed out here, too, within two seconds. Turn on “session required” if the service has it.',
  },
  'identityProviders.copy': { da: 'Kopiér', en: 'Copy' },
  'identityProviders.copyOf': { da: 'Kopiér: {name}', en: 'Copy: {name}' },
  'identityProviders.copied': { da: 'Kopieret', en: 'Copied' },
  'identityProviders.setup': { da: 'Hos login-tjenesten', en: 'At the login service' },
  'identityProviders.settings': { da: 'Indstillinger', en: 'Settings' },
  'identityProviders.saved': { da: 'Login-tjenesten er gemt', en: 'The login service is saved' },
  'identityProviders.test': { da: 'Afprøv', en: 'Test' },
  'identityProviders.shownUntried': {
    da: 'Tjenesten står på login-siden. Afprøv den, så ingen møder en fejl der.',
    en: 'The service is shown on the sign-in page. Test it, so that nobody meets an error there.',
  },
  'identityProviders.shownBroken': {
    da: 'Tjenesten står på login-siden, men virker ikke. Fjern den derfra under indstillingerne, indtil den gør.',
    en: 'The service is shown on the sign-in page but does not work. Take it off in the settings until it does.',
  },
  'identityProviders.testHelp': {
    da: 'Spørger tjenesten uden at logge nogen ind.',
    en: 'Asks the service without signing anybody in.',
  },
  'identityProviders.check': { da: 'Prøve', en: 'Check' },
  'identityProviders.result': { da: 'Resultat', en: 'Result' },
  'identityProviders.remedy': { da: 'Hvad du kan gøre', en: 'What you can do' },
  'identityProviders.check.address': { da: 'Adressen må kaldes', en: 'The address may be called' },
  'identityProviders.check.discovery': {
    da: 'Tjenesten beskriver sig selv',
    en: 'The service describes itself',
  },
  'identityProviders.check.flow': { da: 'Login med kode og PKCE', en: 'Sign-in with code and PKCE' },
  'identityProviders.check.signature': { da: 'Nøgler til underskrifter', en: 'Keys for signatures' },
  'identityProviders.check.client': {
    da: 'Klient-id og hemmelighed godtages',
    en: 'Client id and secret are accepted',
  },
  'identityProviders.remedy.address': {
    da: 'Udstederen skal begynde med https:// og føre til internettet.',
    en: 'The issuer must start with https:// and lead to the internet.',
  },
  'identityProviders.remedy.discovery': {
    da: 'Kontrollér udstederen tegn for tegn, også en skråstreg til sidst, og at tjenesten kan nås herfra.',
    en: 'Check the issuer sign by sign, also a slash at the end, and that the service can be reached from here.',
  },
  'identityProviders.remedy.flow': {
    da: 'Bed om »authorization code« med PKCE (S256).',
    en: 'Ask for “authorization code” with PKCE (S256).',
  },
  'identityProviders.remedy.signature': {
    da: 'Tjenesten offentliggør ingen nøgler. Bed dem om at rette det.',
    en: 'The service publishes no keys. Ask them to mend it.',
  },
  'identityProviders.remedy.client': {
    da: 'Kontrollér klient-id og hemmelighed, og at svaradressen er registreret.',
    en: 'Check client id and secret, and that the answer address is registered.',
  },
  'identityProviders.good': { da: 'I orden', en: 'Good' },
  'identityProviders.bad': { da: 'Ikke i orden', en: 'Not good' },
  'identityProviders.untried': { da: 'Ikke prøvet', en: 'Not tried' },
  'identityProviders.removal': { da: 'Fjern', en: 'Removal' },
  'identityProviders.remove': { da: 'Fjern login-tjenesten', en: 'Remove the login service' },
  'identityProviders.removeTitle': { da: 'Fjern {name}?', en: 'Remove {name}?' },
  'identityProviders.removeText': {
    da: '{logins, plural, =0 {Ingen har tilknyttet et login her.} one {Én persons login forsvinder.} other {# personers login forsvinder.}} De bliver logget ud, men kan stadig logge ind med et link på mail. Det kan ikke fortrydes.',
    en: '{logins, plural, =0 {Nobody has linked a login here.} one {One person’s login goes.} other {# people’s logins go.}} They are signed out, but can still sign in with a mailed link. It cannot be undone.',
  },
  'identityProviders.removed': { da: 'Login-tjenesten er fjernet', en: 'The login service is removed' },
} satisfies Messages;
