import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, Notice, problemText, Section, useToast } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { participantPaths } from './participant-paths.js';
import type { DestinationDraft, LoggedDraft, WaitingDraft } from './use-waiting-destinations.js';

function useLine(): (draft: DestinationDraft) => string {
  const t = useText();
  const f = useFormats();
  return ({ who, what, body }) => t('participants.loggedLine', { who, what, from: f.date(body.from) });
}

interface LoggedProps {
  logged: readonly LoggedDraft[];
  onUndone: (id: string) => void;
}

/** What was just saved, each with its way back. */
export function LoggedList({ logged, onUndone }: LoggedProps): ReactElement | null {
  const t = useText();
  if (logged.length === 0) return null;
  return (
    <Section title={t('participants.logged')}>
      <ul className="bare-list">
        {logged.map((one) => (
          <LoggedLine key={one.id} one={one} onUndone={onUndone} />
        ))}
      </ul>
    </Section>
  );
}

function LoggedLine({ one, onUndone }: { one: LoggedDraft; onUndone: (id: string) => void }): ReactElement {
  const t = useText();
  const f = useFormats();
  const toast = useToast();
  const line = useLine();
  const { id: allianceId, slug } = useAlliance();
  const retract = useSend('POST', participantPaths.retract);
  const undo = (): void => {
    retract.mutate(
      { path: { allianceId, spellId: one.id }, body: { reason: t('participants.undoReason') } },
      {
        onSuccess: () => {
          toast({ text: t('participants.undoDone') });
          onUndone(one.id);
        },
        onError: (error) => {
          toast({ text: problemText(error, t) });
        },
      },
    );
  };
  return (
    <li className="participants-line">
      <Link to={`/a/${slug}/unge/${one.draft.participantId}`}>{line(one.draft)}</Link>
      {one.nextReviewOn === null ? null : (
        <small>{t('participants.loggedReview', { date: f.date(one.nextReviewOn) })}</small>
      )}
      {one.ended.length === 0 ? null : (
        <small>{t('participants.loggedEnded', { count: one.ended.length })}</small>
      )}
      <Button kind="tertiary" busy={retract.isPending} onClick={undo}>
        {t('participants.undo')}
      </Button>
    </li>
  );
}

interface WaitingProps {
  waiting: readonly WaitingDraft[];
  onDrop: (key: string) => void;
  onTry: () => void;
}

/** What waits for the connection, and what the server would not have. */
export function WaitingList({ waiting, onDrop, onTry }: WaitingProps): ReactElement | null {
  const t = useText();
  const line = useLine();
  if (waiting.length === 0) return null;
  return (
    <Notice
      kind="warning"
      urgent
      title={t('participants.waiting')}
      actions={
        <Button kind="secondary" onClick={onTry}>
          {t('participants.waitingNow')}
        </Button>
      }
    >
      <p>{t('participants.waitingHelp')}</p>
      <ul className="bare-list">
        {waiting.map(({ draft, refused }) => (
          <li key={draft.key} className="participants-line">
            {line(draft)}
            {refused === null ? null : (
              <>
                <small>{t('participants.waitingRefused', { reason: refused })}</small>
                <Button
                  kind="tertiary"
                  onClick={() => {
                    onDrop(draft.key);
                  }}
                >
                  {t('participants.drop')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
