/** The browser and the system a session runs in, as far as its User-Agent tells. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** In order: most browsers also claim to be those further down. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPiOS\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What a person recognises a device by: names only, no versions, which change every few weeks. */
export function describeDevice(userAgent: string | null): Device {
  const first = (names: readonly (readonly [RegExp, string])[]): string | null =>
    userAgent === null ? null : (names.find(([sign]) => sign.test(userAgent))?.[1] ?? null);
  return { browser: first(browsers), system: first(systems) };
}
