import type { ReactElement } from 'react';
import { useAlliance } from '../../../api/session.js';
import { useSend } from '../../../api/use-api.js';
import { Dialog, useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { integrationPaths as paths } from './paths.js';
import { WebhookForm } from './webhook-form.js';
import type { Webhook } from './webhook-words.js';

interface EditWebhookProps {
  webhook: Webhook;
  types: readonly string[];
  open: boolean;
  onClose: () => void;
}

/** Changes a webhook in a dialog, on the version one has seen. */
export function EditWebhook({ webhook, types, open, onClose }: EditWebhookProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const save = useSend('PUT', paths.webhook, { freshens: [paths.webhooks] });
  return (
    <Dialog open={open} title={t('integrations.editTitle')} onClose={onClose}>
      <WebhookForm
        values={{ name: webhook.name, url: webhook.url, types: webhook.types }}
        types={types}
        saveLabel={t('integrations.edit')}
        onSave={(values) =>
          save.mutateAsync({
            path: { allianceId: id, webhookId: webhook.id },
            body: values,
            version: webhook.version,
          })
        }
        onSaved={() => {
          onClose();
          toast({ text: t('integrations.changed') });
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
