import type { ReactElement } from 'react';
import { useText } from '../../language/use-text.js';
import { SettingsFrame } from './settings-frame.js';

/** What a chosen person may see and do in the alliance. */
export function AccessPage(): ReactElement {
  const t = useText();
  return <SettingsFrame title={t('settings.access')} />;
}
