/** How a session was opened. */
export const sessionMethods = ['link', 'code', 'claim', 'passkey', 'provider', 'invitation'] as const;
/** One of the ways to open a session. */
export type SessionMethod = (typeof sessionMethods)[number];

/** How long a session counts as just confirmed, in milliseconds; a fresh sign-in confirms it. */
export const confirmedFor = 15 * 60_000;
