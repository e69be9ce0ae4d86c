import { z } from 'zod';
import { id, instant } from '../lists.js';

/**
 * The states of one mail. `sent` is written only when the mail server accepted it; `uncertain` says that it may or may
 * not have been accepted; `on_screen` that there is no mail server and the mail is read in the outbox; `dropped` that
 * what it was about was done before it left.
 */
export const deliveryStates = [
  'pending',
  'sending',
  'sent',
  'uncertain',
  'failed',
  'on_screen',
  'dropped',
] as const;
/** A state of a mail. */
export type DeliveryState = (typeof deliveryStates)[number];

/** Which mails: about one thing, `contract:<id>`, or the newest of all. */
export const deliveriesQuery = z.strictObject({
  about: z
    .string()
    .max(120)
    .regex(/^[a-z][a-z-]*:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One mail and its true state; never what it says. */
export const delivery = z.object({
  id,
  template: z.string(),
  about: z.object({ kind: z.string(), id }),
  /** Null when it is a young person's and not the reader's to see. */
  to: z.object({ name: z.string(), email: z.string() }).nullable(),
  state: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** Why it is not sent: the server's reply code (`550 5.1.1`) or a word (`timeout`, `unreachable`). */
  code: z.string().nullable(),
  /** The server's acceptance, e.g. `250 2.0.0 Ok: queued as 4F2A`. */
  answer: z.string().nullable(),
  queuedAt: instant,
  settledAt: instant.nullable(),
});
/** Mails, newest first. */
export const deliveries = z.object({ items: z.array(delivery) });

/** A mail of the outbox that stands in for a mail server. */
export const outboxMail = z.object({
  id,
  allianceId: id,
  template: z.string(),
  /** Null when it is a young person's and not the reader's to see. */
  to: z.object({ name: z.string(), email: z.string() }).nullable(),
  queuedAt: instant,
  /** What the mail says; null when it holds person data that is not the reader's to see, or was cleared away. */
  content: z
    .object({
      subject: z.string(),
      greeting: z.string().optional(),
      paragraphs: z.array(z.string()),
      code: z.string().optional(),
      facts: z.array(z.tuple([z.string(), z.string()])).optional(),
      items: z
        .array(z.object({ title: z.string(), detail: z.string().optional(), url: z.string().optional() }))
        .optional(),
      button: z.object({ label: z.string(), url: z.string() }).optional(),
      footer: z.string().optional(),
    })
    .nullable(),
});
/** The mails that would have been sent, newest first. `active` is false when a mail server is set. */
export const outbox = z.object({ active: z.boolean(), items: z.array(outboxMail) });

/** Send a mail again. */
export const resendMail = z.strictObject({});
/** Send a test mail to oneself. */
export const sendTestMail = z.strictObject({});
/** The mail test is on its way; follow its state. */
export const testMailQueued = z.object({ deliveryId: id });
/** What became of a mail test. */
export const testMail = z.object({
  state: z.enum(deliveryStates),
  code: z.string().nullable(),
  answer: z.string().nullable(),
});
