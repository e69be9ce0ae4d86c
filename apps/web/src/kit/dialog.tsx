import { useEffect, useId, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.js';
import { focusInDialog, rememberFocus } from './focus-place.js';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot; the first is the main one. */
  actions?: ReactNode;
}

/**
 * A dialog on the browser's own element: it opens with the focus where the work begins, focus stays within, Escape closes,
 * focus returns to what opened it, or near it where that has gone (the contract is signed, the button with it).
 */
export function Dialog({ open, title, onClose, children, actions }: DialogProps): ReactElement {
  const t = useText();
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const giveBack = useRef<(() => void) | null>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return undefined;
    if (!open) {
      dialog.close();
      return undefined;
    }
    if (!dialog.open) {
      giveBack.current = rememberFocus();
      dialog.showModal();
      focusInDialog(dialog);
    }
    // What a dialog waits for comes later; whoever is still at the title is led to it.
    const content = new MutationObserver(() => {
      if (document.activeElement?.id === titleId) focusInDialog(dialog);
    });
    content.observe(dialog, { childList: true, subtree: true });
    return () => {
      content.disconnect();
      requestAnimationFrame(() => giveBack.current?.());
    };
  }, [open, titleId]);
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
