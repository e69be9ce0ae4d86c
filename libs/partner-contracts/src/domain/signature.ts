import { DomainError } from '#libs/kernel';
import type { ErrorCode, SignatureMethod, SignatureStrokes } from '#libs/api-schema';

/** A name put under a contract. The name is always typed; a drawing may stand beside it. */
export interface SignatureMark {
  readonly name: string;
  readonly method: SignatureMethod;
  readonly strokes: SignatureStrokes | null;
}

/**
 * Makes the mark from what was given: a name of at least two letters, spaces tidied; an empty drawing is none.
 * @throws DomainError `name-missing`
 */
export function makeMark(name: string, strokes: SignatureStrokes | null): SignatureMark {
  const tidy = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (tidy.length > 120 || (tidy.match(/\p{L}/gu)?.length ?? 0) < 2) {
    throw new DomainError<ErrorCode>('partner-contracts/name-missing', {}, 'name');
  }
  const drawn = strokes?.some((stroke) => stroke.length > 1) ?? false;
  return { name: tidy, method: drawn ? 'drawn' : 'typed', strokes: drawn ? strokes : null };
}

/**
 * Refuses to sign another text than the one that was shown.
 * @throws DomainError `text-changed`
 */
export function checkTextShown(shownHash: string, currentHash: string): void {
  if (shownHash !== currentHash) throw new DomainError<ErrorCode>('partner-contracts/text-changed');
}
