import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { callApi } from './client.js';
import type { ApiCall, ApiPath, Method, PathValues, QueryValues } from './client.js';
import type { ProblemError } from './problem.js';

/** What to read. */
export interface Reading {
  path?: PathValues | undefined;
  query?: QueryValues | undefined;
  /** false = do not ask yet */
  enabled?: boolean;
  /** How often it is read again by itself, in milliseconds; without it, not at all. */
  everyMs?: number;
}

/** The key under which an answer is remembered: address, braces, question. */
export function apiKey(path: ApiPath, reading: Reading = {}): readonly unknown[] {
  return ['api', path, reading.path ?? {}, reading.query ?? {}];
}

/** Query options for a GET, for loaders and `useQueries`. */
export function apiQuery<Answer>(path: ApiPath, reading: Reading = {}) {
  return queryOptions<Answer, ProblemError>({
    queryKey: apiKey(path, reading),
    queryFn: ({ signal }) => callApi<Answer>('GET', path, { ...reading, signal }),
    enabled: reading.enabled ?? true,
    refetchInterval: reading.everyMs ?? false,
  });
}

/** Reads from the API. `Answer` is the type of the schema in `#libs/api-schema`. */
export function useApi<Answer>(path: ApiPath, reading: Reading = {}): UseQueryResult<Answer, ProblemError> {
  return useQuery(apiQuery<Answer>(path, reading));
}

/** How a change ends. */
export interface SendOptions<Answer> {
  /** Addresses whose remembered answers are stale after it. Without it: everything of the API. */
  freshens?: readonly ApiPath[];
  onDone?: (answer: Answer, call: ApiCall) => void;
}

/** Changes something through the API: `send.mutate({ path, body, version })`. Rejects with ProblemError. */
export function useSend<Answer = unknown>(
  method: Exclude<Method, 'GET'>,
  path: ApiPath,
  options: SendOptions<Answer> = {},
): UseMutationResult<Answer, ProblemError, ApiCall> {
  const queries = useQueryClient();
  return useMutation<Answer, ProblemError, ApiCall>({
    mutationFn: (call) => callApi<Answer>(method, path, call),
    onSuccess: async (answer, call) => {
      const keys = options.freshens?.map((stale) => ['api', stale]) ?? [['api']];
      const refreshed = Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
      options.onDone?.(answer, call);
      await refreshed;
    },
  });
}
