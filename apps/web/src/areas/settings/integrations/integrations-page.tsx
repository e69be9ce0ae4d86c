import type { ReactElement } from 'react';
import { useHasRole } from '../../../api/session.js';
import { useText } from '../../../language/use-text.js';
import { SettingsFrame } from '../settings-frame.js';
import { ApiTokens } from './api-tokens.js';
import { Webhooks } from './webhooks.js';

/** Keys for other systems, and addresses that are told what happens. */
export function IntegrationsPage(): ReactElement {
  const t = useText();
  const isSecretariat = useHasRole('secretariat');
  return (
    <SettingsFrame
      title={t('integrations.title')}
      lead={
        <>
          {t('integrations.lead')} <a href="/docs">{t('integrations.docs')}</a>
        </>
      }
    >
      <ApiTokens />
      {isSecretariat ? <Webhooks /> : null}
    </SettingsFrame>
  );
}
