import { z } from 'zod';

/**
 * What somebody is called: one line. Without control characters and separators of lines, which would break mail headers
 * and lists, and without marks that turn the direction of writing (Unicode's Bidi_Control), with which one name can be
 * made to look like another.
 */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u);
