import { z } from 'zod';
import { newId } from '#libs/kernel';
import type { TestAnswer, TestPerson } from '#libs/testing';
import type { Route } from '../guards/routes.js';
import { idFieldsOf, sampleOf } from '../guards/sample.js';
import type { Rows } from './house.js';

/** Words of addresses and fields whose table has another name. */
const otherNames: Readonly<Record<string, string>> = {
  partner: 'organisation',
  member: 'alliance_member',
  spell: 'destination_spell',
  person: 'participant',
};

/** Tables tried for one name, at most. */
const most = 2;

/** Tables whose rows a name like `partnerId`, `versions` or `participantIds` could mean; all when it says nothing. */
export function tablesNamed(name: string, rows: Rows): string[] {
  const word = name
    .replace(/Ids?$/, '')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')
    .replaceAll(/([A-Z])/g, '_$1')
    .replaceAll('-', '_')
    .toLowerCase();
  const wanted = otherNames[word] ?? word;
  const filled = [...rows].filter(([, ids]) => ids.length > 0).map(([table]) => table);
  const exact = filled.filter((table) => table === wanted);
  const alike = filled.filter((table) => table.endsWith(`_${wanted}`) || table.startsWith(`${wanted}_`));
  const found = [...exact, ...alike];
  return (found.length > 0 && wanted !== '' ? found : filled).slice(0, most);
}

/** The placeholders of an address that stand for an id, each with the word that tells of what. */
export function idPlaces(route: Route): { name: string; word: string }[] {
  const segments = route.path.replace(':allianceId', '').split('/');
  return segments.flatMap((segment, at) => {
    if (!segment.startsWith(':')) return [];
    const name = segment.slice(1);
    const schema = route.params.get(name);
    if (schema !== undefined && sampleText(schema) !== sampleUuid) return [];
    if (schema === undefined && !/id$/i.test(name)) return [];
    return [{ name, word: name === 'id' ? (segments[at - 1] ?? '') : name }];
  });
}

const sampleUuid = '0193d5a0-0000-7000-8000-00000000abcd';

function sampleText(schema: z.ZodType): unknown {
  return sampleOf(z.strictObject({ value: schema }))['value'];
}

/** The address of a route, with the ids given by name and samples elsewhere. */
export function addressOf(route: Route, allianceId: string, ids: Readonly<Record<string, string>>): string {
  return route.path.replace(':allianceId', allianceId).replaceAll(/:(\w+)/g, (_, name: string) => {
    const schema = route.params.get(name);
    return ids[name] ?? (schema === undefined ? newId() : String(sampleText(schema)));
  });
}

/** Two requests that differ in one id only: of a thing of the foreign alliance, and of nothing. */
export interface Attempt {
  readonly what: string;
  /** The request with this id. */
  readonly address: (id: string) => string;
  readonly body: ((id: string) => string) | undefined;
  /** Things of the foreign alliance to try. */
  readonly foreign: readonly string[];
}

const some = (ids: readonly string[] | undefined): string => ids?.[0] ?? newId();

/** Everything worth trying at one route: each id of its address, the others being one's own, and the ids of its body. */
export function attemptsAt(route: Route, allianceId: string, own: Rows, foreign: Rows): Attempt[] {
  const places = idPlaces(route);
  const ownIds = Object.fromEntries(
    places.map(({ name, word }) => [name, some(own.get(tablesNamed(word, own)[0] ?? ''))]),
  );
  const candidates = (word: string): string[] =>
    tablesNamed(word, foreign).map((table) => some(foreign.get(table)));
  const { body } = route;
  const inAddress = places.map(({ name, word }) => ({
    what: `${route.name} with ${name}`,
    address: (id: string) => addressOf(route, allianceId, { ...ownIds, [name]: id }),
    body: body && (() => JSON.stringify(sampleOf(body))),
    foreign: candidates(word),
  }));
  const fields = body === undefined ? [] : idFieldsOf(body);
  if (body === undefined || fields.length === 0) return inAddress;
  const words = fields.flatMap((field) => candidates(field));
  const inBody = {
    what: `${route.name} with ${fields.join(', ')} in its body`,
    address: () => addressOf(route, allianceId, ownIds),
    body: (id: string) => JSON.stringify(sampleOf(body, { id, all: true })),
    foreign: [...new Set(words)].slice(0, most),
  };
  return [...inAddress, inBody];
}

/** Sends one request of an attempt. */
export function send(
  person: TestPerson,
  route: Route,
  attempt: Pick<Attempt, 'address' | 'body'>,
  id: string,
): Promise<TestAnswer> {
  const headers = { 'if-match': '"1"' };
  const body = attempt.body?.(id);
  return person.client.raw(route.method, attempt.address(id), body, {
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
  });
}

/** An answer without what differs by nature: the correlation id, and the id that was sent. */
export function seen({ status, text }: TestAnswer, id: string): string {
  return `${String(status)} ${text.replace(/"correlationId":"[^"]*"/, '').replaceAll(id, '(the id)')}`;
}
