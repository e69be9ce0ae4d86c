import type { ReactElement, ReactNode } from 'react';

/** What a notice says about itself; each has its own shape as well as its colour. */
export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

const shapes: Readonly<Record<NoticeKind, string>> = { info: 'i', success: '✓', warning: '!', error: '×' };

interface NoticeProps {
  kind?: NoticeKind;
  title?: string;
  children?: ReactNode;
  /** Buttons below the text. */
  actions?: ReactNode;
  /** true = read out at once (something went wrong after an action). */
  urgent?: boolean;
}

/** A message within a page. */
export function Notice({ kind = 'info', title, children, actions, urgent }: NoticeProps): ReactElement {
  return (
    <div className={`notice notice-${kind}`} {...(urgent ? { role: 'alert' } : {})}>
      <span className="notice-shape" aria-hidden="true">
        {shapes[kind]}
      </span>
      <div className="notice-text">
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
        {actions ? <div className="notice-actions">{actions}</div> : null}
      </div>
    </div>
  );
}
