import { request } from 'node:http';
import { allianceRoles } from '#libs/api-schema';
import type { TestPerson } from '#libs/testing';
import { type Route, routesOf } from '../guards/routes.js';
import { sampleOf } from '../guards/sample.js';
import { addressOf, idPlaces, tablesNamed } from './attempts.js';
import { type House, mayUse, openHouse, rowsOf, textsOf } from './house.js';

/** Odd texts for every field that takes one. */
const oddTexts = [
  '\u0000',
  '\ud800',
  '\u202e\u2066snyd',
  "'; drop table person; --",
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}',
  '=HYPERLINK("http://ondsindet.example")',
  'linje\r\nBcc: alle@ondsindet.example',
  '../../../../etc/passwd',
  '\u{1f9e8}'.repeat(2000),
];

/** Bodies that no schema asked for. */
const oddBodies: readonly (readonly [string, string | Buffer, string])[] = [
  ['deeper than anybody means it', '['.repeat(50_000) + ']'.repeat(50_000), 'application/json'],
  ['objects in objects', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000), 'application/json'],
  [
    'prototypes',
    '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
    'application/json',
  ],
  ['numbers beyond numbers', '{"name":1e999,"version":-1e999}', 'application/json'],
  [
    'bytes that are no text',
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    'application/json',
  ],
  ['nothing', '', 'application/json'],
  [
    'a form',
    'name=x&__proto__[isAdmin]=true&constructor[prototype][a]=1',
    'application/x-www-form-urlencoded',
  ],
  [
    'another language',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    'application/xml',
  ],
  ['a file that never begins', 'x', 'multipart/form-data'],
];

const oddQueries = [
  'limit=-1&after=x',
  'limit=1e9&sort=__proto__',
  'q=%00&q=%00&sort[]=name',
  'q=%ff%fe&sort=name;drop',
  'after=eyJhIjoxfQ&sort=-name',
  `q=${'%25'.repeat(3000)}`,
];

describe('input that means harm', () => {
  let house: House;
  let routes: Route[];
  const people = new Map<string, TestPerson>();

  beforeAll(async () => {
    house = await openHouse({ ROLE: 'api' });
    routes = routesOf(house.app);
    for (const [role, person] of house.people) people.set(role, person);
    people.set('admin', house.admin);
  }, 120_000);
  afterAll(() => house.app.close());

  const roleFor = (route: Route): string =>
    route.access?.kind === 'admin'
      ? 'admin'
      : (allianceRoles.find((role) => mayUse(house, role, route)) ?? 'secretariat');

  /** The bare request: no client that would put right what is odd about it. */
  const send = (
    route: Route,
    address: string,
    body: string | Buffer | undefined,
    type: string | undefined,
  ): Promise<{ status: number; type: string; text: string }> =>
    new Promise((resolve, reject) => {
      const sent = request(
        house.app.url + address,
        {
          method: route.method,
          headers: {
            ...{ cookie: people.get(roleFor(route))?.cookie ?? '', 'if-match': '"1"' },
            ...(type === undefined ? {} : { 'content-type': type }),
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              text: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      // Who answers before all has come, and hangs up, has answered; whoever sends may not hear it.
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve({ status: 0, type: '', text: '' });
        else reject(error);
      });
      sent.end(body);
    });

  const complaints = (what: string, answer: Awaited<ReturnType<typeof send>>): string[] => {
    const { status, type, text } = answer;
    const found: string[] = [];
    if (status >= 500 && status !== 503) found.push(`${what}: ${String(status)} ${text.slice(0, 200)}`);
    const isPage = what.includes('/callback') && type.includes('text/html');
    if (status >= 400 && what.includes('/api/') && !isPage && !type.includes('problem+json'))
      found.push(`${what}: ${String(status)} ${type}`);
    if (/\bat [\w.]+ \(|node_modules|SQLSTATE|syntax error at/.test(text))
      found.push(`${what}: ${text.slice(0, 300)}`);
    return found;
  };

  it('is refused with a problem document, in every route that takes a body', async () => {
    const wrong: string[] = [];
    const own = rowsOf(await textsOf(house, house.own));
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const ids = Object.fromEntries(
        idPlaces(route).map(({ name, word }) => [
          name,
          own.get(tablesNamed(word, own)[0] ?? '')?.[0] ?? name,
        ]),
      );
      const address = addressOf(route, house.own, ids);
      for (const [what, body, type] of oddBodies)
        wrong.push(...complaints(`${route.name}, ${what}`, await send(route, address, body, type)));
    }
    expect(wrong).toEqual([]);
    expect((await house.app.world.stranger.get('/readyz')).status).toBe(200);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  }, 240_000);

  it('does no harm as text in any field', async () => {
    const wrong: string[] = [];
    const own = rowsOf(await textsOf(house, house.own));
    let next = 0;
    for (const route of routes) {
      const { body } = route;
      if (body === undefined || route.name === 'POST /api/v1/example-alliances') continue;
      const ids = Object.fromEntries(
        idPlaces(route).map(({ name, word }) => [
          name,
          own.get(tablesNamed(word, own)[0] ?? '')?.[0] ?? name,
        ]),
      );
      const address = addressOf(route, house.own, ids);
      for (let tried = 0; tried < 3; tried += 1) {
        const text = oddTexts[next++ % oddTexts.length] ?? '';
        const json = JSON.stringify(sampleOf(body, { all: true, text }));
        wrong.push(
          ...complaints(
            `${route.name} ${JSON.stringify(text).slice(0, 30)}`,
            await send(route, address, json, 'application/json'),
          ),
        );
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('does no harm in an address or a query', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const query of oddQueries) {
        const address = `${addressOf(route, house.own, {})}?${query}`;
        wrong.push(...complaints(`${route.name}?${query}`, await send(route, address, undefined, undefined)));
      }
      if (!route.path.includes(':')) continue;
      for (const odd of ['%00', '%2e%2e%2f', "'%20or%201=1", '%f0%9f%a7%a8', 'x'.repeat(250)]) {
        const address = route.path.replace(':allianceId', house.own).replaceAll(/:\w+/g, odd);
        wrong.push(
          ...complaints(`${route.name} with ${odd}`, await send(route, address, undefined, undefined)),
        );
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});
