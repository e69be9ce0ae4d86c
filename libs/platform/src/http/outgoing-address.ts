import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Config } from '../config/config.js';

/** Which addresses outside this installation may be called. */
export interface OutgoingRules {
  /** The machine itself, also without TLS: for development and tests, never in production. */
  readonly allowLoopback: boolean;
}

/** One address of a host, checked: the connection is made to it and to no other. */
export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** A URL and the addresses its host had when it was checked. */
export interface OutgoingTarget {
  readonly url: URL;
  readonly addresses: readonly CheckedAddress[];
}

/** Finds all addresses of a host; the system's resolver unless a test gives another. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

const resolveAll: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** Names that lead inside whatever a resolver says. */
const insideNames = /(^|\.)(localhost|local|internal|intranet|home\.arpa|lan|corp|onion)$/i;
/** Global unicast (RFC 4291, 2.5.4): everything else in IPv6 is inside, historic or a way to write an IPv4 address. */
const globalV6 = ipaddr.parseCIDR('2000::/3');
/** Addresses that are public by number and answer to machines of one cloud only (Azure's platform address). */
const cloudInside = new Set(['168.63.129.16']);

/**
 * The rules of an installation. The machine itself may be called only where whoever uses the product sits at it: not in
 * production, nor where it has an address for others or a proxy in front. Specs call receivers beside them.
 */
export function outgoingRules(
  config: Pick<Config, 'NODE_ENV' | 'PUBLIC_URL' | 'TRUST_PROXY'>,
): OutgoingRules {
  const isOpen = config.NODE_ENV === 'development' && isAtHome(config);
  return { allowLoopback: isOpen || config.NODE_ENV === 'test' };
}

/** Is it for whoever sits at this machine: with no address for others and no proxy in front? */
export function isAtHome(config: Pick<Config, 'PUBLIC_URL' | 'TRUST_PROXY'>): boolean {
  if (config.TRUST_PROXY !== false) return false;
  return config.PUBLIC_URL === undefined || isThisMachine(new URL(config.PUBLIC_URL));
}

/** Does an address name the machine it is read on? */
export function isThisMachine(url: URL): boolean {
  const host = hostOf(url);
  return host === 'localhost' || (isIP(host) !== 0 && placeOf(host) === 'loopback');
}

type Place = 'outside' | 'loopback' | 'inside';

/** Where an IP address lies. Whatever is not plainly the public internet is inside. */
export function placeOf(address: string): Place {
  if (!ipaddr.isValid(address)) return 'inside';
  // IPv4 in IPv6 (::ffff:10.0.0.1) counts as the IPv4 address that is reached by it.
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return 'loopback';
  if (range !== 'unicast' || cloudInside.has(parsed.toString())) return 'inside';
  return parsed.kind() === 'ipv4' || parsed.match(globalV6) ? 'outside' : 'inside';
}

function refuse(code: ErrorCode): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code, {}, 'url');
}

function mayCall(address: string, rules: OutgoingRules): boolean {
  const place = placeOf(address);
  return place === 'outside' || (place === 'loopback' && rules.allowLoopback);
}

/** The host of a URL as a resolver takes it: IPv6 without brackets, no dot at the end. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/**
 * Checks what can be seen without asking a resolver: form, https, no user name, no address or name that leads inside.
 * @throws DomainError outgoing/unusable-address, outgoing/not-https, outgoing/internal-address (field `url`)
 */
export function readOutgoingUrl(text: string, rules: OutgoingRules): URL {
  if (!URL.canParse(text)) throw refuse('outgoing/unusable-address');
  const url = new URL(text);
  const host = hostOf(url);
  if (url.username !== '' || url.password !== '' || host === '' || !/^https?:$/.test(url.protocol))
    throw refuse('outgoing/unusable-address');
  const isLiteral = isIP(host) !== 0;
  const isLoopback = isLiteral ? placeOf(host) === 'loopback' : host === 'localhost';
  const allowed = isLoopback && rules.allowLoopback;
  if (url.protocol !== 'https:' && !allowed)
    throw refuse(isLoopback ? 'outgoing/internal-address' : 'outgoing/not-https');
  const inside = isLiteral ? !mayCall(host, rules) : insideNames.test(host) || !host.includes('.');
  if (inside && !allowed) throw refuse('outgoing/internal-address');
  return url;
}

/**
 * Checks a URL and every address its host has now; one that leads inside refuses them all (a name that answers both
 * ways is how checks are stepped around). Connect to the addresses it gives, never to the name again.
 * @throws DomainError as {@link readOutgoingUrl}, and outgoing/unknown-host
 */
export async function findOutgoing(
  text: string,
  rules: OutgoingRules,
  resolve: Resolve = resolveAll,
): Promise<OutgoingTarget> {
  const url = readOutgoingUrl(text, rules);
  const host = hostOf(url);
  const literal = isIP(host);
  if (literal !== 0) return { url, addresses: [{ address: host, family: literal === 6 ? 6 : 4 }] };
  let found: Awaited<ReturnType<Resolve>>;
  try {
    found = await resolve(host);
  } catch {
    throw refuse('outgoing/unknown-host');
  }
  if (found.length === 0) throw refuse('outgoing/unknown-host');
  if (!found.every(({ address }) => mayCall(address, rules))) throw refuse('outgoing/internal-address');
  return {
    url,
    addresses: found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 })),
  };
}
