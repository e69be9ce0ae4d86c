import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { isDomainError } from '#libs/kernel';
import type { OutgoingRules, Resolve } from '../http/outgoing-address.js';
import { OutgoingFailure, sendOutgoing } from '../http/outgoing-request.js';

/** A new secret of 256 bits, as Standard Webhooks writes it. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** A message to be signed and sent. */
export interface SignedMessage {
  readonly url: string;
  /** The same at every try, so that the receiver can tell a repetition. */
  readonly id: string;
  readonly body: string;
  /** When this try is made. */
  readonly at: Date;
  /** The present secret, and for a while the one before. */
  readonly secrets: readonly string[];
}

/** What became of one try. */
export interface Try {
  readonly delivered: boolean;
  readonly status: number | null;
  readonly tookMs: number;
  /** A stable word when nothing came back or the address may not be called. */
  readonly fault: string | null;
  /** The first of what was answered, as plain text. */
  readonly answer: string;
}

const mostOfAnswer = 500;

/** The three headers of Standard Webhooks; with two secrets there are two signatures. */
export function signatureHeaders({ id, at, body, secrets }: SignedMessage): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}

/** Sends one message. Never throws for what the other side does; never inside a unit of work. */
export async function sendSigned(
  message: SignedMessage,
  rules: OutgoingRules,
  resolve?: Resolve,
): Promise<Try> {
  const began = performance.now();
  const took = (): number => Math.round(performance.now() - began);
  try {
    const answered = await sendOutgoing(
      {
        url: message.url,
        body: message.body,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Rygrad-Webhooks/1',
          'content-length': String(Buffer.byteLength(message.body)),
          ...signatureHeaders(message),
        },
      },
      rules,
      resolve,
    );
    const { status, body: answer } = answered;
    return {
      delivered: status >= 200 && status < 300,
      status,
      tookMs: took(),
      fault: null,
      answer: plainText(answer),
    };
  } catch (error) {
    if (error instanceof OutgoingFailure)
      return { delivered: false, status: null, tookMs: took(), fault: error.fault, answer: '' };
    if (isDomainError(error))
      return { delivered: false, status: null, tookMs: took(), fault: error.code, answer: '' };
    throw error;
  }
}

/** What PostgreSQL and a page can hold: no control characters, not long. */
function plainText(body: Buffer): string {
  const text = body.subarray(0, mostOfAnswer).toString('utf8');
  return text.replaceAll(/[\s\p{Cc}\p{Cs}\uFFFD]+/gu, ' ').trim();
}
