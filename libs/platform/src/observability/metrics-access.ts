import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';
import { placeOf } from '../http/outgoing-address.js';

const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * May whoever asks read the metrics? With the token of the settings, or from this machine itself: the peer of the
 * connection counts, whatever a header claims, and one that speaks for somebody else is a proxy.
 */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  { METRICS_TOKEN: token }: Pick<Config, 'METRICS_TOKEN'>,
): boolean {
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== undefined && timingSafeEqual(digest(given), digest(token));
  return placeOf(socket.remoteAddress ?? '') === 'loopback' && !forwarded.some((name) => name in headers);
}
