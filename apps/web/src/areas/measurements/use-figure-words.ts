import { useMemo } from 'react';
import type { CurrentFigure, Unit } from '#libs/api-schema';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

/** How figures, periods and completeness are written. */
export interface FigureWords {
  /** A figure in its unit: '75 %', '12 personer', '1.200 kr.' */
  figure: (value: number, unit: Unit) => string;
  /** '2026-10' → 'okt. 2026', '2026-Q3' → '3. kvartal 2026' */
  period: (period: string) => string;
  /** '80 %', 'mindst 96 %' */
  rate: (completeness: NonNullable<CurrentFigure['completeness']>) => string;
  /** '3 dage', '4 måneder' */
  age: (days: number) => string;
}

/** Figures in the reader's language. */
export function useFigureWords(): FigureWords {
  const t = useText();
  const f = useFormats();
  return useMemo(
    () => ({
      figure: (value, unit) => {
        if (unit === 'percent') return f.percent(value / 100);
        const written = f.number(value);
        return unit === 'number' || unit === 'index'
          ? written
          : t(`measurements.figure.${unit}`, { value: written });
      },
      period: (period) => {
        const quarter = /^(\d{4})-Q(\d)$/.exec(period);
        if (quarter) return t('measurements.quarter', { quarter: quarter[2] ?? '', year: quarter[1] ?? '' });
        return period.length === 4 ? period : f.month(period);
      },
      rate: ({ percent, atLeast }) => {
        const rate = f.percent(percent / 100, 0);
        return atLeast ? t('measurements.atLeast', { rate }) : rate;
      },
      age: (days) =>
        days < 60
          ? t('measurements.days', { days })
          : t('measurements.months', { months: Math.floor(days / 30.4) }),
    }),
    [t, f],
  );
}
