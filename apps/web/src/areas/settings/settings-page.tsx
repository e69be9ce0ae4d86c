import type { ReactElement } from 'react';
import { Navigate } from '@tanstack/react-router';
import { useAlliance, useHasRole } from '../../api/session.js';
import { ButtonLink, Tabs, useSearchText } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AllianceSettings } from './alliance-settings.js';
import { ExampleSettings } from './example-settings.js';
import { PeopleSettings } from './people-settings.js';
import { SettingsFrame } from './settings-frame.js';

/** For the secretariat the people and particulars of the alliance; everybody else is told where their own settings are. */
export function SettingsPage(): ReactElement {
  const t = useText();
  const { isExample } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const [{ fane }] = useSearchText();
  if (fane === 'dig') return <Navigate to="/konto" replace />;
  if (!isSecretariat)
    return (
      <SettingsFrame lead={t('settings.ownLead')}>
        <ButtonLink to="/konto">{t('settings.own')}</ButtonLink>
      </SettingsFrame>
    );
  return (
    <SettingsFrame>
      <Tabs
        label={t('settings.tabs')}
        tabs={[
          { key: 'personer', label: t('settings.people'), content: <PeopleSettings /> },
          { key: 'alliancen', label: t('settings.alliance'), content: <AllianceSettings /> },
          ...(isExample
            ? [{ key: 'eksempel', label: t('settings.example'), content: <ExampleSettings /> }]
            : []),
        ]}
      />
    </SettingsFrame>
  );
}
