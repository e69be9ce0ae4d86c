import { PDF, PdfArray, PdfNumber, PdfString, type PdfObject, type PdfRef } from '@libpdf/core';

/** What a signature field of a PDF holds, unjudged. */
export interface SignatureFieldContent {
  readonly name: string;
  readonly byteRange: readonly number[];
  readonly contents: Buffer;
  readonly reason: string | null;
}

/**
 * Reads all filled signature fields, oldest revision first.
 * An unreadable document answers none: to the reader of the report that is the same as "not sealed".
 */
export async function readSignatureFields(bytes: Uint8Array): Promise<SignatureFieldContent[]> {
  const pdf = await PDF.load(bytes).catch(() => null);
  const form = pdf?.getForm();
  if (!pdf || !form) return [];
  const resolve = (ref: PdfRef): PdfObject | null => pdf.context.registry.resolve(ref);
  return form
    .getSignatureFields()
    .flatMap((field) => {
      const dict = field.getSignatureDict();
      if (dict === null) return [];
      const contents = dict.get('Contents', resolve);
      const reason = dict.get('Reason', resolve);
      return [
        {
          name: field.name,
          byteRange: numbers(dict.get('ByteRange', resolve)),
          contents: Buffer.from(contents instanceof PdfString ? contents.bytes : []),
          reason: reason instanceof PdfString ? reason.asString() : null,
        },
      ];
    })
    .sort((a, b) => end(a) - end(b));
}

function end(field: SignatureFieldContent): number {
  return (field.byteRange[2] ?? 0) + (field.byteRange[3] ?? 0);
}

function numbers(value: PdfObject | undefined): number[] {
  if (!(value instanceof PdfArray)) return [];
  return Array.from({ length: value.length }, (_, index) => value.at(index)).map((item) =>
    item instanceof PdfNumber ? item.value : Number.NaN,
  );
}
