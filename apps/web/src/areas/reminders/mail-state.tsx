import type { ReactElement } from 'react';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import type { Reminder } from './reminder-types.js';

type Shown = Reminder['state'] | 'snoozed';

const tones: Readonly<Record<Shown, StatusTone>> = {
  pending: 'waiting',
  snoozed: 'waiting',
  sending: 'waiting',
  sent: 'good',
  uncertain: 'attention',
  failed: 'bad',
  on_screen: 'neutral',
  dropped: 'ended',
};

/** The word for a reminder's mail, for screen and export. */
export function shownState(reminder: Pick<Reminder, 'state' | 'snoozed'>): Shown {
  return reminder.state === 'pending' && reminder.snoozed ? 'snoozed' : reminder.state;
}

/** What is known of a reminder's mail: a word, and what it means for this one. */
export function MailState({ reminder }: { reminder: Reminder }): ReactElement {
  const t = useText();
  const shown = shownState(reminder);
  const explanation = useExplanation(reminder);
  return (
    <div className="reminders-mail">
      <Status tone={tones[shown]}>{t(`reminders.state.${shown}`)}</Status>
      {explanation ? <p className="reminders-explain">{explanation}</p> : null}
    </div>
  );
}

function useExplanation(reminder: Reminder): string | null {
  const t = useText();
  const formats = useFormats();
  const { closedAt, closedAs, sendAt, settledAt, code } = reminder;
  const why = useWhy(code);
  const shown = shownState(reminder);
  if (closedAt !== null && closedAs !== null)
    return t(`reminders.closedAs.${closedAs}`, { at: formats.dateTime(closedAt) });
  switch (shown) {
    case 'pending':
      return why ?? t('reminders.explain.pending', { at: formats.dateTime(sendAt) });
    case 'snoozed':
      return t('reminders.explain.snoozed', { at: formats.date(sendAt) });
    case 'sent':
      return settledAt === null ? null : t('reminders.explain.sent', { at: formats.dateTime(settledAt) });
    case 'failed':
      return why;
    case 'uncertain':
    case 'on_screen':
      return t(`reminders.explain.${shown}`);
    case 'sending':
    case 'dropped':
      return null;
  }
}

const words = [
  'bad-address',
  'unreachable',
  'timeout',
  'connection-closed',
  'unknown-host',
  'tls',
  'sign-in',
  'too-large',
  'not-composed',
  'interrupted',
] as const;

/** Why a mail is not sent, in words; the mail server's own reply code as it stands. */
export function useWhy(code: string | null): string | null {
  const t = useText();
  if (code === null) return null;
  const word = words.find((known) => known === code);
  return word === undefined ? t('reminders.code.refused', { code }) : t(`reminders.code.${word}`);
}
