import type { ReactElement } from 'react';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** The administrator's page of installation. */
export function InstallationPage(): ReactElement {
  const t = useText();
  return <Page title={t('administration.installation')} />;
}
