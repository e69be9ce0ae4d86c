/** What an error message's placeholders are filled with. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * An expected failure: a rule said no. The code is stable and has a Danish and an English message in
 * api-schema; the edge turns it into a problem document.
 */
export class DomainError<Code extends string = string> extends Error {
  override readonly name = 'DomainError';

  /**
   * @param code stable code, `<module>/<what>`
   * @param params fills the `{placeholders}` of the message
   * @param field the input field it is about, as a dotted path
   */
  constructor(
    readonly code: Code,
    readonly params: ErrorParams = {},
    readonly field?: string,
  ) {
    super(code);
  }
}

/** Whether something caught is a DomainError (with that code, when one is given). */
export function isDomainError<Code extends string>(error: unknown, code?: Code): error is DomainError<Code> {
  return error instanceof DomainError && (code === undefined || error.code === code);
}
