import type { ReactElement } from 'react';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { WaitingInvitations } from '../invitation/waiting-invitations.js';
import { LinkedLogins } from '../logins/linked-logins.js';
import { AboutYou } from './about-you.js';
import { AddressList } from './address-list.js';
import { OwnPersonData } from './own-person-data.js';
import { PasskeyList } from './passkey-list.js';
import { SessionList } from './session-list.js';
import { YourAlliances } from './your-alliances.js';

/** A person's own account. */
export function AccountPage(): ReactElement {
  const t = useText();
  return (
    <Page title={t('account.title')} lead={t('account.lead')}>
      <WaitingInvitations />
      <AboutYou />
      <YourAlliances />
      <AddressList />
      <PasskeyList />
      <LinkedLogins />
      <SessionList />
      <OwnPersonData />
    </Page>
  );
}
