import { useId } from 'react';
import type { ReactElement } from 'react';
import { Button, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

interface LinkOnceProps {
  link: string;
  onDone: () => void;
}

/** A link that is shown this once, to copy and pass on. */
export function LinkOnce({ link, onDone }: LinkOnceProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const id = useId();
  return (
    <>
      <p>{t('people.linkText')}</p>
      <label className="field-label" htmlFor={id}>
        {t('people.link')}
      </label>
      <input
        id={id}
        className="form-input people-link"
        readOnly
        value={link}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <div className="form-actions">
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(link).then(() => {
              toast({ text: t('people.copied') });
            });
          }}
        >
          {t('people.copy')}
        </Button>
        <Button kind="secondary" onClick={onDone}>
          {t('people.done')}
        </Button>
      </div>
    </>
  );
}
