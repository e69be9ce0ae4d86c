import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { callApi } from '../api/client.js';
import type { ApiPath, PathValues, QueryValues } from '../api/client.js';
import type { ProblemError } from '../api/problem.js';
import { apiQuery } from '../api/use-api.js';
import { writeSearch } from '../shell/search-text.js';
import { useSearchText } from './use-search-text.js';

/** One page of a list, as the API answers it. */
export interface ListPage<Row> {
  items: Row[];
  total: number;
  next: string | null;
}

interface ListSource<Row> {
  path: ApiPath;
  params?: PathValues;
  /** Always asked for, besides what the person chose. */
  fixed?: QueryValues;
  filters: readonly string[];
  defaultSort?: string | undefined;
  defaultLimit?: number;
  /** Rows that are about to change by themselves: while there are some, the list is read again. */
  isUnderWay?: (row: Row) => boolean;
}

/** A list whose search, sort, filters and place stand in the address. */
export interface List<Row> {
  query: UseQueryResult<ListPage<Row>, ProblemError>;
  q: string;
  sort: string | undefined;
  limit: number;
  /** 1 for the first page. */
  page: number;
  chosen: Readonly<Record<string, string>>;
  isNarrowed: boolean;
  /** Sets search, sort, filter or limit and starts from the first page. */
  choose: (change: Record<string, string | undefined>) => void;
  forward: () => void;
  back: () => void;
  /** Where the API gives the chosen list as a file. */
  exportAddress: (path: string, format: 'csv' | 'xlsx') => string;
  /** Fetches every row of the chosen list. */
  everyRow: () => Promise<Row[]>;
}

// The cursors of the pages passed on the way, so that "previous" is exact, after a reload of the window too.
const trails = {
  of(trail: string): string[] {
    return JSON.parse(sessionStorage.getItem(`list:${trail}`) ?? '[]') as string[];
  },
  keep(trail: string, passed: readonly string[]): void {
    sessionStorage.setItem(`list:${trail}`, JSON.stringify(passed));
  },
};

/** How often a list with rows under way is read again, in milliseconds. */
const underWayMs = 2_000;

/** Binds a list of the API to the address of the page. */
export function useList<Row>(source: ListSource<Row>): List<Row> {
  const { path, params, fixed, filters, defaultSort, defaultLimit = 50, isUnderWay } = source;
  const [search, setSearch] = useSearchText();
  const chosen = Object.fromEntries(filters.map((name) => [name, search[name] ?? '']));
  const q = search['q'] ?? '';
  const sort = search['sort'] ?? defaultSort;
  const limit = Number(search['limit'] ?? defaultLimit);
  const after = search['after'];
  const asked = { ...fixed, ...chosen, q, sort, limit };
  const trail = JSON.stringify([path, params, asked]);
  const query = useQuery({
    ...apiQuery<ListPage<Row>>(path, { path: params, query: { ...asked, after } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      isUnderWay !== undefined && data?.items.some(isUnderWay) === true ? underWayMs : false,
  });
  return {
    query,
    q,
    sort,
    limit,
    page: Number(search['page'] ?? 1),
    chosen,
    isNarrowed: q !== '' || Object.values(chosen).some((value) => value !== ''),
    choose: (change) => {
      setSearch({ ...change, after: undefined, page: undefined });
    },
    forward: () => {
      const next = query.data?.next;
      if (!next) return;
      trails.keep(trail, [...trails.of(trail), after ?? '']);
      setSearch({ after: next, page: String(Number(search['page'] ?? 1) + 1) }, { push: true });
    },
    back: () => {
      const passed = trails.of(trail);
      const before = passed.at(-1);
      trails.keep(trail, passed.slice(0, -1));
      const page = Number(search['page'] ?? 1) - 1;
      setSearch(before ? { after: before, page: String(page) } : { after: undefined, page: undefined }, {
        push: true,
      });
    },
    exportAddress: (exportPath, format) => {
      const address = exportPath.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '');
      return `${address}${writeSearch({ ...fixed, ...chosen, q, sort, format })}`;
    },
    everyRow: async () => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const page: ListPage<Row> = await callApi('GET', path, {
          path: params,
          query: { ...asked, limit: 200, after: cursor },
        });
        rows.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return rows;
    },
  };
}
