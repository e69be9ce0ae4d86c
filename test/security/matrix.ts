import { type AllianceRole, allianceRoles } from '#libs/api-schema';
import { expectations } from '../guards/expectations.js';
import type { Route } from '../guards/routes.js';
import { socketExpectations } from '../guards/socket-expectations.js';
import type { Answer } from './attempts.js';

/** Everybody who may ask: somebody in each role of the alliance, and those who have none in it. */
export const askers = [...allianceRoles, 'outsider', 'admin', 'stranger'] as const;
export type Asker = (typeof askers)[number];

/** The letters of the table of expectations. */
const letters: Readonly<Record<AllianceRole, 'S' | 'P' | 'C' | 'M' | 'O'>> = {
  secretariat: 'S',
  partner: 'P',
  caseworker: 'C',
  member: 'M',
  observer: 'O',
};

/** Whether the route lies in an alliance, where whoever has no role finds nothing at all. */
export function isInAlliance({ path }: Route): boolean {
  return path.includes(':allianceId');
}

/** What the table of expectations has a route answer somebody: a refusal's status, or `open` for everything else. */
export function expectedAt(route: Route, asker: Asker): 401 | 403 | 404 | 'open' {
  const expected = expectations[route.name];
  if (expected === undefined) throw new Error(`${route.name} has no expectation`);
  if (expected === 'public') return 'open';
  if (asker === 'stranger') return 401;
  if (isInAlliance(route) && (asker === 'outsider' || asker === 'admin')) return 404;
  if (expected === 'signed-in') return 'open';
  if (expected === 'admin') return asker === 'admin' ? 'open' : 403;
  return asker !== 'outsider' && asker !== 'admin' && expected.includes(letters[asker]) ? 'open' : 403;
}

const inside = '/api/v1/alliances/:allianceId';
const others = ['partner', 'caseworker', 'member', 'observer'] as const;

/** Young people's data is for caseworkers, that of partners' people for the secretariat: the other one is refused. */
const refusedPersonData: Readonly<Record<string, Asker>> = {
  participant: 'secretariat',
  enquiry: 'secretariat',
  'contact-person': 'caseworker',
  // The link of this house leads to a contract.
  'link-holder': 'caseworker',
};

/** Open in kind, but not these rows: the second tier refuses whoever asks at the things of this house. */
const refusedByRow: Readonly<Record<string, readonly Asker[]>> = {
  // Whoever runs the installation or an alliance may found another.
  'POST /api/v1/alliances': [...others, 'outsider'],
  // Everybody may see what they may; what others may, the secretariat only.
  [`POST ${inside}/access-views`]: others,
  // Only for the indicator that their organisation is responsible for.
  [`GET ${inside}/indicators/:id/observations`]: ['partner'],
  [`GET ${inside}/enquiry-partners/:partnerId/address`]: ['partner'],
  // Only the initiatives that they are responsible for.
  [`POST ${inside}/initiatives`]: ['member'],
  [`PUT ${inside}/initiatives/:id`]: ['member'],
  [`POST ${inside}/initiatives/:id/moves`]: ['member'],
  [`POST ${inside}/initiatives/:id/reviews`]: ['member'],
  // Only whose turn it is.
  [`POST ${inside}/enquiries/:enquiryId/answer`]: ['secretariat', 'caseworker'],
  [`POST ${inside}/enquiries/:enquiryId/withdraw`]: ['secretariat', 'partner'],
};

function isRefusedByRow({ method, path }: Route, asker: Asker): boolean {
  const [, kind = ''] = /\/person-data\/([^/]+)/.exec(path) ?? [];
  return refusedPersonData[kind] === asker || refusedByRow[`${method} ${path}`]?.includes(asker) === true;
}

/** Whether the table of expectations has a role refused a socket event. */
export function isRefusedEvent(event: string, role: AllianceRole): boolean {
  const expected = socketExpectations[event];
  if (expected === undefined) throw new Error(`${event} has no expectation`);
  return Array.isArray(expected) && !expected.includes(letters[role]);
}

/** What is wrong with an answer, by the table of expectations; undefined when nothing is. */
export function complaint(route: Route, asker: Asker, { status, text }: Answer): string | undefined {
  const expected = expectedAt(route, asker);
  const isOpen = expectations[route.name] === 'public' ? status < 500 : ![401, 403].includes(status);
  const fits = expected === 'open' ? isOpen && status < 500 : status === expected;
  if (fits || (expected === 'open' && status === 403 && isRefusedByRow(route, asker))) return undefined;
  return `${asker} ${route.method} ${route.path}: ${String(status)} instead of ${String(expected)} ${text.slice(0, 200)}`;
}

/** Whose the thing is that a cell asks for. */
export type Whose = 'own' | 'foreign' | 'random';

/** Counts the cells of the matrix as they are checked: one place, one number. */
export class Tally {
  private readonly cells = new Map<Whose, number>();

  /** One more cell, of one of the three kinds. */
  add(...kinds: readonly Whose[]): void {
    for (const kind of kinds) this.cells.set(kind, this.of(kind) + 1);
  }

  /** How many cells of a kind were checked. */
  of(kind: Whose): number {
    return this.cells.get(kind) ?? 0;
  }

  /** One line for whoever reads the run. */
  line(routes: number, events: number): string {
    const kinds = (['own', 'foreign', 'random'] as const).map((kind) => `${String(this.of(kind))} ${kind}`);
    const all = (['own', 'foreign', 'random'] as const).reduce((sum, kind) => sum + this.of(kind), 0);
    return `border matrix: ${String(all)} cells (${kinds.join(', ')}): ${String(routes)} routes and ${String(events)} socket events, asked by ${String(askers.length)}`;
  }
}
