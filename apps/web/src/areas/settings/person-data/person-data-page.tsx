import type { ReactElement } from 'react';
import { useText } from '../../../language/use-text.js';
import { CprSetting } from '../../participants/cpr-setting.js';
import { SettingsFrame } from '../settings-frame.js';
import { ErasureTable } from './erasure-table.js';
import { RetentionList } from './retention-list.js';

/** What becomes of people's data in the alliance: how long it is kept, and what was erased. */
export function PersonDataPage(): ReactElement {
  const t = useText();
  return (
    <SettingsFrame title={t('personData.title')} lead={t('personData.lead')}>
      <RetentionList />
      <ErasureTable />
      <CprSetting />
    </SettingsFrame>
  );
}
