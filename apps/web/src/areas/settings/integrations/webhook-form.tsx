import type { ReactElement } from 'react';
import { keepWebhook } from '#libs/api-schema';
import { GroupedCheckboxesField, Form, TextField } from '../../../kit/index.js';
import type { OptionGroup } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useText } from '../../../language/use-text.js';
import { typeWords } from '../../history/event-words.js';
import { partOf, webhookParts } from './webhook-parts.js';

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
  const groups = useGroups(types);
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
      <GroupedCheckboxesField
        name="types"
        label={t('integrations.types')}
        hint={t('integrations.typesHint')}
        groups={groups}
      />
    </Form>
  );
}

function useGroups(types: readonly string[]): OptionGroup[] {
  const t = useText();
  const { language } = useLanguage();
  return webhookParts
    .map((key) => ({
      key,
      title: t(`integrations.part.${key}`),
      options: types
        .filter((type) => partOf(type) === key)
        .map((value) => ({ value, label: typeWords(value, language) })),
    }))
    .filter(({ options }) => options.length > 0);
}
