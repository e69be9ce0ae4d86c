import type { Locale } from '#libs/api-schema';

/** A step that the evidence page tells of. */
export type DocumentStep =
  'drafted' | 'sent' | 'resent' | 'passed-on' | 'revised' | 'signed' | 'counter-signed';

/** The words of the contract's PDF around the text itself. */
export interface ContractDocumentTexts {
  readonly parties: string;
  readonly between: string;
  readonly and: string;
  readonly cvr: string;
  readonly term: string;
  readonly termPending: (months: string) => string;
  readonly termFixed: (months: string, from: string, to: string) => string;
  readonly response: string;
  readonly responseWithin: (days: string) => string;
  readonly mandatory: string;
  readonly optional: string;
  readonly optionalNone: string;
  readonly signatures: string;
  readonly forPartner: string;
  readonly forSecretariat: string;
  readonly awaitsCounterSignature: string;
  readonly evidence: string;
  readonly evidenceLead: string;
  readonly signer: string;
  readonly onBehalfOf: string;
  readonly mail: string;
  readonly signedAt: string;
  readonly method: string;
  readonly typed: string;
  readonly drawn: string;
  readonly language: string;
  readonly languageName: Readonly<Record<Locale, string>>;
  readonly identified: string;
  readonly identifiedBy: Readonly<Record<'link-and-code' | 'signed-in', string>>;
  readonly kind: string;
  readonly simple: string;
  readonly textHash: string;
  readonly textHashNote: string;
  readonly contractNumber: string;
  readonly template: string;
  readonly events: string;
  readonly step: Readonly<Record<DocumentStep, string>>;
  readonly seal: string;
  readonly sealNote: (commonName: string) => string;
  readonly developmentSeal: string;
}

/** Both languages of the PDF. */
export const contractDocumentTexts: Readonly<Record<Locale, ContractDocumentTexts>> = {
  da: {
    parties: 'Parter',
    between: 'Aftalen er indgået mellem',
    and: 'og',
    cvr: 'CVR-nr.',
    term: 'Løbetid',
    termPending: (months) => `${months} fra den dag, sekretariatet medunderskriver`,
    termFixed: (months, from, to) => `${months}: fra ${from} til og med ${to}`,
    response: 'Svarfrist',
    responseWithin: (days) => `senest ${days} efter en henvendelse`,
    mandatory: 'Faste løfter',
    optional: 'Frivillige løfter, som virksomheden har valgt',
    optionalNone: 'Virksomheden har ikke valgt frivillige løfter.',
    signatures: 'Underskrifter',
    forPartner: 'For virksomheden',
    forSecretariat: 'For sekretariatet',
    awaitsCounterSignature: 'Afventer sekretariatets medunderskrift. Aftalen gælder først, når den er sat.',
    evidence: 'Bevisside',
    evidenceLead: 'Her står, hvem der underskrev, hvornår og hvordan. Siden er en del af dokumentet.',
    signer: 'Underskriver',
    onBehalfOf: 'På vegne af',
    mail: 'Mailadresse',
    signedAt: 'Tidspunkt',
    method: 'Måde',
    typed: 'Navnet er skrevet',
    drawn: 'Navnet er skrevet og tegnet',
    language: 'Læst på',
    languageName: { da: 'dansk', en: 'engelsk' },
    identified: 'Identificeret ved',
    identifiedBy: {
      'link-and-code': 'personligt link og engangskode, begge sendt til mailadressen',
      'signed-in': 'login på platformen som medarbejder i sekretariatet',
    },
    kind: 'Underskriftens art',
    simple: 'Simpel elektronisk underskrift (eIDAS, artikel 3, nr. 10)',
    textHash: 'Aftaletekstens fingeraftryk (SHA-256)',
    textHashNote:
      'Fingeraftrykket blev låst, da aftalen blev sendt, og kontrolleret, da der blev underskrevet. Er ét tegn anderledes, er fingeraftrykket et andet.',
    contractNumber: 'Aftalens nummer',
    template: 'Skabelonens version',
    events: 'Forløb',
    step: {
      drafted: 'Aftalen blev oprettet',
      sent: 'Aftalen blev sendt til underskrift',
      resent: 'Aftalen blev sendt igen',
      'passed-on': 'Aftalen blev givet videre til en anden hos partneren',
      revised: 'Aftalen fik ny tekst og blev sendt på ny',
      signed: 'Partneren underskrev',
      'counter-signed': 'Sekretariatet medunderskrev',
    },
    seal: 'Segl',
    sealNote: (commonName) =>
      `Hele filen er forseglet af platformen med certifikatet »${commonName}« (PAdES). Seglet viser, at filen ikke er ændret siden. Det er platformens segl og ikke en persons underskrift.`,
    developmentSeal:
      'Certifikatet er et udviklingscertifikat, som platformen selv har lavet. Det er kun til afprøvning.',
  },
  en: {
    parties: 'Parties',
    between: 'This agreement is made between',
    and: 'and',
    cvr: 'Company no. (CVR)',
    term: 'Term',
    termPending: (months) => `${months} from the day the secretariat counter-signs`,
    termFixed: (months, from, to) => `${months}: from ${from} to ${to}, both included`,
    response: 'Response time',
    responseWithin: (days) => `no later than ${days} after an enquiry`,
    mandatory: 'Fixed commitments',
    optional: 'Optional commitments chosen by the company',
    optionalNone: 'The company has chosen no optional commitments.',
    signatures: 'Signatures',
    forPartner: 'For the company',
    forSecretariat: 'For the secretariat',
    awaitsCounterSignature:
      'Awaits the secretariat’s counter-signature. The agreement applies only once it is given.',
    evidence: 'Evidence',
    evidenceLead: 'Who signed, when and how. This page is part of the document.',
    signer: 'Signer',
    onBehalfOf: 'On behalf of',
    mail: 'Mail address',
    signedAt: 'Time',
    method: 'Manner',
    typed: 'The name was typed',
    drawn: 'The name was typed and drawn',
    language: 'Read in',
    languageName: { da: 'Danish', en: 'English' },
    identified: 'Identified by',
    identifiedBy: {
      'link-and-code': 'a personal link and a one-time code, both sent to the mail address',
      'signed-in': 'signing in to the platform as a member of the secretariat',
    },
    kind: 'Kind of signature',
    simple: 'Simple electronic signature (eIDAS, article 3, no. 10)',
    textHash: 'Fingerprint of the agreement’s text (SHA-256)',
    textHashNote:
      'The fingerprint was locked when the agreement was sent and checked when it was signed. If one character differs, so does the fingerprint.',
    contractNumber: 'Number of the agreement',
    template: 'Version of the template',
    events: 'Course of events',
    step: {
      drafted: 'The agreement was created',
      sent: 'The agreement was sent for signing',
      resent: 'The agreement was sent again',
      'passed-on': 'The agreement was passed on to someone else at the partner',
      revised: 'The agreement got a new text and was sent anew',
      signed: 'The partner signed',
      'counter-signed': 'The secretariat counter-signed',
    },
    seal: 'Seal',
    sealNote: (commonName) =>
      `The whole file is sealed by the platform with the certificate “${commonName}” (PAdES). The seal shows that the file has not been changed since. It is the platform’s seal and not a person’s signature.`,
    developmentSeal:
      'The certificate is a development certificate that the platform made itself. It is for trials only.',
  },
};
