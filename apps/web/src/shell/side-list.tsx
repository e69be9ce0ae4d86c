import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useLocation } from '@tanstack/react-router';
import { useText } from '../language/use-text.js';

/** One line: its words and its address from the root. */
export interface SideLine {
  label: string;
  to: string;
}

const list = 'side-list bare-list no-max-width';

/** The lines beside the pages of a part; on a phone behind a button that says where one is. */
export function SideList({ label, lines }: { label: string; lines: readonly SideLine[] }): ReactElement {
  const t = useText();
  const { pathname } = useLocation();
  // Open on this address only: going elsewhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === pathname;
  const current = lines.find(({ to }) => pathname.startsWith(to));
  return (
    <nav className="side" aria-label={label}>
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
        {current ? <span className="side-here">{current.label}</span> : null}
      </button>
      <ul id="side-list" className={open ? `${list} side-open` : list}>
        {lines.map(({ to, label: text }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
