import { useState } from 'react';
import type { ReactElement } from 'react';
import { callApi } from '../../api/client.js';
import { feedPath } from '../../api/feed.js';
import type { FeedEvent, FeedPiece } from '../../api/feed.js';
import { insertEvent } from '../../api/feed-order.js';
import { useAlliance } from '../../api/session.js';
import { Button, EmptyState, LiveStatus, Loading, Page, ProblemNotice, Tabs } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useAllianceFeed } from '../../shell/feed-context.js';
import { FeedList } from './feed-list.js';
import { SearchHistory } from './search-history.js';

const atOnce = 50;

/** Everything that has happened: as it happens, and to search. */
export function HistoryPage(): ReactElement {
  const t = useText();
  const { state } = useAllianceFeed();
  return (
    <Page title={t('history.title')} lead={t('history.lead')} actions={<LiveStatus state={state} />}>
      <Tabs
        label={t('history.tabs')}
        tabs={[
          { key: 'nu', label: t('history.live'), content: <LiveHistory /> },
          { key: 'soeg', label: t('history.search'), content: <SearchHistory /> },
        ]}
      />
    </Page>
  );
}

function LiveHistory(): ReactElement {
  const t = useText();
  const { events, isLoaded, failed } = useAllianceFeed();
  const older = useOlder();
  const all = older.events.reduce((list, event) => insertEvent(list, event), events);
  return (
    <>
      {failed && all.length === 0 ? <ProblemNotice error={failed} /> : null}
      {!isLoaded && all.length === 0 && !failed ? <Loading /> : null}
      {isLoaded && all.length === 0 ? (
        <EmptyState title={t('history.empty')}>{t('history.emptyHelp')}</EmptyState>
      ) : null}
      <section aria-label={t('history.list')}>
        <FeedList events={all} />
      </section>
      {older.error ? <ProblemNotice error={older.error} /> : null}
      {isLoaded && !older.isAll && all.length >= atOnce ? (
        <p>
          <Button kind="secondary" busy={older.busy} onClick={() => void older.fetch(all.at(-1))}>
            {t('history.older')}
          </Button>
        </p>
      ) : null}
    </>
  );
}

interface Older {
  events: readonly FeedEvent[];
  isAll: boolean;
  busy: boolean;
  error: unknown;
  fetch: (before: FeedEvent | undefined) => Promise<void>;
}

/** The events before those the feed brought along. */
function useOlder(): Older {
  const { id } = useAlliance();
  const [events, setEvents] = useState<readonly FeedEvent[]>([]);
  const [isAll, setIsAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fetch = async (before: FeedEvent | undefined): Promise<void> => {
    if (!before) return;
    setBusy(true);
    setError(null);
    try {
      const piece = await callApi<FeedPiece>('GET', feedPath, {
        path: { allianceId: id },
        query: { before: before.seq, limit: atOnce },
      });
      setEvents((known) => [...known, ...piece.events]);
      setIsAll(piece.events.length < atOnce);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return { events, isAll, busy, error, fetch };
}
