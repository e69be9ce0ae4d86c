import type { ReactElement } from 'react';
import type { ProblemError } from '../../api/problem.js';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, problemText, useToast } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { addresses } from './reminder-types.js';
import type { Reminder } from './reminder-types.js';

interface ReminderChoicesProps {
  reminder: Reminder;
  mayResend: boolean;
  onPutOff: (reminder: Reminder) => void;
}

/** What can be done to one open reminder: send again, put off, close. */
export function ReminderChoices({ reminder, mayResend, onPutOff }: ReminderChoicesProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const { language } = useLanguage();
  const title = reminder.title[language];
  const done = useSend('POST', addresses.done);
  const resend = useSend('POST', addresses.resend);
  const told = (text: string) => ({
    onSuccess: () => {
      toast({ text });
    },
    onError: (error: ProblemError) => {
      toast({ text: problemText(error, t) });
    },
  });
  const { deliveryId } = reminder;
  const undelivered = reminder.state === 'uncertain' || reminder.state === 'failed';
  return (
    <div className="reminders-choices">
      {mayResend && undelivered && deliveryId !== null ? (
        <Button
          kind="tertiary"
          busy={resend.isPending}
          aria-label={t('reminders.resendOf', { title })}
          onClick={() => {
            resend.mutate({ path: { allianceId, deliveryId }, body: {} }, told(t('reminders.resent')));
          }}
        >
          {t('reminders.resend')}
        </Button>
      ) : null}
      <Button
        kind="tertiary"
        aria-label={t('reminders.snoozeOf', { title })}
        onClick={() => {
          onPutOff(reminder);
        }}
      >
        {t('reminders.snooze')}
      </Button>
      <Button
        kind="tertiary"
        busy={done.isPending}
        aria-label={t('reminders.doneOf', { title })}
        onClick={() => {
          const path = { allianceId, reminderId: reminder.id };
          done.mutate({ path, body: {}, version: reminder.version }, told(t('reminders.doneSaid')));
        }}
      >
        {t('reminders.done')}
      </Button>
    </div>
  );
}
