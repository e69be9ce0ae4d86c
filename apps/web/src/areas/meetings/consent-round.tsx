import { useState } from 'react';
import type { ReactElement } from 'react';
import type { RoomProposal, RoomRound } from '#libs/api-schema';
import { Button, ConfirmButton, Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ConsentForm } from './consent-form.js';
import { useTheRoom } from './room-context.js';

const tones: Readonly<Record<'consent' | 'concern' | 'objection', StatusTone>> = {
  consent: 'good',
  concern: 'attention',
  objection: 'bad',
};

/** A consent round: who answered what, one's own answer, and the chair's way to close it. */
export function ConsentRound({
  proposal,
  round,
}: {
  proposal: RoomProposal;
  round: RoomRound;
}): ReactElement {
  const t = useText();
  const { you, tell } = useTheRoom();
  const [isChanging, setIsChanging] = useState(false);
  const own = round.answers.find((one) => one.personId === you.personId);
  const answers = round.isOpen && you.voice;
  const objects = proposal.state === 'blocked' && own?.answer === 'objection' && !own.withdrawn;
  return (
    <div className="room-round">
      <h4>{t('meetings.room.round', { number: round.number })}</h4>
      {answers && (own === undefined || isChanging) ? (
        <ConsentForm
          round={round}
          own={own}
          onAnswered={() => {
            setIsChanging(false);
          }}
        />
      ) : null}
      <RoundAnswers round={round} />
      <div className="room-tools">
        {answers && own !== undefined && !isChanging ? (
          <Button
            kind="tertiary"
            onClick={() => {
              setIsChanging(true);
            }}
          >
            {t('meetings.room.answerChange')}
          </Button>
        ) : null}
        {objects ? (
          <Button
            kind="secondary"
            onClick={() => {
              tell({ type: 'withdraw-objection', roundId: round.roundId });
            }}
          >
            {t('meetings.room.withdrawObjection')}
          </Button>
        ) : null}
        {round.isOpen && you.chair ? <CloseRound round={round} /> : null}
      </div>
    </div>
  );
}

function RoundAnswers({ round }: { round: RoomRound }): ReactElement {
  const t = useText();
  const { answers, asked, isOpen, unanswered } = round;
  const answered = new Set(answers.map((one) => one.personId));
  const silent = isOpen ? asked.filter((one) => !answered.has(one.personId)) : unanswered;
  return (
    <>
      <p aria-live="polite">
        {t('meetings.room.answered', { answered: answers.length, asked: answers.length + silent.length })}
      </p>
      <ul className="bare-list no-max-width room-answers">
        {answers.map((one) => (
          <li key={one.personId}>
            <span>{one.name}</span>
            <Status tone={one.withdrawn ? 'ended' : tones[one.answer]}>
              {one.withdrawn ? t('meetings.room.objectionWithdrawn') : t(`meetings.answer.${one.answer}`)}
            </Status>
            {one.reason === null ? null : <span className="room-reason">{one.reason}</span>}
          </li>
        ))}
        {silent.map((one) => (
          <li key={one.personId}>
            <span>{one.name}</span>
            <Status tone="neutral">{t('meetings.room.notAnswered')}</Status>
          </li>
        ))}
      </ul>
    </>
  );
}

function CloseRound({ round }: { round: RoomRound }): ReactElement {
  const t = useText();
  const { send, tell } = useTheRoom();
  const answered = new Set(round.answers.map((one) => one.personId));
  const silent = round.asked.filter((one) => !answered.has(one.personId));
  const isBlocked = round.answers.some((one) => one.answer === 'objection');
  const close = { type: 'close-round', roundId: round.roundId } as const;
  if (silent.length === 0 || isBlocked || round.answers.length === 0)
    return (
      <Button
        onClick={() => {
          tell(close);
        }}
      >
        {t('meetings.room.closeRound')}
      </Button>
    );
  return (
    <ConfirmButton
      label={t('meetings.room.closeRound')}
      title={t('meetings.room.closeRoundTitle')}
      onConfirm={() => send({ ...close, leaveOutUnanswered: true })}
    >
      <p>{t('meetings.room.closeRoundText', { names: silent.map((one) => one.name).join(', ') })}</p>
    </ConfirmButton>
  );
}
