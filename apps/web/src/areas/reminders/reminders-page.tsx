import type { ReactElement } from 'react';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** The first page of this area. */
export function RemindersPage(): ReactElement {
  const t = useText();
  return <Page title={t('reminders.title')} />;
}
