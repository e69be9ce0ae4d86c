import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { mePath } from '../../api/session.js';
import type { Me } from '../../api/session.js';
import { apiQuery } from '../../api/use-api.js';

/** Goes to an alliance that was just made: asks anew where the person belongs, then shows the page. */
export function useOpenAlliance(): (id: string, page: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (id, page) => {
      await queries.invalidateQueries({ queryKey: ['api', mePath] });
      const me = await queries.query({ ...apiQuery<Me>(mePath), staleTime: 0 });
      const made = me.alliances.find((alliance) => alliance.id === id);
      await navigate({ to: made ? `/a/${made.slug}/${page}` : '/' });
    },
    [queries, navigate],
  );
}
