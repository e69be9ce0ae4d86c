import type { Locale } from '#libs/api-schema';

/** One thing of several in a mail, with its own way in; a digest is made of these. */
export interface MailItem {
  readonly title: string;
  readonly detail?: string;
  readonly url?: string;
}

/** What a mail says, without any markup: the layout, the plain text and the on-screen outbox are made from it. */
export interface MailContent {
  readonly subject: string;
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  /** A code to type, set large and apart. */
  readonly code?: string;
  readonly facts?: readonly (readonly [label: string, value: string])[];
  readonly items?: readonly MailItem[];
  readonly button?: { readonly label: string; readonly url: string };
  readonly footer?: string;
}

/** A mail in both languages. `name` is stable, module first: `partner-contracts.invitation`. */
export interface MailTemplate<P> {
  readonly name: string;
  readonly da: (params: P) => MailContent;
  readonly en: (params: P) => MailContent;
  /** Names a young person or the like: the outbox hides what it says from those who may not see it. */
  readonly hasPersonData?: boolean;
}

/** Whom a mail goes to and in which language. */
export interface MailRecipient {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A mail ready for the wire: composed, addressed, with its own stable Message-ID. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly to: MailRecipient;
  readonly replyTo?: { readonly name: string; readonly email: string };
  readonly content: MailContent;
  /** Sent by the clock and not by a person's act: marked so that auto-responders keep quiet. */
  readonly automatic: boolean;
  readonly attachments: readonly MailAttachment[];
}
