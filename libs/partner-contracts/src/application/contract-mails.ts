import type { MailTemplate } from '#libs/platform';
import type { Locale } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import { dateInWords, monthsInWords } from './contract-words.js';

/** What the mail with the link says. */
export interface InvitationParams {
  readonly kind: 'invitation' | 'resent' | 'passed-on' | 'revised';
  readonly title: Readonly<Record<Locale, string>>;
  readonly alliance: string;
  readonly partner: string;
  readonly recipientName: string;
  readonly senderName: string;
  readonly answerBy: PlainDate;
  readonly termMonths: number;
  readonly message: string | null;
  /** Who passed it on, when somebody did. */
  readonly passedOnBy: string | null;
  readonly url: string;
}

/** Asks a partner to sign: from a named person, with purpose and deadline. */
export const invitationMail: MailTemplate<InvitationParams> = {
  name: 'partner-contracts.invitation',
  da: (mail) => ({
    subject:
      mail.kind === 'revised'
        ? `Ny tekst til underskrift: ${mail.title.da}`
        : `${mail.senderName} beder jer underskrive: ${mail.title.da}`,
    greeting: `Hej ${mail.recipientName}`,
    paragraphs: [
      ...(mail.passedOnBy === null ? [] : [`${mail.passedOnBy} har givet aftalen videre til dig.`]),
      ...(mail.kind === 'revised'
        ? [
            'Teksten er ændret, siden vi sendte aftalen. Det tidligere link og en eventuel underskrift gælder ikke længere.',
          ]
        : []),
      `${mail.senderName} fra ${mail.alliance} beder ${mail.partner} om at læse og underskrive partnerskabsaftalen. I vælger selv, hvilke frivillige løfter I tager på jer, og hvor mange.`,
      ...(mail.message === null ? [] : [mail.message]),
      'Det tager omkring tre minutter, også på en telefon. Du skal hverken bruge adgangskode eller konto.',
    ],
    facts: [
      ['Underskriv senest', dateInWords(mail.answerBy, 'da')],
      ['Aftalen løber i', monthsInWords(mail.termMonths, 'da')],
    ],
    button: { label: 'Læs og underskriv', url: mail.url },
    footer: `Er du ikke den rette? Åbn linket, og giv aftalen videre til en kollega. Svarer du på denne mail, går svaret til ${mail.senderName}.`,
  }),
  en: (mail) => ({
    subject:
      mail.kind === 'revised'
        ? `New text to sign: ${mail.title.en}`
        : `${mail.senderName} asks you to sign: ${mail.title.en}`,
    greeting: `Dear ${mail.recipientName}`,
    paragraphs: [
      ...(mail.passedOnBy === null ? [] : [`${mail.passedOnBy} has passed the agreement on to you.`]),
      ...(mail.kind === 'revised'
        ? [
            'The text has changed since we sent the agreement. The earlier link and any signature no longer apply.',
          ]
        : []),
      `${mail.senderName} of ${mail.alliance} asks ${mail.partner} to read and sign the partnership agreement. You choose yourselves which optional commitments to take on, and how many.`,
      ...(mail.message === null ? [] : [mail.message]),
      'It takes about three minutes, also on a phone. You need neither a password nor an account.',
    ],
    facts: [
      ['Sign no later than', dateInWords(mail.answerBy, 'en')],
      ['The agreement runs for', monthsInWords(mail.termMonths, 'en')],
    ],
    button: { label: 'Read and sign', url: mail.url },
    footer: `Not the right person? Open the link and pass the agreement on to a colleague. If you reply to this mail, the reply goes to ${mail.senderName}.`,
  }),
};

/** The code that confirms a signature. */
export const codeMail: MailTemplate<{ code: string; title: Readonly<Record<Locale, string>> }> = {
  name: 'partner-contracts.code',
  da: ({ code, title }) => ({
    subject: 'Din kode til underskriften',
    paragraphs: [`Skriv koden på siden for at underskrive »${title.da}«. Den gælder i 20 minutter.`],
    code,
    footer: 'Er du ikke i gang med at underskrive, kan du se bort fra denne mail. Giv ikke koden til andre.',
  }),
  en: ({ code, title }) => ({
    subject: 'Your code for signing',
    paragraphs: [`Type the code on the page to sign “${title.en}”. It is valid for 20 minutes.`],
    code,
    footer: 'If you are not signing anything, you can ignore this mail. Do not give the code to anybody.',
  }),
};

/** What the mails with the sealed document say. */
export interface DocumentMailParams {
  readonly title: Readonly<Record<Locale, string>>;
  readonly alliance: string;
  readonly partner: string;
  readonly recipientName: string;
  readonly signerName: string;
  readonly side: 'partner' | 'secretariat';
  /** Page of the contract, for the secretariat. */
  readonly url: string | null;
  readonly endsOn: PlainDate | null;
}

/** The partner has signed: the sealed receipt to both sides. */
export const receiptMail: MailTemplate<DocumentMailParams> = {
  name: 'partner-contracts.receipt',
  da: (mail) =>
    mail.side === 'partner'
      ? {
          subject: `Kvittering: ${mail.title.da} er underskrevet`,
          greeting: `Hej ${mail.recipientName}`,
          paragraphs: [
            `Tak. ${mail.signerName} har underskrevet for ${mail.partner}. Den forseglede kvittering er vedhæftet.`,
            `Nu medunderskriver ${mail.alliance}. Du får den endelige aftale på mail, når det er sket. Du skal ikke gøre mere.`,
          ],
        }
      : {
          subject: `${mail.partner} har underskrevet: medunderskriv nu`,
          greeting: `Hej ${mail.recipientName}`,
          paragraphs: [
            `${mail.signerName} har underskrevet for ${mail.partner}. Kvitteringen er vedhæftet.`,
            'Aftalen gælder først, når du har medunderskrevet.',
          ],
          ...(mail.url === null ? {} : { button: { label: 'Medunderskriv', url: mail.url } }),
        },
  en: (mail) =>
    mail.side === 'partner'
      ? {
          subject: `Receipt: ${mail.title.en} is signed`,
          greeting: `Dear ${mail.recipientName}`,
          paragraphs: [
            `Thank you. ${mail.signerName} has signed for ${mail.partner}. The sealed receipt is attached.`,
            `${mail.alliance} now counter-signs. You get the final agreement by mail when that is done. There is nothing more to do.`,
          ],
        }
      : {
          subject: `${mail.partner} has signed: counter-sign now`,
          greeting: `Dear ${mail.recipientName}`,
          paragraphs: [
            `${mail.signerName} has signed for ${mail.partner}. The receipt is attached.`,
            'The agreement applies only once you have counter-signed.',
          ],
          ...(mail.url === null ? {} : { button: { label: 'Counter-sign', url: mail.url } }),
        },
};

/** Both have signed: the final sealed document to both sides. */
export const activeMail: MailTemplate<DocumentMailParams> = {
  name: 'partner-contracts.active',
  da: (mail) => ({
    subject: `${mail.title.da} er i kraft`,
    greeting: `Hej ${mail.recipientName}`,
    paragraphs: [
      `Begge parter har underskrevet aftalen mellem ${mail.partner} og ${mail.alliance}. Den endelige, forseglede aftale er vedhæftet. Gem den.`,
      ...(mail.endsOn === null ? [] : [`Aftalen gælder til og med ${dateInWords(mail.endsOn, 'da')}.`]),
    ],
    ...(mail.url === null ? {} : { button: { label: 'Se aftalen', url: mail.url } }),
  }),
  en: (mail) => ({
    subject: `${mail.title.en} is in force`,
    greeting: `Dear ${mail.recipientName}`,
    paragraphs: [
      `Both parties have signed the agreement between ${mail.partner} and ${mail.alliance}. The final sealed agreement is attached. Keep it.`,
      ...(mail.endsOn === null
        ? []
        : [`The agreement applies until ${dateInWords(mail.endsOn, 'en')}, that day included.`]),
    ],
    ...(mail.url === null ? {} : { button: { label: 'See the agreement', url: mail.url } }),
  }),
};
