import { createContext, use } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useFeed } from '../api/feed.js';
import type { Feed } from '../api/feed.js';

const FeedContext = createContext<Feed | null>(null);

/** Follows the alliance's feed once for all pages below. */
export function AllianceFeed({
  allianceId,
  children,
}: {
  allianceId: string;
  children: ReactNode;
}): ReactElement {
  return <FeedContext value={useFeed(allianceId)}>{children}</FeedContext>;
}

/** The feed of the shown alliance. Use only below /a/:slug. */
export function useAllianceFeed(): Feed {
  const feed = use(FeedContext);
  if (!feed) throw new Error('useAllianceFeed outside /a/:slug');
  return feed;
}
