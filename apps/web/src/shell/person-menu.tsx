import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Me } from '../api/session.js';
import { closeLiveSocket } from '../api/socket.js';
import { useSend } from '../api/use-api.js';
import { keepProviderLogout } from '../identity/provider-logout.js';
import type { SignedOut } from '../identity/provider-logout.js';
import { useLanguage } from '../language/language-provider.js';
import { useText } from '../language/use-text.js';
import { Menu } from './menu.js';

/** The signed-in person: name, outbox where mails are shown on screen, sign out. */
export function PersonMenu({ me }: { me: Me }): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { setLanguage } = useLanguage();
  const { locale } = me.person;
  useEffect(() => {
    setLanguage(locale);
  }, [locale, setLanguage]);
  const signOut = useSend<SignedOut>('POST', '/api/v1/sign-out', {
    freshens: [],
    onDone: (answer) => {
      closeLiveSocket();
      queries.clear();
      keepProviderLogout(answer);
      void navigate({ to: '/sign-in' });
    },
  });
  return (
    <Menu label={t('shell.person')} text={me.person.name}>
      <li className="menu-fact">{me.person.email}</li>
      <li>
        <Link to="/konto">{t('account.title')}</Link>
      </li>
      {me.mode.mailOnScreen ? (
        <li>
          <Link to="/outbox">{t('shell.outbox')}</Link>
        </li>
      ) : null}
      {me.person.isAdmin ? (
        <li>
          <Link to="/administration">{t('administration.title')}</Link>
        </li>
      ) : null}
      <li>
        <button
          type="button"
          onClick={() => {
            signOut.mutate({});
          }}
        >
          {t('shell.signOut')}
        </button>
      </li>
    </Menu>
  );
}
