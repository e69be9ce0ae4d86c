import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { overview } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, EmptyState, LiveStatus, Loaded, Page, Section } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { useAllianceFeed } from '../../shell/feed-context.js';
import { FeedList } from '../history/feed-list.js';
import { WaitingInvitations } from '../invitation/waiting-invitations.js';
import { DueList } from './due-list.js';
import { Welcome } from './welcome.js';
import './overview.css';

type Overview = z.infer<typeof overview>;

const overviewPath = '/api/v1/alliances/{allianceId}/overview';

/** What needs me, and what changed since last time. */
export function OverviewPage(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const { state } = useAllianceFeed();
  const query = useApi<Overview>(overviewPath, { path: { allianceId: id } });
  return (
    <Page title={t('overview.title')} actions={<LiveStatus state={state} />}>
      <Welcome />
      <WaitingInvitations />
      <Loaded query={query}>
        {(answer) => (
          <>
            <Due {...answer} />
            <Changes {...answer} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Due({ due, dueTotal }: Overview): ReactElement {
  const t = useText();
  const { id, slug } = useAlliance();
  return (
    <Section title={t('overview.due')}>
      {due.length === 0 ? (
        <EmptyState title={t('overview.dueNone')}>{t('overview.dueNoneHelp')}</EmptyState>
      ) : (
        <DueList items={due} slug={slug} allianceId={id} />
      )}
      {dueTotal > due.length ? <p>{t('overview.dueMore', { shown: due.length, total: dueTotal })}</p> : null}
    </Section>
  );
}

const shown = 15;

function Changes({ changes, lastVisit }: Overview): ReactElement {
  const t = useText();
  const formats = useFormats();
  const { id, slug } = useAlliance();
  const seen = useSend('PUT', '/api/v1/alliances/{allianceId}/overview/visit', { freshens: [overviewPath] });
  const since = lastVisit
    ? t('overview.changesSince', { date: formats.dateTime(lastVisit) })
    : t('overview.changesWeek');
  return (
    <Section
      title={t('overview.changes')}
      actions={
        changes.length > 0 ? (
          <Button
            kind="secondary"
            busy={seen.isPending}
            onClick={() => {
              seen.mutate({ path: { allianceId: id }, body: {} });
            }}
          >
            {t('overview.seen')}
          </Button>
        ) : undefined
      }
    >
      <p className="feed-who">{since}</p>
      {changes.length === 0 ? (
        <p>{t('overview.changesNone')}</p>
      ) : (
        <FeedList events={changes.slice(0, shown)} />
      )}
      <p>
        <Link to={`/a/${slug}/historik`}>{t('overview.all')}</Link>
      </p>
    </Section>
  );
}
