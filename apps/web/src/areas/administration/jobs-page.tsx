import type { ReactElement } from 'react';
import { type InstallationJobs, queueTitles } from '#libs/api-schema';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Loaded, Page, Section, Status, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { DeadJobActions, RetryAll } from './job-actions.js';
import './administration.css';

type Queue = InstallationJobs['queues'][number];
type DeadJob = InstallationJobs['dead'][number];

/** The work behind the pages: what was given up comes first, then every queue. */
export function JobsPage(): ReactElement {
  const t = useText();
  const query = useApi<InstallationJobs>('/api/v1/admin/jobs');
  return (
    <Page title={t('administration.jobs')} lead={t('administration.jobsLead')}>
      <Loaded query={query}>
        {({ queues, dead }) => (
          <>
            <Section title={t('administration.dead')}>
              <Dead jobs={dead} />
            </Section>
            <Section title={t('administration.queues')}>
              <Queues queues={queues} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What the queue does, with the name that stands in the logs. */
function QueueName({ queue }: { queue: string }): ReactElement {
  const { language } = useLanguage();
  const title = queueTitles[queue]?.[language];
  if (title === undefined) return <code>{queue}</code>;
  return (
    <>
      {title}
      <br />
      <code className="queue-name">{queue}</code>
    </>
  );
}

function Dead({ jobs }: { jobs: readonly DeadJob[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const columns: Column<DeadJob>[] = [
    {
      key: 'queue',
      header: t('administration.queue'),
      isName: true,
      cell: ({ queue }) => <QueueName queue={queue} />,
    },
    {
      key: 'alliance',
      header: t('administration.alliance'),
      cell: ({ allianceName }) => allianceName ?? '–',
    },
    {
      key: 'error',
      header: t('administration.error'),
      cell: ({ lastError }) => <code>{lastError ?? '–'}</code>,
    },
    {
      key: 'attempts',
      header: t('administration.attempts'),
      align: 'end',
      cell: ({ attempts }) => f.number(attempts),
    },
    {
      key: 'finished',
      header: t('administration.gaveUp'),
      cell: ({ finishedAt, createdAt }) => f.dateTime(finishedAt ?? createdAt),
    },
    {
      key: 'actions',
      header: t('administration.actions'),
      isActions: true,
      cell: (job) => <DeadJobActions job={job} />,
    },
  ];
  if (jobs.length === 0)
    return <EmptyState title={t('administration.noneDead')}>{t('administration.noneDeadHelp')}</EmptyState>;
  return <Table name={t('administration.dead')} columns={columns} rows={jobs} rowKey={({ id }) => id} />;
}

function Queues({ queues }: { queues: readonly Queue[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const figure = (key: 'waiting' | 'scheduled' | 'running' | 'retrying' | 'done'): Column<Queue> => ({
    key,
    header: t(`administration.${key}`),
    align: 'end',
    cell: (queue) => f.number(queue[key]),
  });
  const columns: Column<Queue>[] = [
    {
      key: 'queue',
      header: t('administration.queue'),
      isName: true,
      cell: ({ queue }) => <QueueName queue={queue} />,
    },
    figure('waiting'),
    figure('scheduled'),
    figure('running'),
    figure('retrying'),
    {
      key: 'dead',
      header: t('administration.deadCount'),
      align: 'end',
      cell: ({ dead }) => (dead === 0 ? f.number(0) : <Status tone="bad">{f.number(dead)}</Status>),
    },
    figure('done'),
    {
      key: 'oldest',
      header: t('administration.oldest'),
      cell: ({ oldestDueAt }) => (oldestDueAt === null ? '–' : f.ago(oldestDueAt)),
    },
    {
      key: 'actions',
      header: t('administration.actions'),
      isActions: true,
      cell: ({ queue, dead }) => (dead > 1 ? <RetryAll queue={queue} /> : null),
    },
  ];
  if (queues.length === 0) return <EmptyState title={t('administration.noQueues')}>{null}</EmptyState>;
  return (
    <Table name={t('administration.queues')} columns={columns} rows={queues} rowKey={({ queue }) => queue} />
  );
}
