import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { mySession, mySessions } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, Loaded, Section, Status, Table, useToast } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { useDeviceWords } from './use-device-words.js';

type MySession = z.output<typeof mySession>;

const path = '/api/v1/me/sessions';

/** Where the person is signed in, with a way to end each, and all others at once. */
export function SessionList(): ReactElement {
  const t = useText();
  const sessions = useApi<z.output<typeof mySessions>>(path);
  return (
    <Section title={t('account.sessions')}>
      <p>{t('account.sessionsLead')}</p>
      <Loaded query={sessions}>{({ items }) => <Sessions items={items} />}</Loaded>
    </Section>
  );
}

function Sessions({ items }: { items: readonly MySession[] }): ReactElement {
  const t = useText();
  const toast = useToast();
  const endOthers = useSend('POST', '/api/v1/me/sessions/end-others', {
    freshens: [path],
    onDone: () => {
      toast({ text: t('account.endedOthers') });
    },
  });
  return (
    <>
      <Table<MySession>
        name={t('account.sessions')}
        columns={useColumns()}
        rows={items}
        rowKey={({ id }) => id}
      />
      {items.length > 1 ? (
        <div className="form-actions">
          <ConfirmButton
            label={t('account.endOthers')}
            title={t('account.endOthers')}
            onConfirm={() => endOthers.mutateAsync({ body: {} })}
          >
            <p>{t('account.endOthersHelp')}</p>
          </ConfirmButton>
        </div>
      ) : null}
    </>
  );
}

function useColumns(): Column<MySession>[] {
  const t = useText();
  const f = useFormats();
  const nameOf = useDeviceWords();
  return [
    { key: 'device', header: t('account.device'), isName: true, cell: (session) => nameOf(session) },
    { key: 'method', header: t('account.method'), cell: ({ method }) => t(`account.method.${method}`) },
    {
      key: 'openedAt',
      header: t('account.opened'),
      wide: true,
      cell: ({ openedAt }) => f.dateTime(openedAt),
    },
    { key: 'lastUsedAt', header: t('account.lastUsed'), cell: ({ lastUsedAt }) => f.ago(lastUsedAt) },
    { key: 'endsAt', header: t('account.ends'), wide: true, cell: ({ endsAt }) => f.date(endsAt) },
    {
      key: 'actions',
      header: t('account.actions'),
      isActions: true,
      cell: (session) =>
        session.isThis ? (
          <Status tone="good">{t('account.thisDevice')}</Status>
        ) : (
          <EndButton id={session.id} device={nameOf(session)} />
        ),
    },
  ];
}

function EndButton({ id, device }: { id: string; device: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const end = useSend('DELETE', '/api/v1/me/sessions/{sessionId}', {
    freshens: [path],
    onDone: () => {
      toast({ text: t('account.ended') });
    },
  });
  return (
    <Button
      kind="tertiary"
      busy={end.isPending}
      aria-label={t('account.endOf', { device })}
      onClick={() => {
        end.mutate({ path: { sessionId: id } });
      }}
    >
      {t('account.end')}
    </Button>
  );
}
