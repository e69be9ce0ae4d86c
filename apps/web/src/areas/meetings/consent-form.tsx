import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { ConsentAnswer, RoomRound, RoundAnswer } from '#libs/api-schema';
import { consentAnswers, meetingTextLimits } from '#libs/api-schema';
import { Button, Notice, problemText } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';

const labels = {
  consent: 'meetings.room.answerConsent',
  concern: 'meetings.room.answerConcern',
  objection: 'meetings.room.answerObjection',
} as const;

interface FormProps {
  round: RoomRound;
  own: RoundAnswer | undefined;
  onAnswered: () => void;
}

/** One's own answer in a round. */
export function ConsentForm({ round, own, onAnswered }: FormProps): ReactElement {
  const t = useText();
  const id = useId();
  const { send } = useTheRoom();
  const [answer, setAnswer] = useState<ConsentAnswer | null>(own?.answer ?? null);
  const [reason, setReason] = useState(own?.reason ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (): Promise<void> => {
    if (answer === null || isBusy) return;
    setIsBusy(true);
    setError(null);
    const given = answer === 'consent' || reason.trim() === '' ? null : reason.trim();
    try {
      await send({ type: 'answer-round', roundId: round.roundId, answer, reason: given });
      onAnswered();
    } catch (cause) {
      setError(cause);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form
      className="room-answer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset>
        <legend>{t('meetings.room.yourAnswer')}</legend>
        <p className="field-hint">{t('meetings.room.roundHelp')}</p>
        {consentAnswers.map((value) => (
          <div key={value} className="choice">
            <input
              type="radio"
              name={`${id}-answer`}
              id={`${id}-${value}`}
              checked={answer === value}
              onChange={() => {
                setAnswer(value);
              }}
            />
            <label htmlFor={`${id}-${value}`}>{t(labels[value])}</label>
          </div>
        ))}
      </fieldset>
      {answer === 'concern' || answer === 'objection' ? (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-reason`}>
            {t('meetings.room.reason')}
          </label>
          <p className="field-hint" id={`${id}-hint`}>
            {t('meetings.room.reasonHint')}
          </p>
          <textarea
            id={`${id}-reason`}
            className="form-input"
            rows={2}
            maxLength={meetingTextLimits.reason}
            aria-describedby={`${id}-hint`}
            required={answer === 'objection'}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </div>
      ) : null}
      {error === null ? null : (
        <Notice kind="error" urgent>
          <p>{problemText(error, t)}</p>
        </Notice>
      )}
      <Button type="submit" busy={isBusy} disabled={answer === null}>
        {isBusy ? t('meetings.room.saving') : t('meetings.room.answer')}
      </Button>
    </form>
  );
}
