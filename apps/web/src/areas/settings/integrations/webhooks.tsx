import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { webhooks, webhookSecret } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useApi, useSend } from '../../../api/use-api.js';
import { Button, Dialog, EmptyState, Loaded, Section, Table } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { integrationPaths as paths } from './paths.js';
import { SecretOnce } from './secret-once.js';
import { WebhookForm } from './webhook-form.js';
import { type Webhook, WebhookState } from './webhook-words.js';

type List = z.infer<typeof webhooks>;

/** The webhooks of the alliance, with a way to add one. */
export function Webhooks(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [adding, setAdding] = useState(false);
  const query = useApi<List>(paths.webhooks, { path: { allianceId: id } });
  const isEmpty = query.data?.items.length === 0;
  const add = (
    <Button
      kind="secondary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('integrations.newWebhook')}
    </Button>
  );
  return (
    <Section title={t('integrations.webhooks')} actions={query.data === undefined || isEmpty ? null : add}>
      <p className="integrations-soft">{t('integrations.webhooksLead')}</p>
      <Loaded query={query}>
        {({ items, types }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={t('integrations.noWebhooks')} action={add}>
                {t('integrations.noWebhooksHelp')}
              </EmptyState>
            ) : (
              <WebhookTable items={items} />
            )}
            <AddWebhook
              open={adding}
              types={types}
              onClose={() => {
                setAdding(false);
              }}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function WebhookTable({ items }: { items: readonly Webhook[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { slug } = useAlliance();
  const columns: Column<Webhook>[] = [
    {
      key: 'name',
      header: t('integrations.webhookName'),
      isName: true,
      cell: ({ id, name }) => <Link to={`/a/${slug}/indstillinger/integrationer/${id}`}>{name}</Link>,
    },
    {
      key: 'url',
      header: t('integrations.url'),
      cell: ({ url }) => <span className="integrations-url">{url}</span>,
    },
    { key: 'state', header: t('integrations.state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
    {
      key: 'types',
      header: t('integrations.types'),
      cell: ({ types }) =>
        types.length === 0
          ? t('integrations.allTypes')
          : t('integrations.someTypes', { count: types.length }),
    },
    {
      key: 'waiting',
      header: t('integrations.waiting'),
      align: 'end',
      cell: ({ waiting }) => f.number(waiting),
    },
    {
      key: 'last',
      header: t('integrations.lastDelivered'),
      cell: ({ lastDeliveredAt }) =>
        lastDeliveredAt === null ? t('integrations.never') : f.ago(lastDeliveredAt),
    },
  ];
  return <Table name={t('integrations.webhooks')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function AddWebhook(props: { open: boolean; types: readonly string[]; onClose: () => void }): ReactElement {
  const { open, types, onClose } = props;
  const t = useText();
  const { id } = useAlliance();
  const [secret, setSecret] = useState<string | null>(null);
  const add = useSend<z.infer<typeof webhookSecret>>('POST', paths.webhooks, { freshens: [paths.webhooks] });
  return (
    <>
      <Dialog open={open} title={t('integrations.newWebhook')} onClose={onClose}>
        <WebhookForm
          values={{ name: '', url: '', types: [] }}
          types={types}
          saveLabel={t('integrations.newWebhook')}
          onSave={(values) => add.mutateAsync({ path: { allianceId: id }, body: values })}
          onSaved={(made) => {
            onClose();
            setSecret(made.secret);
          }}
          onCancel={onClose}
        />
      </Dialog>
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
