import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { callApi } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { mePath } from '../api/session.js';
import type { Me, MyAlliance } from '../api/session.js';
import { closeLiveSocket, liveSocket } from '../api/socket.js';
import { apiKey } from '../api/use-api.js';

/** Why the server turns a connection away that it took before. */
const shutOut: readonly string[] = ['platform/not-found', 'platform/not-signed-in'];

/**
 * Asks who the person is now as soon as the server ends or refuses the connection: it does both only when something of
 * their access has changed. Who takes no part any more leaves the page, and nothing of the alliance stays behind in it.
 * @returns whether the alliance's pages may still be shown
 */
export function useAccessWatch(alliance: MyAlliance): boolean {
  const queries = useQueryClient();
  const router = useRouter();
  const [isIn, setIsIn] = useState(true);
  const { id } = alliance;
  const roles = JSON.stringify(alliance.roles);
  useEffect(() => {
    const socket = liveSocket(id);
    const leave = (to: string): void => {
      setIsIn(false);
      closeLiveSocket();
      queries.clear();
      void router.navigate({ href: to, replace: true });
    };
    const check = async (): Promise<void> => {
      try {
        const me = await callApi<Me>('GET', mePath);
        const here = me.alliances.find((each) => each.id === id);
        if (here === undefined) leave('/');
        else if (JSON.stringify(here.roles) !== roles) {
          queries.setQueryData(apiKey(mePath), me);
          await router.invalidate();
          await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[1] !== mePath });
        }
      } catch (error) {
        // Not reached: the connection tries again, and then so does this.
        if (error instanceof ProblemError && error.status === 401) leave('/sign-in?ended=1');
      }
    };
    const onDisconnect = (reason: string): void => {
      if (reason === 'io server disconnect') void check();
    };
    const onRefused = ({ message }: Error): void => {
      if (shutOut.includes(message)) void check();
    };
    socket.on('disconnect', onDisconnect);
    socket.on('connect_error', onRefused);
    return () => {
      socket.off('disconnect', onDisconnect);
      socket.off('connect_error', onRefused);
    };
  }, [id, roles, queries, router]);
  return isIn;
}
