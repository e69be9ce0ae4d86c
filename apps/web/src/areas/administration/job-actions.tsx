import type { ReactElement } from 'react';
import type { InstallationJobs } from '#libs/api-schema';
import { useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, problemText, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

const jobsPath = '/api/v1/admin/jobs';

/** Starts a given-up job again, or cancels it for good. */
export function DeadJobActions({ job }: { job: InstallationJobs['dead'][number] }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: jobId, queue } = job;
  const retry = useSend('POST', '/api/v1/admin/jobs/{jobId}/retry', {
    freshens: [jobsPath],
    onDone: () => {
      toast({ text: t('administration.retried', { count: 1 }) });
    },
  });
  const cancel = useSend('POST', '/api/v1/admin/jobs/{jobId}/cancel', {
    freshens: [jobsPath],
    onDone: () => {
      toast({ text: t('administration.cancelled') });
    },
  });
  return (
    <span className="administration-actions">
      <Button
        kind="tertiary"
        busy={retry.isPending}
        aria-label={t('administration.retryNamed', { queue })}
        onClick={() => {
          retry.mutateAsync({ path: { jobId }, body: {} }).catch((error: unknown) => {
            toast({ text: problemText(error, t) });
          });
        }}
      >
        {t('administration.retry')}
      </Button>
      <ConfirmButton
        kind="tertiary"
        label={t('administration.cancel')}
        title={t('administration.cancelTitle', { queue })}
        onConfirm={() => cancel.mutateAsync({ path: { jobId }, body: {} })}
      >
        <p>{t('administration.cancelText')}</p>
      </ConfirmButton>
    </span>
  );
}

/** Starts everything of a queue that was given up again. */
export function RetryAll({ queue }: { queue: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const retry = useSend<{ retried: number }>('POST', '/api/v1/admin/jobs/retry-dead', {
    freshens: [jobsPath],
    onDone: ({ retried }) => {
      toast({ text: t('administration.retried', { count: retried }) });
    },
  });
  return (
    <Button
      kind="tertiary"
      busy={retry.isPending}
      aria-label={t('administration.retryAllNamed', { queue })}
      onClick={() => {
        retry.mutateAsync({ body: { queue } }).catch((error: unknown) => {
          toast({ text: problemText(error, t) });
        });
      }}
    >
      {t('administration.retryAll')}
    </Button>
  );
}
