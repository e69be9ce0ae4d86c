import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { testMail, testMailQueued } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Notice, ProblemNotice } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

type Result = z.infer<typeof testMail>;

/** Sends a mail to whoever asks, and tells what became of it by the mail server's own word. */
export function MailTest(): ReactElement {
  const t = useText();
  const [deliveryId, setDeliveryId] = useState<string | null>(null);
  const send = useSend<z.infer<typeof testMailQueued>>('POST', '/api/v1/mail-test', {
    freshens: [],
    onDone: (queued) => {
      setDeliveryId(queued.deliveryId);
    },
  });
  const start = (): void => {
    setDeliveryId(null);
    send.mutate({ body: {} });
  };
  return (
    <>
      <p>
        <Button kind="secondary" busy={send.isPending} onClick={start}>
          {t('administration.mailTest')}
        </Button>
      </p>
      {send.error ? <ProblemNotice error={send.error} onRetry={start} /> : null}
      <div role="status">{deliveryId === null ? null : <Outcome deliveryId={deliveryId} />}</div>
    </>
  );
}

function Outcome({ deliveryId }: { deliveryId: string }): ReactElement {
  const t = useText();
  const query = useApi<Result>('/api/v1/mail-test/{deliveryId}', { path: { deliveryId } });
  const { data, refetch } = query;
  const isWaiting = data === undefined || data.state === 'pending' || data.state === 'sending';
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => void refetch(), 1500);
    return () => {
      clearInterval(timer);
    };
  }, [isWaiting, refetch]);
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void refetch()} />;
  if (data === undefined || isWaiting) return <p>{t('administration.mailWaiting')}</p>;
  return <Settled result={data} />;
}

function Settled({ result: { state, code, answer } }: { result: Result }): ReactElement {
  const t = useText();
  if (state === 'sent')
    return (
      <Notice kind="success">
        <p>{t('administration.mailSent', { answer: answer ?? 'OK' })}</p>
      </Notice>
    );
  if (state === 'on_screen')
    return (
      <Notice actions={<Link to="/outbox">{t('administration.outbox')}</Link>}>
        <p>{t('administration.mailOnScreen')}</p>
      </Notice>
    );
  if (state === 'uncertain')
    return (
      <Notice kind="warning">
        <p>{t('administration.mailUncertain')}</p>
      </Notice>
    );
  return (
    <Notice kind="error">
      <p>{t('administration.mailFailed', { code: code ?? state })}</p>
    </Notice>
  );
}
