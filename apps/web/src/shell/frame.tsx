import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Outlet } from '@tanstack/react-router';
import { ConfirmIdentity } from '../identity/confirm-identity.js';
import { keepFocus } from '../kit/focus-place.js';
import { KeyboardHelp } from '../kit/keys.js';
import { useText } from '../language/use-text.js';
import { Header } from './header.js';
import { PrintHead } from './print-head.js';

/** What stands around every page. */
export function Frame(): ReactElement {
  const t = useText();
  useEffect(keepFocus, []);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <PrintHead />
      <Outlet />
      <KeyboardHelp />
      <ConfirmIdentity />
    </>
  );
}
