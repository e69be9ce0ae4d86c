import { useMemo } from 'react';
import { formatsFor } from './formats.js';
import type { Formats } from './formats.js';
import { useLanguage } from './language-provider.js';

export type { Formats } from './formats.js';

/** Dates and numbers as the person reads them. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsFor(language === 'da' ? 'da-DK' : 'en-GB'), [language]);
}
