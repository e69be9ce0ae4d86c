const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as people write it: `1,4 GB`. */
export function bytesInWords(bytes: number, number: (value: number) => string): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** step;
  return `${number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[step] ?? 'B'}`;
}
