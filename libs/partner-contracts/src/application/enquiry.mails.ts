import type { MailContent, MailTemplate } from '#libs/platform';

/** Fills the mail that tells a partner of an enquiry. No word about who the young person is: that is behind the link. */
export interface EnquiryMail {
  readonly allianceName: string;
  readonly partnerName: string;
  readonly url: string;
  /** The last day of the response time, written out in the recipient's language. */
  readonly answerBy: string;
}

/** A young person has turned to the partner. */
export const enquiryMail: MailTemplate<EnquiryMail> = {
  name: 'enquiries.received',
  da: (p): MailContent => ({
    subject: `En ung har henvendt sig til ${p.partnerName}`,
    paragraphs: [
      `En ung har henvendt sig til ${p.partnerName} som garantipartner i ${p.allianceName}.`,
      'Åbn henvendelsen for at se, hvad den unge ønsker. Du kan tilbyde en plads, give den unge videre til en anden eller bede sekretariatet om hjælp. Det tager et par minutter, og du skal ikke logge ind.',
    ],
    facts: [['Svar senest', p.answerBy]],
    button: { label: 'Se og besvar henvendelsen', url: p.url },
    footer: 'Linket gælder kun denne henvendelse. Del det ikke med andre end dem, der skal svare.',
  }),
  en: (p): MailContent => ({
    subject: `A young person has turned to ${p.partnerName}`,
    paragraphs: [
      `A young person has turned to ${p.partnerName} as a guarantee partner in ${p.allianceName}.`,
      'Open the enquiry to see what the young person wishes. You can offer a place, hand the young person on, or ask the secretariat for help. It takes a couple of minutes and needs no sign-in.',
    ],
    facts: [['Answer by', p.answerBy]],
    button: { label: 'See and answer the enquiry', url: p.url },
    footer: 'The link is for this enquiry only. Share it with nobody but those who are to answer.',
  }),
};

/** Fills the mail that asks somebody to take over. */
export interface HandOnMail extends EnquiryMail {
  readonly giverName: string;
  readonly receiverName: string;
}

/** Somebody is asked to take over a young person. */
export const handOnMail: MailTemplate<HandOnMail> = {
  name: 'enquiries.handed-on',
  da: (p): MailContent => ({
    subject: `${p.giverName} beder dig hjælpe en ung videre`,
    paragraphs: [
      `En ung har henvendt sig til ${p.partnerName}, som er garantipartner i ${p.allianceName}. ${p.giverName} har ikke selv en plads og beder ${p.receiverName} om at tage over.`,
      'Åbn henvendelsen for at se, hvad den unge ønsker, og svar ja eller nej. Siger du nej, går henvendelsen tilbage, så den unge ikke bliver sluppet.',
    ],
    facts: [['Svar senest', p.answerBy]],
    button: { label: 'Se og svar', url: p.url },
    footer: 'Linket gælder kun denne henvendelse. Du skal ikke logge ind.',
  }),
  en: (p): MailContent => ({
    subject: `${p.giverName} asks you to help a young person on`,
    paragraphs: [
      `A young person turned to ${p.partnerName}, a guarantee partner in ${p.allianceName}. ${p.giverName} has no place and asks ${p.receiverName} to take over.`,
      'Open the enquiry to see what the young person wishes, and answer yes or no. If you say no, the enquiry goes back, so that the young person is not dropped.',
    ],
    facts: [['Answer by', p.answerBy]],
    button: { label: 'See and answer', url: p.url },
    footer: 'The link is for this enquiry only. You need not sign in.',
  }),
};

/** Fills the mail that tells a partner the enquiry has come back. */
export interface ReturnedMail extends EnquiryMail {
  readonly receiverName: string;
}

/** The receiver said no, or it was taken back: the giver has it again. */
export const returnedMail: MailTemplate<ReturnedMail> = {
  name: 'enquiries.returned',
  da: (p): MailContent => ({
    subject: 'En henvendelse er kommet tilbage til jer',
    paragraphs: [
      `${p.receiverName} kunne ikke tage imod den unge, som ${p.partnerName} gav videre. Derfor ligger henvendelsen hos jer igen.`,
      'Tilbyd en plads, giv den unge videre til en anden, eller bed sekretariatet om hjælp.',
    ],
    facts: [['Svar senest', p.answerBy]],
    button: { label: 'Åbn henvendelsen', url: p.url },
  }),
  en: (p): MailContent => ({
    subject: 'An enquiry has come back to you',
    paragraphs: [
      `${p.receiverName} could not take the young person whom ${p.partnerName} handed on. The enquiry is therefore with you again.`,
      'Offer a place, hand the young person on to somebody else, or ask the secretariat for help.',
    ],
    facts: [['Answer by', p.answerBy]],
    button: { label: 'Open the enquiry', url: p.url },
  }),
};

/** Fills the mail that confirms to a young person that the enquiry is under way. */
export interface ConfirmationMail {
  readonly allianceName: string;
  readonly partnerName: string;
  readonly answerBy: string;
  readonly url: string;
}

/** To a young person who asked to be reached by mail: what happens now, and how to stop it. */
export const confirmationMail: MailTemplate<ConfirmationMail> = {
  name: 'enquiries.confirmation',
  hasPersonData: true,
  da: (p): MailContent => ({
    subject: `Din henvendelse til ${p.partnerName}`,
    greeting: 'Hej',
    paragraphs: [
      `${p.partnerName} har fået din henvendelse og svarer senest ${p.answerBy}. Har de ikke selv en plads, hjælper de dig videre til en anden. Du bliver ikke sluppet.`,
      'Har du fundet noget andet eller fortrudt? Så kan du trække henvendelsen tilbage her.',
    ],
    button: { label: 'Træk henvendelsen tilbage', url: p.url },
    footer: `Du får mailen, fordi du selv eller din sagsbehandler har givet os din mailadresse i ${p.allianceName}.`,
  }),
  en: (p): MailContent => ({
    subject: `Your enquiry to ${p.partnerName}`,
    greeting: 'Hello',
    paragraphs: [
      `${p.partnerName} has received your enquiry and answers by ${p.answerBy}. If they have no place themselves, they help you on to somebody else. You will not be dropped.`,
      'Have you found something else or changed your mind? Then you can withdraw the enquiry here.',
    ],
    button: { label: 'Withdraw the enquiry', url: p.url },
    footer: `You get this mail because you or your caseworker gave us your address in ${p.allianceName}.`,
  }),
};

/** Fills the mail that brings a young person the good news. */
export interface GoodNewsMail {
  readonly allianceName: string;
  readonly helperName: string;
  readonly place: string | null;
  readonly startsOn: string | null;
  readonly contactPerson: string;
  readonly contactReach: string;
}

/** To a young person who asked to be reached by mail: somebody has a place, or has taken over. */
export const goodNewsMail: MailTemplate<GoodNewsMail> = {
  name: 'enquiries.good-news',
  hasPersonData: true,
  da: (p): MailContent => ({
    subject: p.place === null ? `${p.helperName} hjælper dig videre` : `${p.helperName} har en plads til dig`,
    greeting: 'Hej',
    paragraphs: [
      p.place === null
        ? `${p.helperName} har sagt ja til at hjælpe dig videre.`
        : `${p.helperName} vil gerne tilbyde dig en plads.`,
      'Du kan selv tage kontakt, hvis du ikke hører noget i løbet af et par dage.',
    ],
    facts: facts(p, ['Plads', 'Start', 'Kontaktperson', 'Kontakt']),
  }),
  en: (p): MailContent => ({
    subject: p.place === null ? `${p.helperName} will help you on` : `${p.helperName} has a place for you`,
    greeting: 'Hello',
    paragraphs: [
      p.place === null
        ? `${p.helperName} has agreed to help you on.`
        : `${p.helperName} would like to offer you a place.`,
      'You may get in touch yourself if you hear nothing for a couple of days.',
    ],
    facts: facts(p, ['Place', 'Start', 'Contact person', 'Contact']),
  }),
};

function facts(
  p: GoodNewsMail,
  [place, start, person, reach]: readonly [string, string, string, string],
): (readonly [string, string])[] {
  return [
    ...(p.place === null ? [] : [[place, p.place] as const]),
    ...(p.startsOn === null ? [] : [[start, p.startsOn] as const]),
    [person, p.contactPerson] as const,
    [reach, p.contactReach] as const,
  ];
}
