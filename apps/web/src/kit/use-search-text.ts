import { useCallback } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SearchText } from '../shell/search-text.js';

/** Changes parts of the address; undefined removes. */
export type SetSearchText = (
  change: Record<string, string | undefined>,
  options?: { push?: boolean },
) => void;

/** The question part of the address as text values, and how to change it (replaces; `push` adds to history). */
export function useSearchText(): [Readonly<Partial<SearchText>>, SetSearchText] {
  const search: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback<SetSearchText>(
    (change, options) => {
      void navigate({
        to: '.',
        search: (before: Partial<SearchText>) => ({ ...before, ...change }),
        replace: !options?.push,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search as Partial<SearchText>, set];
}
