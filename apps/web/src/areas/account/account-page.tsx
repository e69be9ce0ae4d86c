import type { ReactElement } from 'react';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AboutYou } from './about-you.js';
import { PasskeyList } from './passkey-list.js';
import { SessionList } from './session-list.js';

/** A person's own account. */
export function AccountPage(): ReactElement {
  const t = useText();
  return (
    <Page title={t('account.title')} lead={t('account.lead')}>
      <AboutYou />
      <PasskeyList />
      <SessionList />
    </Page>
  );
}
