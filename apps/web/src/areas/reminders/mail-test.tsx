import { useState } from 'react';
import type { ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { testMail, testMailQueued } from '#libs/api-schema';
import { apiQuery, useSend } from '../../api/use-api.js';
import { Button, ProblemNotice, Section, Status } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useWhy } from './mail-state.js';
import { addresses } from './reminder-types.js';

type State = z.infer<typeof testMail>;

const lookEvery = 1000;

/** Sends the administrator a mail and shows what the mail server says of it. */
export function MailTest({ email }: { email: string }): ReactElement {
  const t = useText();
  const [deliveryId, setDeliveryId] = useState<string | null>(null);
  const send = useSend<z.infer<typeof testMailQueued>>('POST', addresses.mailTest, {
    freshens: [],
    onDone: (queued) => {
      setDeliveryId(queued.deliveryId);
    },
  });
  return (
    <Section title={t('reminders.test')}>
      <p>{t('reminders.testHelp', { email })}</p>
      <Button
        kind="secondary"
        busy={send.isPending}
        onClick={() => {
          send.mutate({ body: {} });
        }}
      >
        {t('reminders.testSend')}
      </Button>
      {send.isError ? <ProblemNotice error={send.error} /> : null}
      <div role="status" className="reminders-test">
        {deliveryId === null ? null : <TestState deliveryId={deliveryId} />}
      </div>
    </Section>
  );
}

function TestState({ deliveryId }: { deliveryId: string }): ReactElement | null {
  const t = useText();
  const { data } = useQuery({
    ...apiQuery<State>(addresses.mailTestState, { path: { deliveryId } }),
    refetchInterval: ({ state }) =>
      state.data === undefined || ['pending', 'sending'].includes(state.data.state) ? lookEvery : false,
  });
  const why = useWhy(data?.code ?? null);
  if (!data) return null;
  const tone = data.state === 'sent' ? 'good' : data.state === 'failed' ? 'bad' : 'waiting';
  return (
    <>
      <Status tone={tone}>{t(`reminders.state.${data.state}`)}</Status> {data.answer ?? why}
    </>
  );
}
