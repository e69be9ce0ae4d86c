import { createHash } from 'node:crypto';
import type { Id } from '#libs/kernel';

/** What parts of an example refer to across modules. */
export type ExampleThing =
  | 'outcome.destination'
  | 'outcome.promise'
  | 'outcome.reach'
  | 'indicator.destination'
  | 'indicator.promise'
  | 'indicator.neet'
  | 'indicator.found';

/**
 * The key of a thing in an example, the same for whoever asks: modules refer to one another's things by it without
 * importing one another. A UUID of version 8 (RFC 9562: made from SHA-256).
 */
export function exampleId(allianceId: Id, thing: ExampleThing): Id {
  const hex = createHash('sha256').update(`${allianceId}/${thing}`, 'utf8').digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
