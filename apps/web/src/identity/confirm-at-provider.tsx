import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { stepUpState } from '#libs/api-schema';
import { callApi } from '../api/client.js';
import { apiQuery } from '../api/use-api.js';
import { Button, problemText } from '../kit/index.js';
import type { ButtonKind } from '../kit/index.js';
import { useLanguage } from '../language/language-provider.js';
import { useText } from '../language/use-text.js';

/** Where the session stands, and how it can be confirmed. */
export type StepUpState = z.infer<typeof stepUpState>;
/** The address of {@link StepUpState}. */
export const stepUpPath = '/api/v1/me/step-up';

/** Somebody is at their identity provider, in another window. */
interface Waiting {
  url: string;
  /** Until when the session counted as confirmed before. */
  before: string | null;
  isOpen: boolean;
}

const lookEvery = 2_000;

interface ConfirmAtProviderProps {
  provider: NonNullable<StepUpState['provider']>;
  kind: ButtonKind;
  onDone: () => void;
  onProblem: (text: string | null) => void;
}

/**
 * Confirms who one is at the identity provider the session came through: in a window of its own, so that nothing typed
 * here is lost. Whether it has happened is asked of the server: the two windows may not speak to each other.
 */
export function ConfirmAtProvider({
  provider,
  kind,
  onDone,
  onProblem,
}: ConfirmAtProviderProps): ReactElement {
  const t = useText();
  const queries = useQueryClient();
  const { language } = useLanguage();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [busy, setBusy] = useState(false);
  useConfirmedElsewhere(waiting, onDone);
  const go = async (): Promise<void> => {
    onProblem(null);
    setBusy(true);
    // Before anything is waited for: browsers open windows only for somebody who has just pressed something.
    const opened = window.open('', '_blank', 'popup,width=520,height=720');
    try {
      const { confirmedUntil: before } = await queries.query(apiQuery<StepUpState>(stepUpPath));
      const to = location.pathname + location.search;
      const { url } = await callApi<{ url: string }>('POST', `${stepUpPath}/provider`, { body: { to } });
      if (opened !== null) opened.location.href = url;
      setWaiting({ url, before, isOpen: opened !== null });
    } catch (error) {
      opened?.close();
      onProblem(problemText(error, t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button kind={kind} busy={busy} onClick={() => void go()}>
        {t('identity.atProvider', { name: provider.name[language] })}
      </Button>
      {waiting === null ? null : (
        <p role="status">
          {t(waiting.isOpen ? 'identity.waiting' : 'identity.blocked')}
          {waiting.isOpen ? null : (
            <>
              {' '}
              <a href={waiting.url} target="_blank" rel="noreferrer">
                {t('identity.openWindow')}
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** Calls back when the session has been confirmed since somebody went to their provider. */
function useConfirmedElsewhere(waiting: Waiting | null, onDone: () => void): void {
  const { data } = useQuery({
    ...apiQuery<StepUpState>(stepUpPath),
    enabled: waiting !== null,
    refetchInterval: lookEvery,
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
  });
  const until = data?.confirmedUntil ?? null;
  const isDone = waiting !== null && until !== null && until !== waiting.before;
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
}
