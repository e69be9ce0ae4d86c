import { request as requestPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type CheckedAddress, findOutgoing, type OutgoingRules, type Resolve } from './outgoing-address.js';

/** A call to an address outside. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For everything together: name, connection, answer; in milliseconds, default 10,000. */
  readonly timeoutMs?: number;
  /** More of the answer is not read; default 64 KB. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal;
}

/** What came back. */
export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** The answer was longer than what was read of it. */
  readonly isCut: boolean;
}

/** Why nothing came back, as a stable word for logs and pages. */
export type OutgoingFault = 'timeout' | 'unreachable' | 'tls' | 'cut-off';

/** The other side was not reached or did not answer; never carries what it said. */
export class OutgoingFailure extends Error {
  constructor(readonly fault: OutgoingFault) {
    super(`The address outside did not answer (${fault})`);
    this.name = 'OutgoingFailure';
  }
}

const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EADDRNOTAVAIL']);

function faultOf(error: unknown): OutgoingFault {
  const { code, name, errors } = error as { code?: unknown; name?: string; errors?: unknown[] };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ETIMEDOUT') return 'timeout';
  if (Array.isArray(errors) && errors.length > 0) return faultOf(errors[0]);
  if (typeof code !== 'string') return 'cut-off';
  if (unreachable.has(code)) return 'unreachable';
  return /CERT|TLS|SSL|EPROTO|ISSUER|SELF_SIGNED/.test(code) ? 'tls' : 'cut-off';
}

/** Answers the checked addresses instead of asking a resolver again: what was checked is what is connected to. */
function pinned(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all === true) done(null, [...addresses]);
    else if (first === undefined) done(new Error('no address'), '', 4);
    else done(null, first.address, first.family);
  };
}

/**
 * Calls an address outside: checked, the checked address pinned for the connection, no redirect followed, bounded in
 * time and size, on a connection of its own. Never inside a unit of work.
 * @throws DomainError outgoing/… when the address may not be called
 * @throws OutgoingFailure when nothing came back
 */
export async function sendOutgoing(
  given: OutgoingRequest,
  rules: OutgoingRules,
  resolve?: Resolve,
): Promise<OutgoingAnswer> {
  const limit = AbortSignal.timeout(given.timeoutMs ?? 10_000);
  const signal = given.signal === undefined ? limit : AbortSignal.any([limit, given.signal]);
  const { url, addresses } = await beforeEnd(findOutgoing(given.url, rules, resolve), signal);
  try {
    return await exchange(url, given, addresses, signal);
  } catch (error) {
    throw new OutgoingFailure(signal.aborted ? 'timeout' : faultOf(error));
  }
}

/** The system's resolver takes no signal: the wait for it ends with the time there is. */
function beforeEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((fulfil, reject) => {
    const end = (): void => {
      reject(new OutgoingFailure('timeout'));
    };
    signal.addEventListener('abort', end, { once: true });
    work.then(fulfil, reject).finally(() => {
      signal.removeEventListener('abort', end);
    });
  });
}

function exchange(
  url: URL,
  given: OutgoingRequest,
  addresses: readonly CheckedAddress[],
  signal: AbortSignal,
): Promise<OutgoingAnswer> {
  return new Promise((fulfil, reject) => {
    const send = url.protocol === 'https:' ? requestTls : requestPlain;
    const request = send(url, {
      method: given.method ?? 'POST',
      headers: { ...given.headers, connection: 'close' },
      agent: false,
      lookup: pinned(addresses),
      signal,
    });
    request.on('error', reject);
    request.on('response', (response) => {
      readUpTo(response, given.mostBytes ?? 65_536).then(fulfil, reject);
    });
    request.end(given.body);
  });
}

async function readUpTo(response: IncomingMessage, most: number): Promise<OutgoingAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  // Leaving the loop destroys the stream, and with it the connection: the rest is never read.
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) break;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  const body = Buffer.concat(pieces).subarray(0, most);
  return { status: response.statusCode ?? 0, headers, body, isCut: size > most };
}

/**
 * `fetch` within the rules, for libraries that take one (openid-client's `customFetch`). Redirects come back as they
 * are; an answer longer than `mostBytes` fails.
 */
export function outgoingFetch(
  rules: OutgoingRules,
  bounds: { readonly timeoutMs?: number; readonly mostBytes?: number } = {},
): (input: string | URL, init?: RequestInit) => Promise<Response> {
  return async (input, init = {}) => {
    const answer = await sendOutgoing(
      {
        ...{ mostBytes: 1_048_576, ...bounds },
        url: String(input),
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(init.body == null ? {} : { body: await bytesOf(init.body) }),
        ...(init.signal == null ? {} : { signal: init.signal }),
      },
      rules,
    );
    if (answer.isCut) throw new OutgoingFailure('cut-off');
    const isEmpty = [101, 204, 205, 304].includes(answer.status);
    return new Response(isEmpty ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: answer.headers,
    });
  };
}

async function bytesOf(body: NonNullable<RequestInit['body']>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}
