import { useParams } from '@tanstack/react-router';
import type { AnyRoute } from '@tanstack/react-router';

/** The values in the address of a route, by name: `const { partnerId } = useRouteParams(partnerRoute)`. */
export function useRouteParams<Route extends AnyRoute>(route: Route): Route['types']['allParams'] {
  const values: unknown = useParams({ from: route.id as never });
  return values;
}
