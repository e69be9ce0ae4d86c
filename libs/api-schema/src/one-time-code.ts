import { z } from 'zod';

/** The six digits of a mail as people type or paste them: spaces and hyphens between them are dropped. */
export const oneTimeCode = z
  .string()
  .max(40)
  .overwrite((text) => text.replaceAll(/[\s\u2010-\u2015-]/gu, ''))
  .regex(/^\d{6}$/, { error: 'platform/code-malformed' });
