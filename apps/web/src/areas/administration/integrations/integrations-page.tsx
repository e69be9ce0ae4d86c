import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { installationIntegrations } from '#libs/api-schema';
import { useApi, useSend } from '../../../api/use-api.js';
import { ConfirmButton, EmptyState, Loaded, Page, Status, Table, useToast } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';

type List = z.infer<typeof installationIntegrations>;
type Integration = List['items'][number];

const path = '/api/v1/admin/integrations';

/** The API tokens and webhooks of all alliances, which the administrator may stop. */
export function IntegrationsPage(): ReactElement {
  const t = useText();
  const query = useApi<List>(path);
  return (
    <Page title={t('adminIntegrations.title')} lead={t('adminIntegrations.lead')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('adminIntegrations.none')}>{t('adminIntegrations.noneHelp')}</EmptyState>
          ) : (
            <Integrations items={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Integrations({ items }: { items: readonly Integration[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const tones = { active: 'good', paused: 'waiting', expired: 'ended', revoked: 'ended' } as const;
  const columns: Column<Integration>[] = [
    { key: 'name', header: t('adminIntegrations.name'), isName: true, cell: ({ name }) => name },
    {
      key: 'kind',
      header: t('adminIntegrations.kind'),
      cell: ({ kind }) => t(`adminIntegrations.kind.${kind}`),
    },
    { key: 'alliance', header: t('adminIntegrations.alliance'), cell: ({ allianceName }) => allianceName },
    { key: 'owner', header: t('integrations.owner'), cell: ({ ownerName }) => ownerName ?? '–' },
    { key: 'host', header: t('adminIntegrations.host'), cell: ({ host }) => host ?? '–' },
    {
      key: 'state',
      header: t('integrations.state'),
      cell: ({ state }) => <Status tone={tones[state]}>{t(`integrations.state.${state}`)}</Status>,
    },
    {
      key: 'used',
      header: t('integrations.lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('integrations.never') : f.ago(lastUsedAt)),
    },
    {
      key: 'stop',
      header: t('adminIntegrations.stop'),
      isActions: true,
      align: 'end',
      cell: (row) => {
        if (row.pauseReason === 'administrator') return <Release row={row} />;
        return row.state === 'active' || (row.kind === 'webhook' && row.state === 'paused') ? (
          <Stop row={row} />
        ) : null;
      },
    },
  ];
  return <Table name={t('adminIntegrations.title')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function Stop({ row: { id, kind, name, host } }: { row: Integration }): ReactElement {
  const t = useText();
  const toast = useToast();
  const options = {
    freshens: [path] as const,
    onDone: () => {
      toast({ text: t('adminIntegrations.stopped') });
    },
  };
  const revoke = useSend('POST', '/api/v1/admin/integrations/tokens/{tokenId}/revocation', options);
  const pause = useSend('POST', '/api/v1/admin/integrations/webhooks/{webhookId}/pause', options);
  const isToken = kind === 'token';
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('adminIntegrations.stop')}
      title={t(isToken ? 'adminIntegrations.stopToken' : 'adminIntegrations.stopWebhook', { name })}
      onConfirm={() =>
        isToken
          ? revoke.mutateAsync({ path: { tokenId: id }, body: {} })
          : pause.mutateAsync({ path: { webhookId: id }, body: {} })
      }
    >
      <p>
        {isToken
          ? t('adminIntegrations.stopTokenText')
          : t('adminIntegrations.stopWebhookText', { host: host ?? '' })}
      </p>
    </ConfirmButton>
  );
}

function Release({ row: { id, name, host } }: { row: Integration }): ReactElement {
  const t = useText();
  const toast = useToast();
  const release = useSend('POST', '/api/v1/admin/integrations/webhooks/{webhookId}/release', {
    freshens: [path],
    onDone: () => {
      toast({ text: t('adminIntegrations.released') });
    },
  });
  return (
    <ConfirmButton
      kind="tertiary"
      label={t('adminIntegrations.release')}
      title={t('adminIntegrations.releaseTitle', { name })}
      onConfirm={() => release.mutateAsync({ path: { webhookId: id }, body: {} })}
    >
      <p>{t('adminIntegrations.releaseText', { host: host ?? '' })}</p>
    </ConfirmButton>
  );
}
