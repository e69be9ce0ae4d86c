import type { ReactElement } from 'react';
import { useText } from '../../language/use-text.js';
import { SettingsFrame } from './settings-frame.js';

/** The links without account that are open in the alliance. */
export function LinksPage(): ReactElement {
  const t = useText();
  return <SettingsFrame title={t('settings.links')} />;
}
