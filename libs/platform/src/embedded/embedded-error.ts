/** Why the embedded PostgreSQL cannot start; each message says what was found and what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  /** `reason` is stable and for programs; `message` is for the person who started Rygrad. */
  constructor(
    readonly reason:
      | 'no-binaries'
      | 'already-running'
      | 'starting'
      | 'unreadable'
      | 'wrong-version'
      | 'no-credentials'
      | 'failed',
    message: string,
  ) {
    super(message);
  }
}

const has = <K extends string>(error: unknown, key: K): error is Record<K, unknown> =>
  typeof error === 'object' && error !== null && key in error;

/** The message of anything thrown. */
export const messageOf = (error: unknown): string =>
  has(error, 'message') && typeof error.message === 'string' ? error.message : String(error);

/** The system's code (`ENOENT`, `EACCES`, …) of anything thrown, else an empty string. */
export const codeOf = (error: unknown): string =>
  has(error, 'code') && typeof error.code === 'string' ? error.code : '';
