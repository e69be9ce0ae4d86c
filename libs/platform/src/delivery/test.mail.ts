import type { MailTemplate } from './mail-content.js';

/** The mail by which an administrator sees that mail works. */
export const mailTest: MailTemplate<{ url: string }> = {
  name: 'delivery.test',
  da: ({ url }) => ({
    subject: 'Prøve: mail fra Rygrad virker',
    paragraphs: [
      'Læser du det her i din indbakke, kan Rygrad sende mail.',
      'Ligger mailen i uønsket post, så bed den, der driver domænet, om at sætte SPF, DKIM og DMARC op for afsenderen.',
    ],
    facts: [['Installation', url]],
  }),
  en: ({ url }) => ({
    subject: 'Test: mail from Rygrad works',
    paragraphs: [
      'If you read this in your inbox, Rygrad can send mail.',
      'If it lies in junk, ask whoever runs the domain to set up SPF, DKIM and DMARC for the sender.',
    ],
    facts: [['Installation', url]],
  }),
};
