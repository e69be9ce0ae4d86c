import { useContext, useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useLocation } from '@tanstack/react-router';
import { useAlliance } from '../api/session.js';
import { useText } from '../language/use-text.js';
import { NavigationLines } from './area.js';

const list = 'side-list bare-list no-max-width';

/** The areas of the alliance; on a phone behind a button that says where one is. */
export function SideNavigation(): ReactElement {
  const t = useText();
  const { slug, roles } = useAlliance();
  const { pathname } = useLocation();
  // Open on this address only: going elsewhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const mine = new Set(roles.map(({ role }) => role));
  const lines = useContext(NavigationLines).filter(
    (line) => line.roles === undefined || line.roles.some((role) => mine.has(role)),
  );
  const current = lines.find(({ path }) => pathname.startsWith(`/a/${slug}/${path}`));
  return (
    <nav className="side" aria-label={t('shell.navigation')}>
      <button
        type="button"
        className="side-toggle"
        aria-expanded={open}
        aria-controls="side-list"
        onClick={() => {
          setOpenAt(open ? null : pathname);
        }}
      >
        <span aria-hidden="true">☰</span> {t('shell.menu')}
        {current ? <span className="side-here">{t(current.label)}</span> : null}
      </button>
      <ul id="side-list" className={open ? `${list} side-open` : list}>
        {lines.map(({ path, label }) => (
          <li key={path}>
            <Link
              to={`/a/${slug}/${path}`}
              activeOptions={{ includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
