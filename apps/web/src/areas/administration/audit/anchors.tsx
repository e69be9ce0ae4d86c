import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { anchors } from '#libs/api-schema';
import { useApi, useSend } from '../../../api/use-api.js';
import { Button, EmptyState, Loaded, problemText, Section, Table, useToast } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { AnchorSetting } from './anchor-setting.js';
import '../../history/history.css';

type List = z.infer<typeof anchors>;
type Anchor = List['items'][number];

const path = '/api/v1/admin/anchors';
const soon = 1500;

/** The anchors that were made, where they went, and a way to make one now. */
export function Anchors(): ReactElement {
  const t = useText();
  const toast = useToast();
  const query = useApi<List>(path);
  const make = useSend('POST', path, { freshens: [] });
  const now = async (): Promise<void> => {
    try {
      await make.mutateAsync({ body: {} });
      toast({ text: t('adminAudit.started') });
      // A worker makes it; the list is asked again when it should be there.
      setTimeout(() => void query.refetch(), soon);
    } catch (error) {
      toast({ text: problemText(error, t) });
    }
  };
  const button = (
    <Button busy={make.isPending} onClick={() => void now()}>
      {t('adminAudit.now')}
    </Button>
  );
  const isEmpty = query.data?.items.length === 0;
  return (
    <>
      <Section title={t('adminAudit.anchors')} actions={query.data === undefined || isEmpty ? null : button}>
        <p>{t('adminAudit.anchorsLead')}</p>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('adminAudit.none')} action={button}>
                {t('adminAudit.noneHelp')}
              </EmptyState>
            ) : (
              <AnchorTable items={items} />
            )
          }
        </Loaded>
      </Section>
      <AnchorSetting />
    </>
  );
}

function AnchorTable({ items }: { items: readonly Anchor[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const sentTo = useSentTo();
  const columns: Column<Anchor>[] = [
    { key: 'at', header: t('adminAudit.at'), isName: true, cell: ({ anchoredAt }) => f.dateTime(anchoredAt) },
    {
      key: 'alliances',
      header: t('adminAudit.alliances'),
      align: 'end',
      cell: (row) => f.number(row.alliances),
    },
    { key: 'sent', header: t('adminAudit.sentTo'), cell: sentTo },
    {
      key: 'file',
      header: t('adminAudit.file'),
      cell: ({ fileName }) => <span className="history-hash">{fileName}</span>,
    },
    {
      key: 'digest',
      header: t('adminAudit.digest'),
      wide: true,
      cell: ({ digest }) => (
        <code title={digest} aria-label={digest}>
          {digest.slice(0, 12)}…
        </code>
      ),
    },
  ];
  return <Table name={t('adminAudit.anchors')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

const mailStates = ['sent', 'failed', 'on_screen'] as const;

function useSentTo(): (anchor: Anchor) => string {
  const t = useText();
  return ({ mails, webhookStatus, webhookFault }) => {
    const parts = mails.map(({ state, count }) => {
      const known = mailStates.find((one) => one === state) ?? 'waiting';
      return t('adminAudit.mailsSent', { count, state: t(`adminAudit.mailState.${known}`) });
    });
    if (webhookStatus !== null)
      parts.push(t('adminAudit.webhookAnswer', { answer: `HTTP ${String(webhookStatus)}` }));
    else if (webhookFault !== null) parts.push(t('adminAudit.webhookAnswer', { answer: webhookFault }));
    return parts.length === 0 ? t('adminAudit.fileOnly') : parts.join(' · ');
  };
}
