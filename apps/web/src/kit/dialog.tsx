import { useEffect, useId, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.js';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot; the first is the main one. */
  actions?: ReactNode;
}

/**
 * After a dialog: the browser gives focus back to what opened it. Where that has gone (the contract is signed, the button
 * with it) focus goes to the page's heading, so that whoever works by keyboard or ear does not fall out of the page.
 */
function keepFocusOnPage(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body || document.querySelector('dialog[open]') !== null) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
}

/** A dialog on the browser's own element: focus stays within, Escape closes, focus returns. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps): ReactElement {
  const t = useText();
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  useEffect(() => {
    return open ? keepFocusOnPage : undefined;
  }, [open]);
  return (
    <dialog ref={box} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      {open ? (
        <>
          <div className="dialog-top">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="dialog-close" aria-label={t('kit.close')} onClick={onClose}>
              ×
            </button>
          </div>
          <div className="dialog-body">{children}</div>
          {actions ? <div className="dialog-actions">{actions}</div> : null}
        </>
      ) : null}
    </dialog>
  );
}
