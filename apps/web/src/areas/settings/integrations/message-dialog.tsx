import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { webhookMessageDetail } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useApi, useSend } from '../../../api/use-api.js';
import { Button, Dialog, Loaded, problemText, Table, useToast } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { type Message, useAnswerWords, type Webhook } from './webhook-words.js';

type Detail = z.infer<typeof webhookMessageDetail>;
type Try = Detail['tries'][number];

interface MessageDialogProps {
  webhook: Webhook;
  /** null = closed */
  message: Message | null;
  onClose: () => void;
}

/** One message: what is sent, every try, and sending it again. */
export function MessageDialog({ webhook, message, onClose }: MessageDialogProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const replay = useSend(
    'POST',
    '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/messages/{messageId}/replay',
  );
  const again = async (messageId: string): Promise<void> => {
    try {
      await replay.mutateAsync({ path: { allianceId: id, webhookId: webhook.id, messageId }, body: {} });
      toast({ text: t('integrations.replayed') });
      onClose();
    } catch (error) {
      toast({ text: problemText(error, t) });
    }
  };
  const mayReplay = message !== null && message.state !== 'pending' && webhook.state === 'active';
  return (
    <Dialog
      open={message !== null}
      title={t('integrations.message')}
      onClose={onClose}
      actions={
        mayReplay ? (
          <Button kind="secondary" busy={replay.isPending} onClick={() => void again(message.id)}>
            {t('integrations.replay')}
          </Button>
        ) : null
      }
    >
      {message === null ? null : <MessageText webhookId={webhook.id} messageId={message.id} />}
    </Dialog>
  );
}

function MessageText({ webhookId, messageId }: { webhookId: string; messageId: string }): ReactElement {
  const t = useText();
  const f = useFormats();
  const answer = useAnswerWords();
  const { id } = useAlliance();
  const query = useApi<Detail>('/api/v1/alliances/{allianceId}/webhooks/{webhookId}/messages/{messageId}', {
    path: { allianceId: id, webhookId, messageId },
  });
  const columns: Column<Try>[] = [
    { key: 'when', header: t('integrations.when'), isName: true, cell: (one) => f.dateTime(one.attemptedAt) },
    { key: 'status', header: t('integrations.state'), cell: answer },
    {
      key: 'took',
      header: t('integrations.duration'),
      align: 'end',
      cell: (one) => t('integrations.took', { ms: one.tookMs }),
    },
    {
      key: 'answer',
      header: t('integrations.answer'),
      cell: (one) =>
        one.answer || t(one.status === null ? 'integrations.noAnswer' : 'integrations.emptyAnswer'),
    },
  ];
  return (
    <Loaded query={query}>
      {({ body, tries }) => (
        <>
          <h3 className="integrations-heading">{t('integrations.sent')}</h3>
          <pre className="integrations-code">{JSON.stringify(JSON.parse(body), null, 2)}</pre>
          {tries.length === 0 ? null : (
            <Table
              name={t('integrations.tries')}
              columns={columns}
              rows={tries}
              rowKey={(one) => one.attemptedAt}
            />
          )}
        </>
      )}
    </Loaded>
  );
}
