import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.js';
import { Button } from './button.js';
import type { ButtonKind } from './button.js';
import { Dialog } from './dialog.js';
import { Notice } from './notice.js';
import { problemText } from './problem-notice.js';

interface ConfirmButtonProps {
  /** On the button, and again on the button that does it. */
  label: string;
  title: string;
  /** Exactly what goes, and what stays. */
  children: ReactNode;
  onConfirm: () => Promise<unknown>;
  kind?: ButtonKind;
}

/** A button that first says exactly what will go. An error keeps the dialog open and is shown there. */
export function ConfirmButton(props: ConfirmButtonProps): ReactElement {
  const { label, title, children, onConfirm, kind = 'secondary' } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = (): void => {
    setOpen(false);
    setError(null);
  };
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        kind={kind}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog
        open={open}
        title={title}
        onClose={close}
        actions={
          <>
            <Button kind="warning" busy={busy} onClick={() => void confirm()}>
              {label}
            </Button>
            <Button kind="secondary" onClick={close}>
              {t('kit.cancel')}
            </Button>
          </>
        }
      >
        {children}
        {error ? (
          <Notice kind="error" urgent>
            <p>{problemText(error, t)}</p>
          </Notice>
        ) : null}
      </Dialog>
    </>
  );
}
