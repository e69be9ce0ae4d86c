import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashToken } from '../tokens.js';
import { attemptFor } from './login-attempts.js';

const base = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** One cookie per attempt, so that two windows do not disturb each other; on https no other site can plant it. */
function nameOf(state: string, secure: boolean): string {
  return `${secure ? '__Host-' : ''}rygrad_login_${hashToken(state).toString('hex').slice(0, 12)}`;
}

/** Binds an attempt to this browser. */
export function setAttemptCookie(reply: FastifyReply, state: string, browser: string, secure: boolean): void {
  void reply.setCookie(nameOf(state, secure), browser, { ...base, secure, maxAge: attemptFor / 1000 });
}

/** What this browser was given for the attempt; empty when it was begun elsewhere. Taken away: an attempt ends once. */
export function takeAttemptCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  state: string,
  secure: boolean,
): string {
  const name = nameOf(state, secure);
  const browser = request.cookies[name];
  if (browser !== undefined) void reply.clearCookie(name, { ...base, secure });
  return browser ?? '';
}
