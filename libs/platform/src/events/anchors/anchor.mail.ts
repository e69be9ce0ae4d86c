import type { MailTemplate } from '../../delivery/mail-content.js';

/** What a mail about an anchor says. */
export interface AnchorMail {
  readonly installation: string;
  readonly anchoredAt: string;
  readonly digest: string;
  readonly alliances: number;
}

/** The heads of all chains, sent to whoever keeps them outside the installation. */
export const anchorMail: MailTemplate<AnchorMail> = {
  name: 'audit.anchor',
  da: ({ installation, anchoredAt, digest, alliances }) => ({
    subject: 'Segl fra historikken i Rygrad',
    paragraphs: [
      'Vedhæftet er det seneste segl for hver alliances historik. Gem mailen: Bliver noget i historikken ændret eller klippet væk bagefter, kan det ses ved at holde den op mod den vedhæftede fil.',
      'Det gør den, der driver installationen, med kommandoen: rygrad verify --anchor <fil>',
    ],
    facts: [
      ['Installation', installation],
      ['Tidspunkt (UTC)', anchoredAt],
      ['Alliancer', String(alliances)],
      ['SHA-256 af filen', digest],
    ],
  }),
  en: ({ installation, anchoredAt, digest, alliances }) => ({
    subject: 'Seals of the history in Rygrad',
    paragraphs: [
      'Attached is the latest seal of each alliance’s history. Keep this mail: if anything in the history is changed or cut away later, it shows when the history is held against the attached file.',
      'Whoever runs the installation does that with the command: rygrad verify --anchor <file>',
    ],
    facts: [
      ['Installation', installation],
      ['Time (UTC)', anchoredAt],
      ['Alliances', String(alliances)],
      ['SHA-256 of the file', digest],
    ],
  }),
};
