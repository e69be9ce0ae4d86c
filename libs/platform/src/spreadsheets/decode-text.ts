import type { TextEncodingName } from './sheet.js';
import { SpreadsheetRefusal } from './sheet.js';

/** Finds out how the bytes of a text file are encoded, and decodes them without the byte order mark. */
export function decodeText(bytes: Uint8Array): { encoding: TextEncodingName; text: string } {
  const encoding = detectEncoding(bytes);
  const text = isSingleByte(encoding) ? decodeSingleByte(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw new SpreadsheetRefusal('platform/spreadsheet-unreadable');
  return { encoding, text };
}

/** What Windows-1252 has in 0x80–0x9F; Node 20's own decoder leaves them as control characters. */
const WINDOWS_EXTRAS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function isSingleByte(encoding: TextEncodingName): boolean {
  return encoding === 'windows-1252' || encoding === 'iso-8859-1';
}

function decodeSingleByte(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_EXTRAS.charAt(letter.charCodeAt(0) - 0x80));
}

function detectEncoding(bytes: Uint8Array): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  if (isUtf8(bytes)) return 'utf-8';
  // 0x80–0x9F are control characters in ISO-8859-1; Windows uses them for € – “ ” and the like.
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f) ? 'windows-1252' : 'iso-8859-1';
}

/** Latin text in UTF-16 has a zero in every second byte; other text has none. */
function unmarkedUtf16(bytes: Uint8Array): TextEncodingName | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.5 && even === 0) return 'utf-16le';
  if (even > half * 0.5 && odd === 0) return 'utf-16be';
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
