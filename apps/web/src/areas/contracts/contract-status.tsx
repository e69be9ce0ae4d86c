import type { ReactElement } from 'react';
import type { ContractStatus } from '#libs/api-schema';
import { Status, type StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

const tones: Readonly<Record<ContractStatus, StatusTone>> = {
  draft: 'neutral',
  sent: 'waiting',
  signed: 'attention',
  active: 'good',
  expired: 'ended',
  ended: 'ended',
  withdrawn: 'ended',
  void: 'ended',
};

/** Where a contract is, in a word and a shape. */
export function ContractStatusMark({ status }: { status: ContractStatus }): ReactElement {
  const t = useText();
  return <Status tone={tones[status]}>{t(`contracts.status.${status}`)}</Status>;
}

const mailTones = {
  pending: 'waiting',
  sending: 'waiting',
  sent: 'good',
  uncertain: 'attention',
  failed: 'bad',
  on_screen: 'neutral',
  dropped: 'ended',
} as const satisfies Record<string, StatusTone>;

/** True states of a mail. */
export type MailState = keyof typeof mailTones;

/** Whether a text is a state of a mail that this page knows. */
export function isMailState(state: string | null): state is MailState {
  return state !== null && state in mailTones;
}

/** The true state of a mail: "sent" only when the mail server took it. */
export function MailStateMark({ state }: { state: string | null }): ReactElement | null {
  const t = useText();
  return isMailState(state) ? <Status tone={mailTones[state]}>{t(`contracts.mail.${state}`)}</Status> : null;
}
