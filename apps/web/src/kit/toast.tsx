import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../language/use-text.js';

/** A short message; with `undo`, a button that takes the change back. */
export interface ToastContent {
  text: string;
  undo?: () => void;
}

const plainTime = 6_000;
const undoTime = 20_000;

/** Shows a message for a while; it stays as long as it is pointed at or focused. */
export function Toast({ text, undo, onLeave }: ToastContent & { onLeave: () => void }): ReactElement {
  const t = useText();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onLeave, undo ? undoTime : plainTime);
    return () => {
      clearTimeout(timer);
    };
  }, [held, undo, onLeave]);
  const hold = (next: boolean) => () => {
    setHeld(next);
  };
  return (
    <div
      className="toast-message"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <span>{text}</span>
      {undo ? (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            undo();
            onLeave();
          }}
        >
          {t('kit.undo')}
        </button>
      ) : null}
      <button type="button" className="toast-action" aria-label={t('kit.close')} onClick={onLeave}>
        ×
      </button>
    </div>
  );
}
