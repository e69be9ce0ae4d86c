import { useState } from 'react';
import type { ReactElement } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from '../../api/client.js';
import { apiKey } from '../../api/use-api.js';
import type { ProblemError } from '../../api/problem.js';
import { useAlliance } from '../../api/session.js';
import { Button, Loading, ProblemNotice } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { lineOf } from './event-words.js';
import { type HistoryEntry, useWhoDid } from './who-did.js';
import '../overview/overview.css';
import './history.css';

interface Answer {
  items: HistoryEntry[];
  next: string | null;
}

const path = '/api/v1/alliances/{allianceId}/audit';
const atOnce = '50';

/** What has happened to one thing, as far as the reader's roles may see it. Closed until somebody asks for it. */
export function ThingHistory({ kind, id }: { kind: string; id: string }): ReactElement {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="section thing-history"
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <h2>{t('history.title')}</h2>
      </summary>
      {isOpen ? <Lines subject={`${kind}:${id}`} /> : null}
    </details>
  );
}

function Lines({ subject }: { subject: string }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const query = useInfiniteQuery<Answer, ProblemError>({
    queryKey: [...apiKey(path, { path: { allianceId }, query: { subject } }), 'all'],
    queryFn: ({ pageParam, signal }) =>
      callApi('GET', path, {
        path: { allianceId },
        query: { subject, limit: atOnce, after: pageParam as string | undefined },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (query.data === undefined)
    return query.isError ? (
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Loading />
    );
  const entries = query.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) return <p>{t('history.nothingHere')}</p>;
  return (
    <>
      <ul className="feed-list bare-list no-max-width">
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
      {query.isError ? <ProblemNotice error={query.error} /> : null}
      {query.hasNextPage ? (
        <Button
          kind="secondary"
          busy={query.isFetchingNextPage}
          onClick={() => {
            void query.fetchNextPage();
          }}
        >
          {t('history.older')}
        </Button>
      ) : null}
    </>
  );
}

function Line({ entry }: { entry: HistoryEntry }): ReactElement {
  const f = useFormats();
  const { language } = useLanguage();
  const who = useWhoDid();
  return (
    <li>
      <span>
        {lineOf(entry, language, f)} <span className="feed-who">· {who(entry)}</span>
      </span>
      <time className="feed-when" dateTime={entry.occurredAt}>
        {f.dateTime(entry.occurredAt)}
      </time>
    </li>
  );
}
