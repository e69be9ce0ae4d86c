import { randomUUID } from 'node:crypto';

/** A UUID as the database and the interface carry it: 36 characters, lower case. */
export type Id = string;

const SEQUENCE_LIMIT = 0x1000;

/**
 * Makes a source of UUIDv7 keys (RFC 9562, method 1: a 12-bit counter behind the millisecond).
 * Keys from one source rise strictly, also within a millisecond and when the clock steps back.
 *
 * @param millisecondsNow the wall clock, in milliseconds since 1970
 */
export function createIdSource(millisecondsNow: () => number): () => Id {
  let lastMs = -1;
  let sequence = 0;
  return () => {
    const ms = Math.floor(millisecondsNow());
    if (ms > lastMs) {
      lastMs = ms;
      sequence = 0;
    } else {
      sequence += 1;
      if (sequence === SEQUENCE_LIMIT) {
        lastMs += 1;
        sequence = 0;
      }
    }
    const stamp = lastMs.toString(16).padStart(12, '0');
    const counter = sequence.toString(16).padStart(3, '0');
    // The last two groups of a random UUID are 62 random bits behind the right variant.
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${counter}-${randomUUID().slice(19)}`;
  };
}

/** A new UUIDv7 key; keys made by one process rise strictly. */
export const newId: () => Id = createIdSource(Date.now);

const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID as we write them (lower case, with hyphens). */
export function isId(text: string): text is Id {
  return ID_PATTERN.test(text);
}
