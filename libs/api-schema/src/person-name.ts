import { z } from 'zod';

/**
 * What somebody is called: one line. Without control characters, which would break mail headers and lists, and without
 * marks that turn the direction of writing, with which one name can be made to look like another.
 */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u);
