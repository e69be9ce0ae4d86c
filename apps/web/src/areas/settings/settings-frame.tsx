import type { ReactElement, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { settingsParts } from './parts.js';
import './settings.css';

interface SettingsFrameProps {
  /** The page's own title; absent on the first page, which is called what the settings are called. */
  title?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A page of the settings: its title, the way to the other pages of the settings, its content. */
export function SettingsFrame({ title, lead, actions, children }: SettingsFrameProps): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const above = [{ label: t('settings.title'), to: `/a/${slug}/indstillinger` }];
  return (
    <Page
      title={title ?? t('settings.title')}
      breadcrumbs={title === undefined ? [] : above}
      lead={lead}
      actions={actions}
    >
      <SettingsNavigation />
      {children}
    </Page>
  );
}

/** The pages of the settings that the person's roles lead to, and the one that is their own in every alliance. */
function SettingsNavigation(): ReactElement {
  const t = useText();
  const { slug, roles } = useAlliance();
  const lines = settingsParts.filter(
    (part) => part.roles === undefined || roles.some(({ role }) => part.roles?.includes(role)),
  );
  return (
    <nav className="settings-parts" aria-label={t('settings.parts')}>
      <ul className="bare-list no-max-width">
        {lines.map(({ label, path }) => (
          <li key={path}>
            <Link
              to={path === '' ? `/a/${slug}/indstillinger` : `/a/${slug}/indstillinger/${path}`}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(label)}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/konto">{t('settings.own')}</Link>
        </li>
      </ul>
    </nav>
  );
}
