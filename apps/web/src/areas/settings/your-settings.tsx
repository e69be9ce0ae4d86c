import { useId } from 'react';
import type { ReactElement } from 'react';
import { useAlliance, useMe } from '../../api/session.js';
import type { Language } from '../../language/define-messages.js';
import { useLanguage } from '../../language/language-provider.js';
import { Facts, Loaded } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { LeaveAlliance } from './leave-alliance.js';
import { useChooseLanguage } from '../../shell/language-switch.js';

/** Who one is here, and the language of pages and mails. */
export function YourSettings(): ReactElement {
  const t = useText();
  const { roles } = useAlliance();
  return (
    <Loaded query={useMe()}>
      {({ person }) => (
        <>
          <Facts
            rows={[
              [t('settings.name'), person.name],
              [t('settings.email'), person.email],
              [
                t('settings.roles'),
                [...new Set(roles.map(({ role }) => t(`settings.role.${role}`)))].join(', '),
              ],
            ]}
          />
          <LanguageChoice />
          <LeaveAlliance />
        </>
      )}
    </Loaded>
  );
}

function LanguageChoice(): ReactElement {
  const t = useText();
  const id = useId();
  const { language } = useLanguage();
  const choose = useChooseLanguage(true);
  const names: Readonly<Record<Language, string>> = {
    da: t('settings.danish'),
    en: t('settings.english'),
  };
  return (
    <div className="field settings-language">
      <label className="field-label" htmlFor={id}>
        {t('settings.language')}
      </label>
      <select
        id={id}
        className="form-select field-width-m"
        value={language}
        onChange={(event) => void choose(event.target.value === 'en' ? 'en' : 'da')}
      >
        <option value="da">{names.da}</option>
        <option value="en">{names.en}</option>
      </select>
    </div>
  );
}
