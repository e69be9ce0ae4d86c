import type { ReactElement } from 'react';
import { changeReminderSettings } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { CheckboxField, Dialog, Form, NumberField, TextField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { addresses } from './reminder-types.js';
import type { Settings } from './reminder-types.js';

interface SettingsDialogProps {
  open: boolean;
  settings: Settings;
  onClose: () => void;
}

/** Changes quiet hours, quiet days and the budget per recipient. */
export function SettingsDialog({ open, settings, onClose }: SettingsDialogProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const save = useSend('PUT', addresses.settings, { freshens: [addresses.rules] });
  const { version, ...values } = settings;
  return (
    <Dialog open={open} title={t('reminders.quiet')} onClose={onClose}>
      <Form
        schema={changeReminderSettings}
        defaultValues={values}
        onCancel={onClose}
        onSave={(body) => save.mutateAsync({ path: { allianceId }, body, version })}
        onSaved={() => {
          toast({ text: t('reminders.settingsSaved') });
          onClose();
        }}
      >
        <TextField name="quietFrom" type="time" label={t('reminders.quietFrom')} width="s" required />
        <TextField name="quietTo" type="time" label={t('reminders.quietTo')} width="s" required />
        <CheckboxField name="quietOnSundays" label={t('reminders.sundays')} />
        <CheckboxField name="quietOnHolidays" label={t('reminders.holidays')} />
        <NumberField
          name="mailsPerDay"
          label={t('reminders.mailsPerDay')}
          unit={t('reminders.mailsUnit')}
          whole
          required
        />
      </Form>
    </Dialog>
  );
}
