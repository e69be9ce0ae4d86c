import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { webhooks } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useApi } from '../../../api/use-api.js';
import { Button, Facts, Loaded, Notice, Page, useRouteParams } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { NotFound } from '../../../shell/fallback-pages.js';
import { typeWords } from '../../history/event-words.js';
import { webhookRoute } from '../routes.js';
import { ThingHistory } from '../../history/thing-history.js';
import { EditWebhook } from './edit-webhook.js';
import { MessageLog } from './message-log.js';
import { integrationPaths as paths } from './paths.js';
import { ReplaySince } from './replay-since.js';
import { RemoveWebhook, ResumeWebhook, RotateSecret, useWebhookAct } from './webhook-acts.js';
import { type Webhook, WebhookState } from './webhook-words.js';

type List = z.infer<typeof webhooks>;

/** One webhook: how it is, what can be done with it, and what was sent. */
export function WebhookPage(): ReactElement {
  const { webhookId } = useRouteParams(webhookRoute);
  const { id } = useAlliance();
  const query = useApi<List>(paths.webhooks, { path: { allianceId: id } });
  return (
    <Loaded query={query}>
      {({ items, types }) => {
        const webhook = items.find((item) => item.id === webhookId);
        return webhook === undefined ? <NotFound /> : <OneWebhook webhook={webhook} types={types} />;
      }}
    </Loaded>
  );
}

function OneWebhook({ webhook, types }: { webhook: Webhook; types: readonly string[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { slug } = useAlliance();
  const above = `/a/${slug}/indstillinger/integrationer`;
  const [editing, setEditing] = useState(false);
  const isStopped = webhook.pauseReason === 'administrator';
  return (
    <Page
      title={webhook.name}
      breadcrumbs={[
        { label: t('settings.title'), to: `/a/${slug}/indstillinger` },
        { label: t('integrations.title'), to: above },
      ]}
    >
      <Facts
        rows={[
          [t('integrations.url'), <span className="integrations-url">{webhook.url}</span>],
          [t('integrations.state'), <WebhookState webhook={webhook} />],
          [
            t('integrations.types'),
            webhook.types.length === 0
              ? t('integrations.allTypes')
              : webhook.types.map((type) => typeWords(type, language)).join(' · '),
          ],
          [
            t('integrations.lastDelivered'),
            webhook.lastDeliveredAt === null ? t('integrations.never') : f.dateTime(webhook.lastDeliveredAt),
          ],
        ]}
      />
      {webhook.previousSecretUntil === null ? null : (
        <Notice kind="info">
          <p>{t('integrations.overlap', { at: f.dateTime(webhook.previousSecretUntil) })}</p>
        </Notice>
      )}
      {isStopped ? (
        <Notice kind="warning">
          <p>{t('integrations.onlyAdministrator')}</p>
        </Notice>
      ) : null}
      <div className="integrations-actions">
        {webhook.state === 'active' ? <ActiveActs webhook={webhook} /> : null}
        {webhook.state === 'paused' && !isStopped ? <ResumeWebhook webhook={webhook} /> : null}
        <Button
          kind="secondary"
          onClick={() => {
            setEditing(true);
          }}
        >
          {t('integrations.edit')}
        </Button>
        <RotateSecret webhook={webhook} />
        <RemoveWebhook webhook={webhook} onRemoved={() => void navigate({ to: above })} />
      </div>
      <EditWebhook
        webhook={webhook}
        types={types}
        open={editing}
        onClose={() => {
          setEditing(false);
        }}
      />
      <MessageLog webhook={webhook} />
      <ThingHistory kind="webhook" id={webhook.id} />
    </Page>
  );
}

function ActiveActs({ webhook }: { webhook: Webhook }): ReactElement {
  const t = useText();
  const test = useWebhookAct('test', t('integrations.tested'));
  const pause = useWebhookAct('pause', t('integrations.paused'));
  return (
    <>
      <Button busy={test.isPending} onClick={() => void test.run(webhook.id)}>
        {t('integrations.test')}
      </Button>
      <Button kind="secondary" busy={pause.isPending} onClick={() => void pause.run(webhook.id)}>
        {t('integrations.pause')}
      </Button>
      <ReplaySince webhook={webhook} />
    </>
  );
}
