import { useRouteContext } from '@tanstack/react-router';
import { useApi } from './use-api.js';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ProblemError } from './problem.js';
import type { Language } from '../language/define-messages.js';

/** What a person may be in an alliance. */
export type Role = 'secretariat' | 'partner' | 'caseworker' | 'member' | 'observer';

/** One of the person's alliances. */
export interface MyAlliance {
  id: string;
  slug: string;
  name: string;
  isExample: boolean;
  roles: { role: Role; organisationId: string | null }[];
}

/** An alliance in which all of the person's roles rest. */
export interface RestingAlliance {
  id: string;
  slug: string;
  name: string;
  roles: Role[];
  /** Whom of the secretariat the person can write to. */
  contacts: { name: string; email: string }[];
}

/** Who is signed in, and where. */
export interface Me {
  person: { id: string; name: string; email: string; locale: Language; isAdmin: boolean };
  alliances: MyAlliance[];
  resting: RestingAlliance[];
  mode: { mailOnScreen: boolean };
}

/** The address of {@link Me}. */
export const mePath = '/api/v1/me';

/** The signed-in person; a 401 means nobody is. */
export function useMe(): UseQueryResult<Me, ProblemError> {
  return useApi<Me>(mePath);
}

/** The alliance whose pages are shown. Use only below /a/:slug. */
export function useAlliance(): MyAlliance {
  const context: unknown = useRouteContext({ strict: false });
  const { alliance } = context as { alliance?: MyAlliance };
  if (!alliance) throw new Error('useAlliance outside /a/:slug');
  return alliance;
}

/** Whether the person has one of the roles in the shown alliance. Only for what is shown: the server decides. */
export function useHasRole(...roles: readonly Role[]): boolean {
  return useAlliance().roles.some(({ role }) => roles.includes(role));
}
