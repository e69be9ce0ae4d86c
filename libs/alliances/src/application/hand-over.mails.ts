import type { MailItem, MailTemplate } from '#libs/platform';

/** What both sides are told of a hand-over. */
export interface HandOverParams {
  readonly allianceName: string;
  readonly recipientName: string;
  readonly otherName: string;
  readonly byName: string;
  /** The former contact owner handed them over by themselves. */
  readonly byFormer: boolean;
  readonly partners: number;
  /** The partners that are named; all are behind the button. */
  readonly items: readonly MailItem[];
  readonly url: string;
}

const partnersDa = (count: number): string => (count === 1 ? '1 partner' : `${String(count)} partnere`);
const partnersEn = (count: number): string => (count === 1 ? '1 partner' : `${String(count)} partners`);

function namedOf(
  { partners, items, url }: HandOverParams,
  more: (count: number) => string,
): readonly MailItem[] {
  const left = partners - items.length;
  return left === 0 ? items : [...items, { title: more(left), url }];
}

const moreDa = (count: number): string => `og ${String(count)} ${count === 1 ? 'anden' : 'flere'}`;
const moreEn = (count: number): string => `and ${String(count)} more`;

/** To whoever looks after the partners from now on. */
export const partnersReceivedMail: MailTemplate<HandOverParams> = {
  name: 'alliances.partners-received',
  da: (given) => ({
    subject: `Du er nu fast kontakt for ${partnersDa(given.partners)} i ${given.allianceName}`,
    greeting: `Hej ${given.recipientName}`,
    paragraphs: [
      given.byFormer
        ? `${given.otherName} har overdraget ${partnersDa(given.partners)} til dig.`
        : `${given.byName} har overdraget ${partnersDa(given.partners)} fra ${given.otherName} til dig.`,
    ],
    items: namedOf(given, moreDa),
    button: { label: 'Se partnerne', url: given.url },
  }),
  en: (given) => ({
    subject: `You are now contact owner of ${partnersEn(given.partners)} in ${given.allianceName}`,
    greeting: `Hello ${given.recipientName}`,
    paragraphs: [
      given.byFormer
        ? `${given.otherName} handed ${partnersEn(given.partners)} over to you.`
        : `${given.byName} handed ${partnersEn(given.partners)} over from ${given.otherName} to you.`,
    ],
    items: namedOf(given, moreEn),
    button: { label: 'See the partners', url: given.url },
  }),
};

/** To whoever looked after them until now. */
export const partnersHandedOverMail: MailTemplate<HandOverParams> = {
  name: 'alliances.partners-handed-over',
  da: (given) => ({
    subject: `${partnersDa(given.partners)} i ${given.allianceName} er overdraget til ${given.otherName}`,
    greeting: `Hej ${given.recipientName}`,
    paragraphs: [
      `${given.byFormer ? 'Du' : given.byName} har overdraget ${partnersDa(given.partners)} ${given.byFormer ? '' : 'fra dig '}til ${given.otherName}. Du er ikke længere fast kontakt for dem.`,
    ],
    items: namedOf(given, moreDa),
    button: { label: 'Se partnerne', url: given.url },
  }),
  en: (given) => ({
    subject: `${partnersEn(given.partners)} in ${given.allianceName} have been handed over to ${given.otherName}`,
    greeting: `Hello ${given.recipientName}`,
    paragraphs: [
      `${given.byFormer ? 'You' : given.byName} handed ${partnersEn(given.partners)} over ${given.byFormer ? '' : 'from you '}to ${given.otherName}. You are no longer their contact owner.`,
    ],
    items: namedOf(given, moreEn),
    button: { label: 'See the partners', url: given.url },
  }),
};
