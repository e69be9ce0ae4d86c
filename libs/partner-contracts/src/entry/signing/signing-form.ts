import { z } from 'zod';
import {
  type ChosenCommitment,
  type ContractTemplateText,
  type ErrorCode,
  signatureStrokes,
  type SignatureStrokes,
} from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { SigningFields } from './read-page.js';

/** A form as a browser sends it: names and texts, within limits. */
export const formFields = z
  .record(z.string().max(60), z.string().max(80_000))
  .refine((fields) => Object.keys(fields).length <= 80);

/** What the reading page's form says, once it is understood. */
export interface ReadForm {
  readonly name: string;
  readonly strokes: SignatureStrokes | null;
  readonly commitments: ChosenCommitment[];
  readonly textHash: string;
}

/**
 * Understands the form. A ticked commitment without a number keeps `null`, which the rule then refuses at its field.
 * @throws DomainError `platform/invalid-input` on a field the page does not have, `drawing-unreadable`
 */
export function readSigningForm(fields: SigningFields, text: ContractTemplateText): ReadForm {
  const known = new Set(['name', 'strokes', 'textHash']);
  for (const { key } of text.optional) known.add(`pick-${key}`).add(`count-${key}`);
  if (Object.keys(fields).some((name) => !known.has(name))) {
    throw new DomainError<ErrorCode>('platform/invalid-input');
  }
  return {
    name: fields['name'] ?? '',
    strokes: readStrokes(fields['strokes'] ?? ''),
    commitments: text.optional.flatMap(({ key }) =>
      fields[`pick-${key}`] === 'on' ? [{ key, count: wholeNumber(fields[`count-${key}`]) }] : [],
    ),
    textHash: fields['textHash'] ?? '',
  };
}

/** The digits of a code, however they were typed: with spaces, a dash, or in groups. */
export function digitsOf(code: string | undefined): string {
  return (code ?? '').replace(/[\s.-]/g, '').slice(0, 12);
}

function wholeNumber(text: string | undefined): number | null {
  return /^\s*\d{1,4}\s*$/.test(text ?? '') ? Number(text) : null;
}

function readStrokes(text: string): SignatureStrokes | null {
  if (text === '') return null;
  try {
    return signatureStrokes.parse(JSON.parse(text));
  } catch {
    throw new DomainError<ErrorCode>('partner-contracts/drawing-unreadable', {}, 'strokes');
  }
}
