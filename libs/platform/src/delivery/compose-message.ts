import MailComposer from 'nodemailer/lib/mail-composer';
import { composeHtml } from './compose-html.js';
import { composeText } from './compose-text.js';
import type { OutgoingMail } from './mail-content.js';

/** The message as it goes over the wire: headers, text and html part, attachments. No tracking of any kind. */
export async function composeMessage(layout: string, mail: OutgoingMail): Promise<Buffer> {
  const { content, from, to, replyTo } = mail;
  const message = new MailComposer({
    messageId: `<${mail.messageId}>`,
    from: mailbox(from),
    to: mailbox(to),
    ...(replyTo && { replyTo: mailbox(replyTo) }),
    subject: oneLine(content.subject),
    text: composeText(content, to.locale),
    html: composeHtml(layout, content, from.name, to.locale),
    headers: {
      'Content-Language': to.locale,
      ...(mail.automatic && { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' }),
    },
    attachments: mail.attachments.map((file) => ({
      filename: oneLine(file.name),
      contentType: oneLine(file.mediaType),
      content: Buffer.from(file.bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return message.compile().build();
}

/**
 * An address that can stand in a header and an envelope: one line, one mailbox.
 * @throws Error when it is not one plain mailbox
 */
export function envelopeAddress(email: string): string {
  if (!/^[^\s<>(),;:"\\@]+@[^\s<>(),;:"\\@]+$/.test(email)) throw new Error('not one plain mail address');
  return email;
}

function mailbox({ name, email }: { name: string; email: string }): { name: string; address: string } {
  return { name: oneLine(name), address: envelopeAddress(email) };
}

/** Line breaks and other control characters never reach a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
