import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../api/client.js';
import { mePath } from '../api/session.js';
import type { Language } from '../language/define-messages.js';
import { languageNames } from '../language/language-names.js';
import { useLanguage } from '../language/language-provider.js';
import { useText } from '../language/use-text.js';

/** Changes the language here, and for the person's mails when signed in. */
export function useChooseLanguage(signedIn: boolean): (language: Language) => Promise<void> {
  const { setLanguage } = useLanguage();
  const queries = useQueryClient();
  return async (language) => {
    setLanguage(language);
    if (signedIn) await callApi('PATCH', mePath, { body: { locale: language } }).catch(() => undefined);
    // Answers carry texts in the language they were asked for.
    await queries.invalidateQueries();
  };
}

/** Danish and English, the chosen one marked. */
export function LanguageSwitch({ signedIn }: { signedIn: boolean }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const choose = useChooseLanguage(signedIn);
  return (
    <div className="language" role="group" aria-label={t('shell.language')}>
      {(['da', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          onClick={() => void choose(code)}
        >
          <span className="language-long">{languageNames[code]}</span>
          <span className="language-short" aria-hidden="true">
            {code.toUpperCase()}
          </span>
        </button>
      ))}
    </div>
  );
}
