import type { ReactElement } from 'react';

/** How a status stands: each tone has its own shape, so that colour is never needed. */
export type StatusTone = 'good' | 'waiting' | 'attention' | 'bad' | 'neutral' | 'ended';

/** A word with a shape: `<Status tone="good">Aktiv</Status>`. */
export function Status({ tone, children }: { tone: StatusTone; children: string }): ReactElement {
  return (
    <span className={`status status-${tone}`}>
      <svg className="status-shape" viewBox="0 0 12 12" aria-hidden="true">
        {shapeOf(tone)}
      </svg>
      {children}
    </span>
  );
}

function shapeOf(tone: StatusTone): ReactElement {
  switch (tone) {
    case 'good':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />;
    case 'waiting':
      return (
        <>
          <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
        </>
      );
    case 'attention':
      return <path d="M6 1 11.5 11H.5z" fill="currentColor" />;
    case 'bad':
      return <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.2" />;
    case 'neutral':
      return <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;
    case 'ended':
      return <rect x="1.5" y="5" width="9" height="2.2" fill="currentColor" />;
  }
}
