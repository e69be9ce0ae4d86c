import type { FastifyReply } from 'fastify';

/** The name of the session cookie of an installation that is reached without https. */
export const sessionCookie = 'rygrad_session';

/**
 * The name of the session cookie. Behind https browsers hold `__Host-` to its word: from exactly this host, for all of
 * it, never without https; no neighbour under the same domain can plant another session.
 */
export function sessionCookieName(secure: boolean): string {
  return secure ? `__Host-${sessionCookie}` : sessionCookie;
}

const base = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Gives the browser its session for `maxAge` seconds; over https only when the installation is reached so. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean, maxAge: number): void {
  void reply.setCookie(sessionCookieName(secure), token, { ...base, secure, maxAge });
}

/** Takes the session from the browser. */
export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(sessionCookieName(secure), { ...base, secure });
}
