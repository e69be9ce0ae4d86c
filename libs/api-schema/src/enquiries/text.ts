import { z } from 'zod';

/**
 * Ten digits of which the first six are a day of somebody's birth (61–91: a number given for a time), however they are
 * parted. Other long numbers pass.
 */
const cprLike =
  /(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}[\s._/\u2010-\u2015-]{0,3}\d{4}(?!\d)/u;

/** Whether a text has something in it that looks like a CPR number. */
export function looksLikeCpr(text: string): boolean {
  return cprLike.test(text);
}

const withoutCpr = (text: string): boolean => !looksLikeCpr(text);

/** One plain line of text, at most so long, without a CPR number. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)
    .refine(withoutCpr, { error: 'participants/cpr-in-text' });

/** Several lines of plain text, at most so long, without a CPR number. */
export const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:\P{Cc}|[\n\r\t])*$/u)
    .refine(withoutCpr, { error: 'participants/cpr-in-text' });
