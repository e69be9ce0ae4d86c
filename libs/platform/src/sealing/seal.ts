import { CryptoKeySigner, PDF } from '@libpdf/core';
import type { SealKey } from './seal-key.js';

/** What the seal says about itself inside the document. */
export interface SealStatement {
  /** Why it was sealed, e.g. "Partnerskabsaftale underskrevet af begge parter". */
  readonly reason: string;
  /** Who to turn to about it: the installation's or the alliance's name. */
  readonly name: string;
  /** Place or address of the installation. */
  readonly location: string;
  /** The claimed time of sealing. */
  readonly sealedAt: Date;
}

/**
 * Seals a PDF: PAdES baseline B-B as an incremental update that covers the whole file.
 * The certificate is the platform's seal, never the signature of a person (eIDAS art. 3, no. 25 against no. 9).
 * @throws when the document cannot be parsed or has no pages
 */
export async function sealPdf(
  bytes: Uint8Array,
  key: SealKey,
  statement: SealStatement,
): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const signer = new CryptoKeySigner(key.privateKey, key.certificate, 'RSA', 'RSASSA-PKCS1-v1_5', [
    ...key.chain,
  ]);
  const sealed = await pdf.sign({
    signer,
    level: 'B-B',
    reason: plain(statement.reason),
    location: plain(statement.location),
    contactInfo: plain(statement.name),
    signingTime: statement.sealedAt,
  });
  return sealed.bytes;
}

/** @libpdf/core 0.4.2 escapes brackets and backslashes twice, which readers then show: they are left out. */
function plain(text: string): string {
  return text
    .replace(/[()\\\r\n]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
