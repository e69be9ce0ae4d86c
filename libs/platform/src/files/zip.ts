import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One file in a ZIP. */
export interface ZipEntry {
  /** Its path in the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Its bytes are compressed already, as those of PDF files and pictures are. */
  readonly isPacked: boolean;
}

const pieceSize = 256 * 1024;

/**
 * Files as one ZIP, written while it is read: one file at a time is in memory, and the next is asked for when the reader
 * has taken the last. An error in between breaks the stream off.
 * @param at the time that the entries have
 */
export function zipOf(entries: AsyncIterable<ZipEntry>, at: Date): Readable {
  return Readable.from(pieces(entries, at), { objectMode: false });
}

async function* pieces(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    written.push(piece);
  });
  const take = (): Uint8Array[] => {
    const taken = written;
    written = [];
    return taken;
  };
  for await (const { path, bytes, isPacked } of entries) {
    const entry = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path);
    entry.mtime = at;
    zip.add(entry);
    // Piece by piece, so that others get their turn in between.
    for (let from = 0; from < bytes.byteLength || from === 0; from += pieceSize) {
      entry.push(bytes.subarray(from, from + pieceSize), from + pieceSize >= bytes.byteLength);
      yield* take();
    }
  }
  zip.end();
  yield* take();
}
