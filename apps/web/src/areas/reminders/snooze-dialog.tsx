import type { ReactElement } from 'react';
import { snoozeReminder } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { DateField, Dialog, Form, useToast } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { addresses } from './reminder-types.js';
import type { Reminder } from './reminder-types.js';

interface SnoozeDialogProps {
  reminder: Reminder | null;
  onClose: () => void;
}

/** Asks until which day a reminder is put off. */
export function SnoozeDialog({ reminder, onClose }: SnoozeDialogProps): ReactElement {
  const t = useText();
  const formats = useFormats();
  const toast = useToast();
  const { language } = useLanguage();
  const { id: allianceId } = useAlliance();
  const snooze = useSend('POST', addresses.snooze);
  return (
    <Dialog open={reminder !== null} title={t('reminders.snoozeTitle')} onClose={onClose}>
      {reminder ? (
        <>
          <p>{reminder.title[language]}</p>
          <Form
            schema={snoozeReminder}
            saveLabel={t('reminders.snooze')}
            onCancel={onClose}
            onSave={async (values) => {
              const path = { allianceId, reminderId: reminder.id };
              await snooze.mutateAsync({ path, body: values, version: reminder.version });
              return values.until;
            }}
            onSaved={(until) => {
              toast({ text: t('reminders.snoozed', { date: formats.date(until) }) });
              onClose();
            }}
          >
            <DateField name="until" label={t('reminders.snoozeUntil')} required />
          </Form>
        </>
      ) : null}
    </Dialog>
  );
}
