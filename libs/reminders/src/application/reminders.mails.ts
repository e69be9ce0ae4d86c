import type { MailItem, MailTemplate } from '#libs/platform';

/** What a reminder mail is made of: the alliance, whom it greets, and one or many things. */
export interface DigestParams {
  readonly allianceName: string;
  readonly recipientName: string;
  readonly items: readonly MailItem[];
}

/** One mail for all that waits for one person. A single thing gets its own subject and a button. */
export const digestMail: MailTemplate<DigestParams> = {
  name: 'reminders.digest',
  da: ({ allianceName, recipientName, items }) => {
    const shared = {
      greeting: `Hej ${recipientName}`,
      footer: `Du får mailen, fordi du er ansvarlig eller kontaktperson i ${allianceName}. Vi samler påmindelser, så du får så få mails som muligt.`,
    };
    const [only, ...more] = items;
    if (only !== undefined && more.length === 0)
      return {
        ...shared,
        subject: `Påmindelse: ${only.title}`,
        paragraphs: [
          ...(only.detail === undefined ? [] : [only.detail]),
          'Er det gjort i mellemtiden, skal du ikke foretage dig noget.',
        ],
        ...(only.url !== undefined && { button: { label: 'Gå til sagen', url: only.url } }),
      };
    return {
      ...shared,
      subject: `${String(items.length)} ting venter på dig i ${allianceName}`,
      paragraphs: ['Det her venter på dig. Hver linje fører derhen, hvor du kan gøre det færdigt.'],
      items,
    };
  },
  en: ({ allianceName, recipientName, items }) => {
    const shared = {
      greeting: `Hello ${recipientName}`,
      footer: `You get this mail because you are responsible or a contact person in ${allianceName}. We gather reminders so that you get as few mails as possible.`,
    };
    const [only, ...more] = items;
    if (only !== undefined && more.length === 0)
      return {
        ...shared,
        subject: `Reminder: ${only.title}`,
        paragraphs: [
          ...(only.detail === undefined ? [] : [only.detail]),
          'If it has been done in the meantime, you need not do anything.',
        ],
        ...(only.url !== undefined && { button: { label: 'Open it', url: only.url } }),
      };
    return {
      ...shared,
      subject: `${String(items.length)} things are waiting for you in ${allianceName}`,
      paragraphs: ['This is waiting for you. Each line leads to where you can finish it.'],
      items,
    };
  },
};
