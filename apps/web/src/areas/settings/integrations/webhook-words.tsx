import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { webhook, webhookMessage } from '#libs/api-schema';
import { Status } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';

/** A webhook as the API answers it. */
export type Webhook = z.infer<typeof webhook>;
/** A message as the API answers it. */
export type Message = z.infer<typeof webhookMessage>;

/** How a webhook is. */
export function WebhookState({
  webhook: { state, pauseReason, failingSince },
}: {
  webhook: Webhook;
}): ReactElement {
  const t = useText();
  const f = useFormats();
  if (state === 'paused')
    return (
      <Status tone={pauseReason === 'person' ? 'waiting' : 'bad'}>
        {pauseReason === null ? t('integrations.state.paused') : t(`integrations.pauseReason.${pauseReason}`)}
      </Status>
    );
  if (failingSince !== null)
    return <Status tone="attention">{t('integrations.failing', { at: f.dateTime(failingSince) })}</Status>;
  return <Status tone="good">{t('integrations.state.active')}</Status>;
}

/** How a message is. */
export function MessageState({ state }: { state: Message['state'] }): ReactElement {
  const t = useText();
  const tone = { pending: 'waiting', delivered: 'good', failed: 'bad' } as const;
  return <Status tone={tone[state]}>{t(`integrations.messageState.${state}`)}</Status>;
}

const faults = [
  'timeout',
  'unreachable',
  'tls',
  'cut-off',
  'skipped',
  'outgoing/internal-address',
  'outgoing/not-https',
  'outgoing/unknown-host',
  'outgoing/unusable-address',
] as const;
type Fault = (typeof faults)[number];

function isFault(fault: string): fault is Fault {
  return (faults as readonly string[]).includes(fault);
}

/** What came back, in words: the HTTP status, or why there is none. */
export function useAnswerWords(): (answer: { status: number | null; fault: string | null }) => string {
  const t = useText();
  return ({ status, fault }) => {
    if (status !== null) return `HTTP ${String(status)}`;
    if (fault === null) return '–';
    return isFault(fault) ? t(`integrations.fault.${fault}`) : fault;
  };
}
