import type { ErrorCode, Locale } from '#libs/api-schema';

/** The words that all pages behind links share, in one language. */
export interface LinkTexts {
  readonly wrongPerson: string;
  readonly passOnTitle: string;
  readonly passOnLead: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly passOn: string;
  readonly back: string;
  readonly passedOnTitle: string;
  readonly passedOn: (name: string, email: string) => string;
  readonly nameMissing: string;
  readonly again: string;
  readonly sentTitle: string;
  readonly sent: (email: string) => string;
  readonly failed: string;
  /** Title and what to do, by failure. */
  readonly refusals: Readonly<Partial<Record<ErrorCode, readonly [title: string, lead: string]>>>;
}

/** The words that all pages behind links share. */
export const linkTexts: Readonly<Record<Locale, LinkTexts>> = {
  da: {
    wrongPerson: 'Er du ikke den rette? Giv det videre',
    passOnTitle: 'Hvem er den rette?',
    passOnLead: 'Vi sender den rette et nyt link. Dit link holder op med at virke.',
    name: 'Navn',
    email: 'E-mail',
    language: 'Sprog i mailen',
    languages: { da: 'Dansk', en: 'English' },
    passOn: 'Giv videre',
    back: 'Tilbage',
    passedOnTitle: 'Tak, det er givet videre',
    passedOn: (name, email) =>
      `${name} får et link på ${email}. Du skal ikke gøre mere, og dit eget link er lukket.`,
    nameMissing: 'Skriv navnet på den rette.',
    again: 'Send mig et nyt link',
    sentTitle: 'Et nyt link er på vej',
    sent: (email) =>
      `Vi har sendt et nyt link til ${email}. Det kommer om et øjeblik. Se også i uønsket post.`,
    failed: 'Siden kan ikke vises',
    refusals: {
      'platform/link-unknown': [
        'Linket passer ikke',
        'Det blev måske klippet over, da det blev kopieret. Åbn det fra mailen, eller brug den seneste mail, vi har sendt.',
      ],
      'platform/link-expired': [
        'Linket er udløbet',
        'Du kan få et nyt link sendt til den samme e-mail, som det gamle blev sendt til.',
      ],
      'platform/link-revoked': [
        'Linket gælder ikke længere',
        'Der er sendt et nyt link, det er givet videre til en anden, eller sagen er lukket. Brug linket i den seneste mail. Har du ingen, så svar på mailen.',
      ],
      'platform/link-spent': [
        'Linket er brugt',
        'Det, du gjorde, er gemt. Du skal ikke gøre mere. Er noget forkert, så svar på mailen.',
      ],
      'platform/too-many-requests': [
        'Vent lidt',
        'Der er kommet mange forsøg på kort tid. Prøv igen om nogle minutter.',
      ],
      'links/nothing-to-do': [
        'Der er ikke mere at gøre',
        'Sagen er afsluttet eller venter på en anden. Tak, fordi du kiggede.',
      ],
    },
  },
  en: {
    wrongPerson: 'Wrong person? Pass it on',
    passOnTitle: 'Who is the right person?',
    passOnLead: 'We send the right person a new link. Your link stops working.',
    name: 'Name',
    email: 'E-mail',
    language: 'Language of the mail',
    languages: { da: 'Dansk', en: 'English' },
    passOn: 'Pass on',
    back: 'Back',
    passedOnTitle: 'Thank you, it has been passed on',
    passedOn: (name, email) =>
      `${name} receives a link at ${email}. There is nothing more for you to do, and your own link is closed.`,
    nameMissing: 'Write the name of the right person.',
    again: 'Send me a new link',
    sentTitle: 'A new link is on its way',
    sent: (email) => `We have sent a new link to ${email}. It arrives in a moment. Look in junk mail too.`,
    failed: 'The page cannot be shown',
    refusals: {
      'platform/link-unknown': [
        'The link does not match',
        'It may have been cut when it was copied. Open it from the mail, or use the latest mail we sent.',
      ],
      'platform/link-expired': [
        'The link has expired',
        'You can have a new link sent to the same e-mail address as the old one.',
      ],
      'platform/link-revoked': [
        'The link no longer applies',
        'A new link was sent, it was passed on to somebody else, or the matter was closed. Use the link in the latest mail. If you have none, reply to the mail.',
      ],
      'platform/link-spent': [
        'The link has been used',
        'What you did is saved. There is nothing more to do. If something is wrong, reply to the mail.',
      ],
      'platform/too-many-requests': [
        'Wait a little',
        'There have been many attempts in a short time. Try again in a few minutes.',
      ],
      'links/nothing-to-do': [
        'There is nothing more to do',
        'The matter is closed or waits for somebody else. Thank you for looking.',
      ],
    },
  },
};
