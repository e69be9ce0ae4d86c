import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Dialog, Notice } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import './integrations.css';

interface SecretOnceProps {
  /** What is shown; null = nothing to show. */
  secret: string | null;
  title: string;
  onClose: () => void;
  children?: ReactNode;
}

/** A secret on the one occasion on which it is shown: to be copied, and then gone. */
export function SecretOnce({ secret, title, onClose, children }: SecretOnceProps): ReactElement {
  const t = useText();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret ?? '');
    setCopied(true);
  };
  return (
    <Dialog
      open={secret !== null}
      title={title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('integrations.saved')}</Button>}
    >
      <Notice kind="warning" title={t('integrations.secretTitle')}>
        <p>{t('integrations.secretText')}</p>
      </Notice>
      <label htmlFor={id} className="form-label">
        {title}
      </label>
      <div className="integrations-secret">
        <input
          id={id}
          className="form-input"
          readOnly
          value={secret ?? ''}
          onFocus={(event) => {
            event.target.select();
          }}
        />
        <Button kind="secondary" onClick={() => void copy()}>
          {t(copied ? 'integrations.copied' : 'integrations.copy')}
        </Button>
      </div>
      {children}
    </Dialog>
  );
}
