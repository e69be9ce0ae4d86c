import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Number and hash that a chain once ended with, and where that is written. */
export interface AnchoredHead {
  readonly allianceId: string;
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
  readonly anchoredAt: string;
  /** The file or table it was read from. */
  readonly source: string;
}

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const document = z.object({
  rygrad: z.literal('anchor'),
  version: z.literal(1),
  installation: z.string(),
  anchoredAt: z.iso.datetime(),
  /** SHA-256 of the anchor before, so that a missing one shows. */
  previous: hex.nullable(),
  heads: z.array(z.object({ alliance: z.uuid(), seq: z.number().int().min(1), hash: hex })),
});

/** The heads of all chains at one instant, as it is written to files, mails and webhooks. */
export type AnchorDocument = z.infer<typeof document>;

/** The document's text; its digest is taken of exactly this. */
export function writeAnchor(content: AnchorDocument): string {
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** SHA-256 of a document, hexadecimal. */
export function digestOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads a document; undefined when the text is none. */
export function readAnchor(text: string): AnchorDocument | undefined {
  try {
    return document.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The heads in a document. */
export function headsOf(content: AnchorDocument, source: string): AnchoredHead[] {
  return content.heads.map(({ alliance, seq, hash }) => ({
    allianceId: alliance,
    seq,
    hash,
    anchoredAt: content.anchoredAt,
    source,
  }));
}

/** `2026-11-23T030000Z-1a2b3c4d.json`: in the order of time, and no two alike. */
export function anchorFileName(at: Date, id: string): string {
  return `${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')}-${id.slice(-8)}.json`;
}
