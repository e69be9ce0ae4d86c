import { inflateRawSync } from 'node:zlib';
import type { SpreadsheetLimits } from './sheet.js';
import { SpreadsheetRefusal } from './sheet.js';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

interface Entry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  localAt: number;
}

/**
 * Checks an XLSX archive against the limits before anything unpacks it: first what its directory claims,
 * then that each entry keeps to the claim (unpacked with a ceiling, so a lying directory gains nothing).
 * Gives the names of its entries.
 */
export function checkArchive(bytes: Uint8Array, limits: SpreadsheetLimits): string[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(archive, limits);
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (claimed > limits.unpackedBytes) throw tooLarge();
  for (const entry of entries) checkEntry(archive, entry);
  return entries.map((entry) => entry.name);
}

function readDirectory(archive: Buffer, limits: SpreadsheetLimits): Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.entries) throw tooLarge();
  let at = archive.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      localAt: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 65_557); at -= 1)
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw broken();
}

function checkEntry(archive: Buffer, entry: Entry): void {
  if (entry.localAt + 30 > archive.length || archive.readUInt32LE(entry.localAt) !== LOCAL_ENTRY)
    throw broken();
  const start =
    entry.localAt + 30 + archive.readUInt16LE(entry.localAt + 26) + archive.readUInt16LE(entry.localAt + 28);
  const packed = archive.subarray(start, start + entry.packed);
  if (entry.method === 0) {
    if (entry.unpacked !== entry.packed) throw broken();
    return;
  }
  if (entry.method !== 8) throw broken();
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
    if (unpacked.length !== entry.unpacked) throw broken();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw broken();
  }
}

const broken = () => new SpreadsheetRefusal('platform/spreadsheet-unreadable');
const tooLarge = () => new SpreadsheetRefusal('platform/spreadsheet-unpacked-too-large');
