import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { callApi } from '../../api/client.js';
import type { ProblemError } from '../../api/problem.js';
import { useAlliance } from '../../api/session.js';
import { apiKey } from '../../api/use-api.js';

const path = '/api/v1/alliances/{allianceId}/partners';

/** An organisation of the alliance, as it is chosen from. */
export interface OrganisationChoice {
  id: string;
  name: string;
  kind: string;
}

interface Answer {
  items: OrganisationChoice[];
  next: string | null;
}

/**
 * All organisations of the alliance to choose from: those that carry the agenda (municipality, schools,
 * associations …) first, then the companies, each by name.
 */
export function useOrganisations(): UseQueryResult<{ items: OrganisationChoice[] }, ProblemError> {
  const { id: allianceId } = useAlliance();
  return useQuery({
    queryKey: [...apiKey(path, { path: { allianceId } }), 'every'],
    queryFn: async ({ signal }) => {
      const items: OrganisationChoice[] = [];
      let after: string | undefined;
      do {
        const page: Answer = await callApi('GET', path, {
          path: { allianceId },
          query: { limit: 200, sort: 'name', after },
          signal,
        });
        items.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      const isCompany = ({ kind }: OrganisationChoice): number => (kind === 'company' ? 1 : 0);
      return { items: items.sort((a, b) => isCompany(a) - isCompany(b)) };
    },
  });
}
