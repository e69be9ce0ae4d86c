import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance } from '../../../api/session.js';
import { Button, DataTable, EmptyState, Section } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { typeWords } from '../../history/event-words.js';
import { MessageDialog } from './message-dialog.js';
import { integrationPaths as paths } from './paths.js';
import { type Message, MessageState, useAnswerWords, type Webhook } from './webhook-words.js';

/** What was sent to a webhook, and what came back. */
export function MessageLog({ webhook }: { webhook: Webhook }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [shown, setShown] = useState<Message | null>(null);
  const columns = useColumns(setShown);
  return (
    <Section title={t('integrations.messages')}>
      <DataTable<Message>
        name={t('integrations.messageLog', { name: webhook.name })}
        path={paths.messages}
        params={{ allianceId: id, webhookId: webhook.id }}
        columns={columns}
        rowKey={(message) => message.id}
        isUnderWay={({ state, attempts }) => state === 'pending' && attempts === 0}
        search={false}
        defaultSort="-created"
        filters={[
          {
            key: 'state',
            label: t('integrations.messageState'),
            options: (['pending', 'delivered', 'failed'] as const).map((value) => ({
              value,
              label: t(`integrations.messageState.${value}`),
            })),
          },
        ]}
        empty={
          <EmptyState title={t('integrations.noMessages')}>{t('integrations.noMessagesHelp')}</EmptyState>
        }
      />
      <MessageDialog
        webhook={webhook}
        message={shown}
        onClose={() => {
          setShown(null);
        }}
      />
    </Section>
  );
}

function useColumns(show: (message: Message) => void): Column<Message>[] {
  const t = useText();
  const f = useFormats();
  const answer = useAnswerWords();
  const { language } = useLanguage();
  return [
    {
      key: 'type',
      header: t('integrations.message'),
      isName: true,
      cell: ({ type, eventId }) =>
        eventId === null ? t('integrations.testMessage') : typeWords(type, language),
    },
    {
      key: 'state',
      header: t('integrations.messageState'),
      cell: ({ state, nextAt, attempts }) => (
        <>
          <MessageState state={state} />
          {state === 'pending' && attempts > 0 && nextAt !== null ? (
            <span className="integrations-soft">
              {' '}
              {t('integrations.nextTry', { at: f.dateTime(nextAt) })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'answer',
      header: t('integrations.answer'),
      cell: (message) => (message.attempts === 0 ? '–' : answer(message)),
    },
    {
      key: 'took',
      header: t('integrations.tries'),
      align: 'end',
      wide: true,
      cell: ({ attempts, tookMs }) =>
        tookMs === null
          ? f.number(attempts)
          : `${f.number(attempts)} (${t('integrations.took', { ms: tookMs })})`,
    },
    {
      key: 'created',
      header: t('integrations.when'),
      cell: ({ createdAt, attemptedAt }) => f.dateTime(attemptedAt ?? createdAt),
    },
    {
      key: 'show',
      header: t('integrations.show'),
      isActions: true,
      align: 'end',
      cell: (message) => (
        <Button
          kind="tertiary"
          onClick={() => {
            show(message);
          }}
        >
          {t('integrations.show')}
        </Button>
      ),
    },
  ];
}
