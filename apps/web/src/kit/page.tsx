import { Fragment, useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/use-text.js';
import { InPage } from './in-page.js';

/** One step above this page. */
export interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  title: string;
  /** Steps above, from the top: [{ label: 'Partnere', to: `/a/${slug}/partnere` }] */
  breadcrumbs?: readonly Crumb[];
  /** Buttons and links at the right of the title. */
  actions?: ReactNode;
  /** One or two sentences below the title. */
  lead?: ReactNode;
  /** Limits the width to a readable line; for forms and texts. */
  narrow?: boolean;
  children?: ReactNode;
}

let shownPages = 0;

/** Every page: title (document and h1, which gets focus when one navigates here), steps above, actions, content. */
export function Page({ title, breadcrumbs = [], actions, lead, narrow, children }: PageProps): ReactElement {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Rygrad`;
  }, [title]);
  useEffect(() => {
    shownPages += 1;
    // The first page after loading keeps the browser's own focus, so that "skip to content" comes first.
    // A page that has put the focus where the work begins keeps it there.
    const isPlaced = box.current?.contains(document.activeElement) === true;
    if (shownPages > 1 && !isPlaced) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={box} className={narrow ? 'page page-narrow' : 'page'}>
      {breadcrumbs.length > 0 ? (
        <nav className="crumbs" aria-label={t('kit.breadcrumbs')}>
          {breadcrumbs.map(({ label, to }, index) => (
            <Fragment key={to}>
              {index > 0 ? <span aria-hidden="true">/</span> : null}
              <Link to={to}>{label}</Link>
            </Fragment>
          ))}
        </nav>
      ) : null}
      <div className="page-top">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {lead ? <p className="page-lead">{lead}</p> : null}
      <InPage value={true}>{children}</InPage>
    </div>
  );
}
