import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import { plainDate, type replayed } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useSend } from '../../../api/use-api.js';
import { Button, DateField, Dialog, Form, useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import type { Webhook } from './webhook-words.js';

const since = z.strictObject({ since: plainDate });

/** Sends everything since a day again. */
export function ReplaySince({ webhook }: { webhook: Webhook }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const [open, setOpen] = useState(false);
  const replay = useSend<z.infer<typeof replayed>>(
    'POST',
    '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/replay',
  );
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        kind="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('integrations.replaySince')}
      </Button>
      <Dialog open={open} title={t('integrations.replaySince')} onClose={close}>
        <p>{t('integrations.replaySinceText')}</p>
        <Form
          schema={since}
          saveLabel={t('integrations.replay')}
          onSave={(values) =>
            replay.mutateAsync({
              path: { allianceId: id, webhookId: webhook.id },
              body: { since: new Date(`${values.since}T00:00:00`).toISOString() },
            })
          }
          onSaved={({ count }) => {
            close();
            toast({ text: t('integrations.replayedSince', { count }) });
          }}
          onCancel={close}
        >
          <DateField name="since" label={t('integrations.since')} required />
        </Form>
      </Dialog>
    </>
  );
}
