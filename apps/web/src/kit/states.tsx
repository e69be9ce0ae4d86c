import { useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.js';
import type { UseQueryResult } from '@tanstack/react-query';
import { InPage } from './in-page.js';
import { Page } from './page.js';
import { ProblemNotice } from './problem-notice.js';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  /** The button that mends the emptiness. */
  action?: ReactNode;
}

/** What stands where nothing is yet: what this place is for, and what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
      {action ? <div className="empty-action">{action}</div> : null}
    </div>
  );
}

/** Said while something is fetched. */
export function Loading(): ReactElement {
  const t = useText();
  return (
    <p className="loading" role="status">
      {t('kit.loading')}
    </p>
  );
}

interface LoadedProps<Answer> {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}

/** Shows loading, the error with a retry, or the answer: `<Loaded query={q}>{(partner) => …}</Loaded>`. */
export function Loaded<Answer>({ query, children }: LoadedProps<Answer>): ReactElement {
  const t = useText();
  const inPage = useContext(InPage);
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) return <Loading />;
  const notice = <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return inPage ? notice : <Page title={t('kit.notShown')}>{notice}</Page>;
}
