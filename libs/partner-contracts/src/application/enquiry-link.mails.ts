import type { MailContent, MailTemplate } from '#libs/platform';

/** Fills the mail that carries a fresh link to an enquiry. No word about who the young person is. */
export interface EnquiryLinkMail {
  readonly allianceName: string;
  readonly partnerName: string;
  /** The organisation in whose name the receiver answers; null for a coordinator. */
  readonly answersFor: string | null;
  /** Who named the receiver; null when the same person asked for a new link. */
  readonly passedOnBy: string | null;
  readonly url: string;
  readonly answerBy: string;
}

/** The link was passed on, or sent again. */
export const enquiryLinkMail: MailTemplate<EnquiryLinkMail> = {
  name: 'enquiries.link',
  da: (p): MailContent => ({
    subject:
      p.passedOnBy === null
        ? `Nyt link: en ung har henvendt sig til ${p.partnerName}`
        : `En henvendelse fra en ung er givet videre til dig`,
    paragraphs: [
      ...(p.passedOnBy === null
        ? [`Her er et nyt link til henvendelsen til ${p.partnerName}. Det gamle link virker ikke længere.`]
        : [
            `${p.passedOnBy} siger, at du er den rette til at svare på en henvendelse fra en ung til ${p.partnerName}, som er garantipartner i ${p.allianceName}.`,
          ]),
      ...(p.answersFor === null ? [] : [`Du svarer på vegne af ${p.answersFor}.`]),
      'Åbn henvendelsen for at se, hvad den unge ønsker, og svar. Det tager et par minutter, og du skal ikke logge ind.',
    ],
    facts: [['Svar senest', p.answerBy]],
    button: { label: 'Se og besvar henvendelsen', url: p.url },
    footer: 'Linket gælder kun denne henvendelse. Er du ikke den rette, kan du give den videre på siden.',
  }),
  en: (p): MailContent => ({
    subject:
      p.passedOnBy === null
        ? `New link: a young person has turned to ${p.partnerName}`
        : `An enquiry of a young person has been passed on to you`,
    paragraphs: [
      ...(p.passedOnBy === null
        ? [`Here is a new link to the enquiry to ${p.partnerName}. The old link no longer works.`]
        : [
            `${p.passedOnBy} says that you are the right person to answer an enquiry of a young person to ${p.partnerName}, a guarantee partner in ${p.allianceName}.`,
          ]),
      ...(p.answersFor === null ? [] : [`You answer on behalf of ${p.answersFor}.`]),
      'Open the enquiry to see what the young person wishes, and answer. It takes a couple of minutes and needs no sign-in.',
    ],
    facts: [['Answer by', p.answerBy]],
    button: { label: 'See and answer the enquiry', url: p.url },
    footer: 'The link is for this enquiry only. If you are not the right person, you can pass it on there.',
  }),
};
