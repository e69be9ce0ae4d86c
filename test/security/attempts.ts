import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { z } from 'zod';
import { newId } from '#libs/kernel';
import type { TestApp } from '#libs/testing';
import { type Route, routesOf } from '../guards/routes.js';
import { idFieldsOf, sampleOf } from '../guards/sample.js';
import type { Rows, Texts } from './house.js';

/** Words of addresses and fields whose table has another name. */
const otherNames: Readonly<Record<string, string>> = {
  link_holder: 'link',
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

const toldByTheSegmentBefore = new Set(['id', 'subjectId']);

/** A route once for each word that one of its placeholders allows: of which kind of person, of which kind of reminder. */
export function eachKind(route: Route): Route[] {
  for (const [name, schema] of route.params) {
    const { enum: words } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    if (words !== undefined)
      return words.map((word) => ({ ...route, path: route.path.replace(`:${name}`, String(word)) }));
  }
  return [route];
}

/** Reads come first: what they look at is still as it was made. */
const order = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];

/** Every route of an application, each of its kinds by itself. */
export function routesInOrder(app: TestApp): Route[] {
  return routesOf(app)
    .flatMap(eachKind)
    .sort((one, other) => order.indexOf(one.method) - order.indexOf(other.method));
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
    return [{ name, word: toldByTheSegmentBefore.has(name) ? (segments[at - 1] ?? '') : name }];
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

/**
 * Things for the placeholders of an address: those that name whoever asks, and each other, before any others.
 * @param belongsTo ids of whoever asks: of the person, of their organisation
 */
export function thingsAt(route: Route, texts: Texts, belongsTo: readonly string[]): Record<string, string> {
  const ids = new Map(
    [...texts].map(([table, rows]): [string, string[]] => [table, rows.map(({ id }) => id)]),
  );
  const chosen: string[] = [];
  const score = (text: string): number =>
    2 * chosen.filter((id) => text.includes(id)).length + Number(belongsTo.some((id) => text.includes(id)));
  return Object.fromEntries(
    idPlaces(route).map(({ name, word }) => {
      const rows = texts.get(tablesNamed(word, ids)[0] ?? '') ?? [];
      const best = rows.toSorted((one, other) => score(other.text) - score(one.text))[0]?.id ?? newId();
      chosen.push(best);
      return [name, best];
    }),
  );
}

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

/** A small body that a route takes, with an id where it takes one; undefined when it takes none. */
export function sampleBody({ body }: Route): ((id: string) => string) | undefined {
  return body && ((id) => JSON.stringify(sampleOf(body, { id })));
}

/** Who sends, and where to. */
export interface Asking {
  readonly url: string;
  readonly cookie: string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** Sends one request of an attempt. Thousands are sent: by nothing that takes longer than the answer. */
export async function send(
  { url, cookie }: Asking,
  route: Route,
  attempt: Pick<Attempt, 'address' | 'body'>,
  id: string,
): Promise<Answer> {
  const body = attempt.body?.(id);
  const sent = request(url + attempt.address(id), {
    agent,
    method: route.method,
    headers: {
      ...{ cookie, 'if-match': '"1"' },
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    },
  }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return { status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') };
}

/** An answer without what differs by nature: the correlation id, and the id that was sent. */
export function seen({ status, text }: Answer, id: string): string {
  return `${String(status)} ${text.replace(/"correlationId":"[^"]*"/, '').replaceAll(id, '(the id)')}`;
}
