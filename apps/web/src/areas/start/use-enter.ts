import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { closeLiveSocket } from '../../api/socket.js';
import { ownAddress } from './own-address.js';

/** Goes on after a sign-in: forgets what another person saw here, and shows the page that was asked for. */
export function useEnter(): (to?: string) => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (to) => {
      queries.clear();
      closeLiveSocket();
      await navigate({ href: ownAddress(to), replace: true });
    },
    [queries, navigate],
  );
}
