import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { messages } from '../messages.js';
import type { Language } from './define-messages.js';
import { speakSchemaErrorsIn } from './schema-errors.js';

interface LanguageChoice {
  language: Language;
  setLanguage: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);
const year = 60 * 60 * 24 * 365;

/** The language of this browser: the `locale` cookie, else Danish. */
export function languageOfBrowser(cookies: string = document.cookie): Language {
  return /(?:^|;\s*)locale=en(?:;|$)/.test(cookies) ? 'en' : 'da';
}

function catalogueOf(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([id, text]) => [id, text[language]]));
}

/** Holds the chosen language and gives it to every text, date and number below. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactElement {
  const [language, choose] = useState<Language>(() => languageOfBrowser());
  const setLanguage = useCallback((next: Language) => {
    document.cookie = `locale=${next}; path=/; max-age=${String(year)}; samesite=lax`;
    choose(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    speakSchemaErrorsIn(language);
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  const catalogue = useMemo(() => catalogueOf(language), [language]);
  return (
    <LanguageContext value={choice}>
      <IntlProvider
        locale={language === 'da' ? 'da-DK' : 'en-GB'}
        defaultLocale="da-DK"
        timeZone="Europe/Copenhagen"
        messages={catalogue}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** The current language and how to change it. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('useLanguage outside LanguageProvider');
  return choice;
}
