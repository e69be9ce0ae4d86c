import type { ReactElement } from 'react';
import { keepWebhook } from '#libs/api-schema';
import { CheckboxGroupField, Form, TextField } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useText } from '../../../language/use-text.js';
import { typeWords } from '../../history/event-words.js';

interface Values {
  name: string;
  url: string;
  types?: string[];
}

interface WebhookFormProps<Answer> {
  values: Values;
  /** The types of events there are to choose among. */
  types: readonly string[];
  saveLabel: string;
  onSave: (values: Values) => Promise<Answer>;
  onSaved: (answer: Answer) => void;
  onCancel: () => void;
}

/** Name, address and kinds of events of a webhook. */
export function WebhookForm<Answer>(props: WebhookFormProps<Answer>): ReactElement {
  const { values, types, saveLabel, onSave, onSaved, onCancel } = props;
  const t = useText();
  const { language } = useLanguage();
  // In the order of the types, so that what belongs together stands together.
  const options = [...types].sort().map((value) => ({ value, label: typeWords(value, language) }));
  return (
    <Form
      schema={keepWebhook}
      defaultValues={values}
      saveLabel={saveLabel}
      onSave={onSave}
      onSaved={onSaved}
      onCancel={onCancel}
    >
      <TextField name="name" label={t('integrations.webhookName')} required />
      <TextField
        name="url"
        type="url"
        label={t('integrations.url')}
        hint={t('integrations.urlHint')}
        required
      />
      <CheckboxGroupField
        name="types"
        label={t('integrations.types')}
        hint={t('integrations.typesHint')}
        options={options}
      />
    </Form>
  );
}
