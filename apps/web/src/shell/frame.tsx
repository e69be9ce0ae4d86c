import type { ReactElement } from 'react';
import { Outlet } from '@tanstack/react-router';
import { ConfirmIdentity } from '../identity/confirm-identity.js';
import { KeyboardHelp } from '../kit/keys.js';
import { useText } from '../language/use-text.js';
import { Header } from './header.js';

/** What stands around every page. */
export function Frame(): ReactElement {
  const t = useText();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <Outlet />
      <KeyboardHelp />
      <ConfirmIdentity />
    </>
  );
}
