import { useState } from 'react';
import type { ReactElement } from 'react';
import type { RoomProposal } from '#libs/api-schema';
import { Button, Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ConsentRound } from './consent-round.js';
import { useTheRoom } from './room-context.js';
import { TextEntry } from './text-entry.js';

const tones: Readonly<Record<RoomProposal['state'], StatusTone>> = {
  proposed: 'neutral',
  'in-round': 'waiting',
  adopted: 'good',
  blocked: 'attention',
  withdrawn: 'ended',
};

/** One proposal: its text, how it stands, its rounds, and what one may do with it. */
export function RoomProposalCard({ proposal }: { proposal: RoomProposal }): ReactElement {
  const t = useText();
  const { you, send } = useTheRoom();
  const [isAmending, setIsAmending] = useState(false);
  const { proposalId, text, state, by } = proposal;
  const round = proposal.rounds.at(-1);
  const edits = (you.chair || by.personId === you.personId) && (state === 'proposed' || state === 'blocked');
  const stop = (): void => {
    setIsAmending(false);
  };
  return (
    <article className={`room-proposal room-proposal-${state}`}>
      <p className="room-proposal-text">{text}</p>
      <p className="room-proposal-facts">
        <Status tone={tones[state]}>{t(`meetings.proposalState.${state}`)}</Status>
        <span className="meetings-soft">{t('meetings.room.proposedBy', { name: by.name })}</span>
      </p>
      {state === 'blocked' ? <p>{t('meetings.room.blocked')}</p> : null}
      {round === undefined || state === 'proposed' ? null : (
        <ConsentRound proposal={proposal} round={round} />
      )}
      {isAmending && edits ? (
        <TextEntry
          label={t('meetings.room.amend')}
          action={t('meetings.room.amendSave')}
          draft={`amend ${proposalId}`}
          initial={text}
          onSend={async (amended) => {
            await send({ type: 'amend-proposal', proposalId, text: amended });
            stop();
          }}
          onCancel={stop}
        />
      ) : (
        <ProposalTools
          proposal={proposal}
          onAmend={
            edits
              ? () => {
                  setIsAmending(true);
                }
              : null
          }
        />
      )}
    </article>
  );
}

interface ToolsProps {
  proposal: RoomProposal;
  /** null = the person may not change it now. */
  onAmend: (() => void) | null;
}

function ProposalTools({ proposal, onAmend }: ToolsProps): ReactElement | null {
  const t = useText();
  const { you, state: room, tell } = useTheRoom();
  const { proposalId, state, rounds } = proposal;
  const isAnyRoundOpen = room.proposals.some((one) => one.state === 'in-round');
  const objections =
    rounds.at(-1)?.answers.filter((one) => one.answer === 'objection' && !one.withdrawn) ?? [];
  const mayBegin =
    you.chair &&
    !isAnyRoundOpen &&
    (state === 'proposed' || (state === 'blocked' && objections.length === 0));
  if (!mayBegin && onAmend === null) return null;
  return (
    <div className="room-tools">
      {mayBegin ? (
        <Button
          onClick={() => {
            tell({ type: 'open-round', proposalId });
          }}
        >
          {t(rounds.length === 0 ? 'meetings.room.openRound' : 'meetings.room.openNewRound')}
        </Button>
      ) : null}
      {onAmend === null ? null : (
        <>
          <Button kind="secondary" onClick={onAmend}>
            {t('meetings.room.amend')}
          </Button>
          <Button
            kind="tertiary"
            onClick={() => {
              tell({ type: 'withdraw-proposal', proposalId });
            }}
          >
            {t('meetings.room.withdraw')}
          </Button>
        </>
      )}
    </div>
  );
}
