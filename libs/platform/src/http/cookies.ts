import type { FastifyReply } from 'fastify';

/** The name of the session cookie. */
export const sessionCookie = 'rygrad_session';

const base = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Gives the browser its session for `maxAge` seconds; over https only when the installation is reached so. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean, maxAge: number): void {
  void reply.setCookie(sessionCookie, token, { ...base, secure, maxAge });
}

/** Takes the session from the browser. */
export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(sessionCookie, { ...base, secure });
}
