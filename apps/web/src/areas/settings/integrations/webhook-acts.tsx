import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { webhookSecret } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useSend } from '../../../api/use-api.js';
import { Button, ConfirmButton, Dialog, problemText, useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { integrationPaths as paths } from './paths.js';
import { SecretOnce } from './secret-once.js';
import type { Webhook } from './webhook-words.js';

const acts = {
  test: '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/test',
  pause: '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/pause',
  resume: '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/resume',
} as const;

/** Does one thing to a webhook and says so; a refusal is said as well. */
export function useWebhookAct(
  act: keyof typeof acts,
  done: string,
): { run: (webhookId: string, body?: object) => Promise<void>; isPending: boolean } {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const send = useSend('POST', acts[act]);
  return {
    isPending: send.isPending,
    run: async (webhookId, body = {}) => {
      try {
        await send.mutateAsync({ path: { allianceId: id, webhookId }, body });
        toast({ text: done });
      } catch (error) {
        toast({ text: problemText(error, t) });
      }
    },
  };
}

/** Starts a webhook again: with everything, or from now. */
export function ResumeWebhook({ webhook }: { webhook: Webhook }): ReactElement {
  const t = useText();
  const [open, setOpen] = useState(false);
  const resume = useWebhookAct('resume', t('integrations.resumed'));
  const run = async (catchUp: boolean): Promise<void> => {
    await resume.run(webhook.id, { catchUp });
    setOpen(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('integrations.resume')}
      </Button>
      <Dialog
        open={open}
        title={t('integrations.resumeTitle')}
        onClose={() => {
          setOpen(false);
        }}
        actions={
          <>
            <Button busy={resume.isPending} onClick={() => void run(true)}>
              {t('integrations.resumeAll')}
            </Button>
            <Button kind="secondary" busy={resume.isPending} onClick={() => void run(false)}>
              {t('integrations.resumeNow')}
            </Button>
          </>
        }
      >
        <p>{t('integrations.resumeText')}</p>
      </Dialog>
    </>
  );
}

/** Gives a webhook a new secret, and shows it once. */
export function RotateSecret({ webhook }: { webhook: Webhook }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useSend<z.infer<typeof webhookSecret>>(
    'POST',
    '/api/v1/alliances/{allianceId}/webhooks/{webhookId}/secret',
    {
      freshens: [paths.webhooks],
      onDone: (made) => {
        setSecret(made.secret);
      },
    },
  );
  return (
    <>
      <ConfirmButton
        label={t('integrations.rotate')}
        title={t('integrations.rotate')}
        onConfirm={() => rotate.mutateAsync({ path: { allianceId: id, webhookId: webhook.id }, body: {} })}
      >
        <p>{t('integrations.rotateText')}</p>
      </ConfirmButton>
      <SecretOnce
        secret={secret}
        title={t('integrations.theSecret')}
        onClose={() => {
          setSecret(null);
        }}
      />
    </>
  );
}

/** Takes a webhook away. */
export function RemoveWebhook({
  webhook,
  onRemoved,
}: {
  webhook: Webhook;
  onRemoved: () => void;
}): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const remove = useSend('DELETE', paths.webhook, { freshens: [paths.webhooks] });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('integrations.remove')}
      title={t('integrations.removeTitle', { name: webhook.name })}
      onConfirm={async () => {
        await remove.mutateAsync({ path: { allianceId: id, webhookId: webhook.id } });
        toast({ text: t('integrations.removed') });
        onRemoved();
      }}
    >
      <p>{t('integrations.removeText', { host: new URL(webhook.url).host })}</p>
    </ConfirmButton>
  );
}
