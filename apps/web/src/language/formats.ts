/** How dates and numbers are written: Danish habits, Copenhagen time. Plain dates are 'YYYY-MM-DD', months 'YYYY-MM'. */
export interface Formats {
  /** '2026-11-23' or an instant → '23. nov. 2026' */
  date: (value: string | Date) => string;
  /** an instant → '23. nov. 2026 kl. 15.04' */
  dateTime: (value: string | Date) => string;
  /** an instant → '15.04' */
  time: (value: string | Date) => string;
  /** '2026-11' → 'nov. 2026' */
  month: (value: string) => string;
  /** 1234.5 → '1.234,5' */
  number: (value: number, decimals?: number) => string;
  /** 0.423 → '42,3 %' */
  percent: (share: number, decimals?: number) => string;
  /** an instant → 'for 3 minutter siden' */
  ago: (value: string | Date, now?: Date) => string;
}

const zone = 'Europe/Copenhagen';
const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function instant(value: string | Date): Date {
  if (value instanceof Date) return value;
  // A plain date has no time of day; noon keeps it the same day in Copenhagen.
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value);
}

/** The formats of one language tag; built on Intl only. */
export function formatsFor(tag: string): Formats {
  const date = new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const time = new Intl.DateTimeFormat(tag, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const both = new Intl.DateTimeFormat(tag, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(tag, { timeZone: zone, month: 'short', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    date: (value) => date.format(instant(value)),
    dateTime: (value) => both.format(instant(value)),
    time: (value) => time.format(instant(value)),
    month: (value) => month.format(instant(`${value}-15`)),
    number: (value, decimals) =>
      value.toLocaleString(tag, {
        maximumFractionDigits: decimals ?? 2,
        minimumFractionDigits: decimals ?? 0,
      }),
    percent: (share, decimals) =>
      share.toLocaleString(tag, {
        style: 'percent',
        maximumFractionDigits: decimals ?? 1,
        minimumFractionDigits: decimals ?? 0,
      }),
    ago: (value, now = new Date()) => {
      const seconds = (instant(value).getTime() - now.getTime()) / 1000;
      const step = steps.find(([, size]) => Math.abs(seconds) >= size);
      if (step?.[0] === 'day' && Math.abs(seconds) > 7 * 86_400) return date.format(instant(value));
      return step ? relative.format(Math.round(seconds / step[1]), step[0]) : relative.format(0, 'second');
    },
  };
}
