import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { AgendaOverview, AgendaVersion } from '#libs/api-schema';
import type { ApiCall } from '../../api/client.js';
import type { ProblemError } from '../../api/problem.js';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';

const base = '/api/v1/alliances/{allianceId}/agenda';

/** The agenda and its versions. */
export function useAgenda(): UseQueryResult<AgendaOverview, ProblemError> {
  const { id: allianceId } = useAlliance();
  return useApi<AgendaOverview>(base, { path: { allianceId } });
}

/** One version. */
export function useVersion(id: string): UseQueryResult<AgendaVersion, ProblemError> {
  const { id: allianceId } = useAlliance();
  return useApi<AgendaVersion>(`${base}/versions/{id}`, { path: { allianceId, id } });
}

/** Takes a version a step further; the body is what that step needs. */
export function useStep(
  step: 'put-out' | 'take-back' | 'adopt' | 'discard' | 'asked',
): UseMutationResult<AgendaVersion, ProblemError, ApiCall> {
  return useSend<AgendaVersion>('POST', `${base}/versions/{id}/${step}`);
}
