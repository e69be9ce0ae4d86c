import type { MailItem, MailTemplate } from '#libs/platform';

/** What both sides are told of a hand-over. */
export interface HandOverParams {
  readonly allianceName: string;
  readonly recipientName: string;
  readonly otherName: string;
  readonly byName: string;
  readonly partners: number;
  readonly items: readonly MailItem[];
  readonly url: string;
}

const partnersDa = (count: number): string => (count === 1 ? '1 partner' : `${String(count)} partnere`);
const partnersEn = (count: number): string => (count === 1 ? '1 partner' : `${String(count)} partners`);

/** To whoever looks after the partners from now on. */
export const partnersReceivedMail: MailTemplate<HandOverParams> = {
  name: 'alliances.partners-received',
  da: ({ allianceName, recipientName, otherName, byName, partners, items, url }) => ({
    subject: `Du er nu fast kontakt for ${partnersDa(partners)} i ${allianceName}`,
    greeting: `Hej ${recipientName}`,
    paragraphs: [`${byName} har overdraget ${partnersDa(partners)} fra ${otherName} til dig.`],
    items,
    button: { label: 'Se partnerne', url },
  }),
  en: ({ allianceName, recipientName, otherName, byName, partners, items, url }) => ({
    subject: `You are now contact owner of ${partnersEn(partners)} in ${allianceName}`,
    greeting: `Hello ${recipientName}`,
    paragraphs: [`${byName} handed ${partnersEn(partners)} over from ${otherName} to you.`],
    items,
    button: { label: 'See the partners', url },
  }),
};

/** To whoever looked after them until now. */
export const partnersHandedOverMail: MailTemplate<HandOverParams> = {
  name: 'alliances.partners-handed-over',
  da: ({ allianceName, recipientName, otherName, byName, partners, items, url }) => ({
    subject: `${partnersDa(partners)} i ${allianceName} er overdraget til ${otherName}`,
    greeting: `Hej ${recipientName}`,
    paragraphs: [
      `${byName} har overdraget ${partnersDa(partners)} fra dig til ${otherName}. Du er ikke længere fast kontakt for dem.`,
    ],
    items,
    button: { label: 'Se partnerne', url },
  }),
  en: ({ allianceName, recipientName, otherName, byName, partners, items, url }) => ({
    subject: `${partnersEn(partners)} in ${allianceName} have been handed over to ${otherName}`,
    greeting: `Hello ${recipientName}`,
    paragraphs: [
      `${byName} handed ${partnersEn(partners)} over from you to ${otherName}. You are no longer their contact owner.`,
    ],
    items,
    button: { label: 'See the partners', url },
  }),
};
