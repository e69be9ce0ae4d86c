import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config/config.js';
import { isAtHome, isThisMachine, placeOf } from '../http/outgoing-address.js';

const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * May whoever asks read the metrics? With the token of the settings; or at this machine, where the installation is for
 * whoever sits at it and so no proxy speaks for others: the peer of the connection counts, and the name it was asked by,
 * which a page from elsewhere cannot choose (DNS rebinding).
 */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  config: Pick<Config, 'METRICS_TOKEN' | 'PUBLIC_URL' | 'TRUST_PROXY'>,
): boolean {
  const { METRICS_TOKEN: token } = config;
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== undefined && timingSafeEqual(digest(given), digest(token));
  if (!isAtHome(config) || forwarded.some((name) => name in headers)) return false;
  const asked = `http://${headers.host ?? ''}`;
  const isAskedHere = URL.canParse(asked) && isThisMachine(new URL(asked));
  return isAskedHere && placeOf(socket.remoteAddress ?? '') === 'loopback';
}
