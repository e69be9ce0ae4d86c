import type { ReactElement } from 'react';
import { useAlliance, useHasRole } from '../../api/session.js';
import { Tabs } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AllianceSettings } from './alliance-settings.js';
import { ExampleSettings } from './example-settings.js';
import { PeopleSettings } from './people-settings.js';
import { SettingsFrame } from './settings-frame.js';
import { YourSettings } from './your-settings.js';

/** One's own settings, and for the secretariat the people and particulars of the alliance. */
export function SettingsPage(): ReactElement {
  const t = useText();
  const { isExample } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  return (
    <SettingsFrame>
      {isSecretariat ? (
        <Tabs
          label={t('settings.tabs')}
          tabs={[
            { key: 'personer', label: t('settings.people'), content: <PeopleSettings /> },
            { key: 'alliancen', label: t('settings.alliance'), content: <AllianceSettings /> },
            ...(isExample
              ? [{ key: 'eksempel', label: t('settings.example'), content: <ExampleSettings /> }]
              : []),
            { key: 'dig', label: t('settings.you'), content: <YourSettings /> },
          ]}
        />
      ) : (
        <YourSettings />
      )}
    </SettingsFrame>
  );
}
