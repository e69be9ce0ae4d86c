import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of inviting, joining, pausing, leaving and handing over. */
export const membersErrors = {
  'alliances/already-invited': {
    status: 409,
    da: '{email} er allerede inviteret i den rolle. Send invitationen igen, eller træk den tilbage først.',
    en: '{email} has been invited in that role already. Send the invitation again, or withdraw it first.',
  },
  'alliances/invitation-unknown': {
    status: 404,
    da: 'Linket passer ikke til nogen invitation. Brug linket i den seneste mail, eller bed om et nyt.',
    en: 'The link does not match any invitation. Use the link of the latest mail, or ask for a new one.',
  },
  'alliances/invitation-expired': {
    status: 410,
    da: 'Invitationen er udløbet. Bed den, der inviterede dig, om at sende den igen.',
    en: 'The invitation has expired. Ask whoever invited you to send it again.',
  },
  'alliances/invitation-withdrawn': {
    status: 410,
    da: 'Invitationen er trukket tilbage. Spørg den, der inviterede dig, hvis det ikke var ventet.',
    en: 'The invitation has been withdrawn. Ask whoever invited you if you did not expect that.',
  },
  'alliances/invitation-accepted': {
    status: 410,
    da: 'Invitationen er allerede taget imod. Gå til forsiden for at komme videre.',
    en: 'The invitation has been accepted already. Go to the front page to go on.',
  },
  'alliances/invitation-closed': {
    status: 409,
    da: 'Invitationen er taget imod eller trukket tilbage og kan ikke ændres mere.',
    en: 'The invitation has been accepted or withdrawn and can no longer be changed.',
  },
  'alliances/invitation-needs-address': {
    status: 422,
    da: 'Linket viser ikke, hvem du er. Log ind, eller skriv din e-mail og koden, vi sender til den.',
    en: 'The link does not say who you are. Sign in, or enter your e-mail and the code that we send to it.',
  },
  'alliances/invitation-access-closed': {
    status: 403,
    da: 'Din adgang til installationen er lukket af administratoren. Skriv til administratoren.',
    en: 'Your access to the installation was closed by the administrator. Write to the administrator.',
  },
  'alliances/member-not-paused': {
    status: 409,
    da: 'Personens adgang er ikke på pause. Hent siden igen.',
    en: 'The person’s access is not paused. Load the page again.',
  },
  'alliances/member-paused': {
    status: 409,
    da: 'Personens adgang er på pause i forvejen. Hent siden igen.',
    en: 'The person’s access is paused already. Load the page again.',
  },
  'alliances/member-paused-with-organisation': {
    status: 409,
    da: 'Adgangen er på pause, fordi organisationen holder pause. Tag organisationen med igen, så følger adgangen med.',
    en: 'The access is paused because the organisation is pausing. Let the organisation take part again, and the access comes back.',
  },
  'alliances/not-a-member': {
    status: 409,
    da: 'Du er ikke længere med i alliancen. Hent siden igen.',
    en: 'You no longer take part in the alliance. Load the page again.',
  },
  'alliances/leaving-not-confirmed': {
    status: 422,
    da: 'Navnet passer ikke på alliancen. Hent siden igen, og prøv én gang til.',
    en: 'The name does not fit the alliance. Load the page again and try once more.',
  },
  'alliances/last-of-secretariat': {
    status: 409,
    da: 'Du er den sidste i sekretariatet. Invitér en anden, og vent til vedkommende er med, før du forlader alliancen.',
    en: 'You are the last one of the secretariat. Invite somebody else and wait until they take part before you leave the alliance.',
  },
  'alliances/organisation-left': {
    status: 409,
    da: 'Organisationen er trådt ud af alliancen. Lad den træde ind igen, før nogen handler på dens vegne.',
    en: 'The organisation has left the alliance. Let it join again before anybody acts on its behalf.',
  },
  'alliances/hand-over-first': {
    status: 409,
    da: 'Du er fast kontakt for {count} af alliancens partnere. Overdrag dem til en anden, eller bed sekretariatet om det, før du forlader alliancen.',
    en: 'You are contact owner of {count} of the alliance’s partners. Hand them over to somebody else, or ask the secretariat to, before you leave the alliance.',
  },
  'alliances/hand-over-to-oneself': {
    status: 422,
    da: 'Vælg en anden end den, der har dem nu.',
    en: 'Choose somebody other than whoever has them now.',
  },
  'alliances/nothing-to-hand-over': {
    status: 409,
    da: 'Personen er ikke længere fast kontakt for de valgte partnere. Hent siden igen.',
    en: 'The person is no longer contact owner of the chosen partners. Load the page again.',
  },
} as const satisfies ErrorCatalogue;
