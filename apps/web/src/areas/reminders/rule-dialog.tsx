import type { ReactElement } from 'react';
import { changeReminderRule } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { CheckboxField, Dialog, Form, NumberField, useToast } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { addresses } from './reminder-types.js';
import type { Rule } from './reminder-types.js';

/** Changes whether and after how many days one kind of thing is reminded of. */
export function RuleDialog({ rule, onClose }: { rule: Rule | null; onClose: () => void }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { language } = useLanguage();
  const { id: allianceId } = useAlliance();
  const save = useSend('PUT', addresses.rule, { freshens: [addresses.rules] });
  return (
    <Dialog open={rule !== null} title={rule?.label[language] ?? ''} onClose={onClose}>
      {rule ? (
        <Form
          schema={changeReminderRule}
          defaultValues={{ enabled: rule.enabled, afterDays: rule.afterDays }}
          onCancel={onClose}
          onSave={(values) =>
            save.mutateAsync({ path: { allianceId, kind: rule.kind }, body: values, version: rule.version })
          }
          onSaved={() => {
            toast({ text: t('reminders.ruleSaved') });
            onClose();
          }}
        >
          <CheckboxField name="enabled" label={t('reminders.ruleEnabled')} />
          <NumberField
            name="afterDays"
            label={t('reminders.ruleDays')}
            hint={rule.counts[language]}
            unit={t('reminders.days')}
            whole
            required
          />
        </Form>
      ) : null}
    </Dialog>
  );
}
