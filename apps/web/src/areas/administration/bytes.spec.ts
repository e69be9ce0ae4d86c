import { bytesInWords } from './bytes.js';

const written = (value: number): string => String(value).replace('.', ',');

describe('a size in words', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_400, '1,4 kB'],
    [25_600_000, '26 MB'],
    [1_440_000_000, '1,4 GB'],
    [3_000_000_000_000_000, '3000 TB'],
  ])('of %d bytes', (bytes, words) => {
    expect(bytesInWords(bytes, written)).toBe(words);
  });
});
