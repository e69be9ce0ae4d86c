import type { Installation } from '../composition/installation.js';

/** What the terminal says when the product answers. */
export function welcome(given: {
  readonly address: string;
  readonly claimLink: string | undefined;
  readonly installation: Installation;
}): string {
  const { address, claimLink, installation } = given;
  const lines = ['', `  Rygrad is running: ${address}`, ''];
  if (claimLink !== undefined)
    lines.push(
      '  Nobody administers it yet. Open this link once to become its first administrator:',
      `  ${claimLink}`,
      '',
      '  You can then start empty, or try the example alliance "Ungegarantien i Hjørring".',
      '',
    );
  else lines.push(`  Sign in: ${address}/sign-in`, '');
  if (installation.config.SMTP_URL === undefined)
    lines.push(
      '  No mail server is set (SMTP_URL): mails are shown on screen and not sent.',
      '  A sign-in link without mail: npm run rygrad -- sign-in-link <mail address>',
      '',
    );
  if (installation.isEmbedded)
    lines.push(
      `  Data: ${installation.config.DATA_DIR} (PostgreSQL runs as long as this does; Ctrl+C stops both)`,
      '',
    );
  if (installation.notice !== null) lines.push(`  ${installation.notice}`, '');
  return lines.join('\n');
}
