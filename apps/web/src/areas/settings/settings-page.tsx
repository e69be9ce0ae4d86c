import type { ReactElement } from 'react';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** The first page of this area. */
export function SettingsPage(): ReactElement {
  const t = useText();
  return <Page title={t('settings.title')} />;
}
