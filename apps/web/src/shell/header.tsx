import type { ReactElement } from 'react';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import logo from './favicon.svg';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '../api/session.js';
import { mePath } from '../api/session.js';
import { apiQuery } from '../api/use-api.js';
import { useText } from '../language/use-text.js';
import { LanguageSwitch } from './language-switch.js';
import { Menu } from './menu.js';
import { PersonMenu } from './person-menu.js';

/** The line at the top: where one is, who one is, which language. */
export function Header(): ReactElement {
  // Signing in or out forgets all answers and goes elsewhere: being drawn anew there, this finds the new answer.
  useLocation();
  const { data: me } = useQuery({ ...apiQuery<Me>(mePath), enabled: false });
  return (
    <header className="top">
      <Link to="/" className="brand">
        <img src={logo} alt="" width="24" height="24" />
        <span className={me ? 'brand-name' : undefined}>Rygrad</span>
      </Link>
      {me ? <AllianceSwitcher me={me} /> : null}
      <div className="top-end">
        <LanguageSwitch signedIn={me !== undefined} />
        {me ? <PersonMenu me={me} /> : null}
      </div>
    </header>
  );
}

function AllianceSwitcher({ me }: { me: Me }): ReactElement | null {
  const t = useText();
  const params: { slug?: string } = useParams({ strict: false });
  const current = me.alliances.find(({ slug }) => slug === params.slug);
  if (me.alliances.length === 0) return null;
  return (
    <Menu label={t('shell.alliance')} text={current?.name ?? t('shell.allAlliances')}>
      {me.alliances.map(({ slug, name, isExample }) => (
        <li key={slug}>
          <Link
            to={`/a/${slug}/overblik`}
            {...(slug === params.slug ? { 'aria-current': 'true' as const } : {})}
          >
            {name}
            {isExample ? <span className="menu-note">{t('shell.example')}</span> : null}
          </Link>
        </li>
      ))}
      <li className="menu-last">
        <Link to="/">{t('shell.allAlliances')}</Link>
      </li>
      {mayCreate(me) ? (
        <li>
          <Link to="/ny">{t('shell.newAlliance')}</Link>
        </li>
      ) : null}
    </Menu>
  );
}

/** As the server decides it: administrators, and whoever is secretariat somewhere. */
function mayCreate(me: Me): boolean {
  return (
    me.person.isAdmin || me.alliances.some(({ roles }) => roles.some(({ role }) => role === 'secretariat'))
  );
}
