import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement, Ref } from 'react';
import { meetingTextLimits } from '#libs/api-schema';
import { Button, Notice, problemText } from '../../kit/index.js';
import type { ButtonKind } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';

interface EntryProps {
  label: string;
  hint?: string;
  action: string;
  kind?: ButtonKind;
  /** Where the draft is kept until it is sent. */
  draft: string;
  /** What stands there at first. */
  initial?: string;
  onSend: (text: string) => Promise<void>;
  onCancel?: () => void;
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** A text for the room. It stays in its box until the server has said that it is stored. */
export function TextEntry(props: EntryProps): ReactElement {
  const {
    label,
    hint,
    action,
    kind = 'secondary',
    draft,
    initial = '',
    onSend,
    onCancel,
    rows = 2,
    ref,
  } = props;
  const t = useText();
  const id = useId();
  const { drafts } = useTheRoom();
  const [text, setText] = useState(drafts.get(draft) ?? initial);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isMissing, setIsMissing] = useState(false);
  const write = (next: string): void => {
    drafts.set(draft, next);
    setText(next);
    setIsMissing(false);
  };
  const send = async (): Promise<void> => {
    if (isBusy) return;
    if (text.trim() === '') {
      setIsMissing(true);
      document.getElementById(id)?.focus();
      return;
    }
    setIsBusy(true);
    setError(null);
    try {
      await onSend(text.trim());
      drafts.delete(draft);
      setText('');
    } catch (cause) {
      setError(cause);
    } finally {
      setIsBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="room-entry"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        ref={ref}
        id={id}
        className="form-input"
        rows={rows}
        maxLength={meetingTextLimits.text}
        value={text}
        readOnly={isBusy}
        aria-invalid={isMissing}
        aria-describedby={
          `${hint === undefined ? '' : `${id}-hint`} ${isMissing ? `${id}-missing` : ''}`.trim() || undefined
        }
        onChange={(event) => {
          write(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {isMissing ? (
        <p className="form-error-message" id={`${id}-missing`} role="alert">
          {t('meetings.room.writeFirst')}
        </p>
      ) : null}
      {error === null ? null : (
        <Notice kind="error" urgent>
          <p>{problemText(error, t)}</p>
        </Notice>
      )}
      <div className="room-entry-actions">
        <Button type="submit" kind={kind} busy={isBusy}>
          {isBusy ? t('meetings.room.saving') : action}
        </Button>
        {onCancel ? (
          <Button kind="tertiary" onClick={onCancel}>
            {t('kit.cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
