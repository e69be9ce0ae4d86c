import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useTheRoom } from './room-context.js';
import { RoomProposalCard } from './room-proposal-card.js';
import { TextEntry } from './text-entry.js';

/** The proposals on an item, and the way to make one. */
export function RoomProposals({ itemId }: { itemId: string }): ReactElement {
  const t = useText();
  const { state, send } = useTheRoom();
  const [isWriting, setIsWriting] = useState(false);
  const proposals = state.proposals.filter((one) => one.itemId === itemId);
  const stop = (): void => {
    setIsWriting(false);
  };
  return (
    <section className="room-part" aria-labelledby="room-proposals">
      <h3 id="room-proposals">{t('meetings.room.proposals')}</h3>
      {proposals.map((proposal) => (
        <RoomProposalCard key={proposal.proposalId} proposal={proposal} />
      ))}
      {isWriting ? (
        <TextEntry
          label={t('meetings.room.proposalLabel')}
          hint={t('meetings.room.proposalHint')}
          action={t('meetings.room.proposeSend')}
          draft={`proposal ${itemId}`}
          onSend={async (text) => {
            await send({ type: 'make-proposal', itemId, text });
            stop();
          }}
          onCancel={stop}
        />
      ) : (
        <Button
          kind="secondary"
          onClick={() => {
            setIsWriting(true);
          }}
        >
          {t('meetings.room.propose')}
        </Button>
      )}
    </section>
  );
}
