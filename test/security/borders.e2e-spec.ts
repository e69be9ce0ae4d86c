import { allianceRoles } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { SocketServer } from '#libs/platform';
import { connectSocket, type TestPerson } from '#libs/testing';
import { expectations } from '../guards/expectations.js';
import type { Route } from '../guards/routes.js';
import { idFieldsOf, sampleOf } from '../guards/sample.js';
import {
  addressOf,
  type Answer,
  type Asking,
  type Attempt,
  attemptsAt,
  routesInOrder,
  sampleBody,
  seen,
  send,
  tablesNamed,
  thingsAt,
} from './attempts.js';
import {
  type House,
  openHouse,
  personalRows,
  type Rows,
  rowsOf,
  stateOf,
  type Texts,
  textsOf,
} from './house.js';
import { type Asker, askers, complaint, expectedAt, isInAlliance, isRefusedEvent, Tally } from './matrix.js';
import { listenToStatements, type Statements } from './statements.js';

const inside = '/api/v1/alliances/:allianceId';

/** Reads that need what this house has not, each with the spec that reads it. */
const readElsewhere: Readonly<Record<string, string>> = {
  '/api/v1/mail-test/:deliveryId': 'libs/platform/test/delivery',
  [`${inside}/webhooks/:webhookId/messages/:messageId`]: 'test/integrations/webhooks',
  '/api/v1/admin/identity-providers/:providerId': 'libs/alliances/test/provider-sign-in',
  '/api/v1/admin/people/:personId/merge': 'libs/alliances/test/merge-people',
  [`${inside}/retention/:name/preview`]: 'libs/alliances/test/retention',
  [`${inside}/contracts/:contractId/document.pdf`]: 'libs/partner-contracts/test/contracts',
  [`${inside}/participants/:participantId/cpr`]: 'libs/participants/test/cpr',
};

/** Loads a whole example. That an administrator may, this house is made of. */
const takesLong = 'POST /api/v1/example-alliances';

/** What happens in a room: a sample is none of it. */
const undone = 'meetings:command';

const isRead = ({ method }: Route): boolean => method === 'GET';

describe('the border between two alliances', () => {
  let house: House;
  let routes: Route[];
  let own: Rows;
  let foreign: Rows;
  let ownTexts: Texts;
  let foreignTexts: Texts;
  let statements: Statements;
  const people = new Map<Asker, TestPerson>();
  const tally = new Tally();

  beforeAll(async () => {
    // Jobs stay where they are: what is said to the database is said by the requests of this spec.
    house = await openHouse({ ROLE: 'api' });
    for (const asker of askers.filter((one) => one !== 'stranger'))
      people.set(asker, await house.another(asker));
    routes = routesInOrder(house.app);
    [ownTexts, foreignTexts] = [await textsOf(house, house.own), await textsOf(house, house.foreign)];
    own = rowsOf(ownTexts);
    foreign = new Map([...rowsOf(foreignTexts), ...(await personalRows(house))]);
    statements = listenToStatements(house.app);
  }, 60_000);
  afterAll(async () => {
    statements.stop();
    process.stderr.write(`${tally.line(routes.length, house.app.get(SocketServer).declared().size)}\n`);
    await house.app.close();
  });

  const as = (asker: Asker): Asking => ({ url: house.app.url, cookie: people.get(asker)?.cookie ?? '' });

  /** The request for what is somebody's own, or as near to it as there is something. */
  function tryOwn(route: Route, asker: Asker): Promise<Answer> {
    const actor = people.get(asker)?.actor(house.own);
    const belongsTo = actor && [actor.personId, ...actor.roles.flatMap((held) => held.organisationId ?? [])];
    const anybody = route.path.startsWith('/api/v1/admin/') ? { personId: house.elsewhere.id } : {};
    const ids = { ...thingsAt(route, ownTexts, belongsTo ?? []), ...anybody };
    const [field = ''] = route.body === undefined ? [] : idFieldsOf(route.body);
    const id = own.get(tablesNamed(field, own)[0] ?? '')?.[0] ?? newId();
    const attempt = { address: () => addressOf(route, house.own, ids), body: sampleBody(route) };
    return send(as(asker), route, attempt, id);
  }

  /** The same, by somebody else in that role when what was tried before has cost the first one theirs. */
  async function askOwn(route: Route, asker: Asker): Promise<Answer> {
    const first = await tryOwn(route, asker);
    const isPlain = complaint(route, asker, first) === undefined && first.status !== 404;
    if (isPlain || asker === 'stranger') return first;
    const place = asker === 'admin' || asker === 'outsider' ? 'me' : `alliances/${house.own}`;
    if ((await people.get(asker)?.client.get(`/api/v1/${place}`))?.status === 200) return first;
    people.set(asker, await house.another(asker));
    return tryOwn(route, asker);
  }

  /** Asks everybody for what is theirs. @returns what is wrong, and the addresses that somebody got an answer from */
  async function askForOwn(among: readonly Route[]): Promise<{ wrong: string[]; answered: Set<string> }> {
    const wrong: string[] = [];
    const answered = new Set<string>();
    for (const route of among)
      for (const asker of askers) {
        if (route.name === takesLong && expectedAt(route, asker) === 'open') continue;
        const answer = await askOwn(route, asker);
        tally.add('own');
        wrong.push(...[complaint(route, asker, answer)].flatMap((one) => one ?? []));
        if (answer.status < 300) answered.add(route.path);
      }
    return { wrong, answered };
  }

  /** What two requests differ in: their answers, or what they say to the database (and so in time). */
  async function difference(what: string, asks: readonly (() => Promise<string>)[]): Promise<string[]> {
    const both = async (): Promise<{ answer: string; said: string }[]> => {
      const found = [];
      for (const ask of asks) {
        statements.taken();
        found.push({ answer: await ask(), said: statements.taken().join('\n') });
      }
      return found;
    };
    const differ = ([theirs, nobodys]: { answer: string; said: string }[]): boolean =>
      theirs?.answer !== nobodys?.answer || theirs?.said !== nobodys?.said;
    tally.add('foreign', 'random');
    // Something kept for a while (a session) may just have been read anew: then once more.
    const found = await both();
    const again = differ(found) ? await both() : found;
    return differ(again) ? [`${what}: ${JSON.stringify(again, null, 1)}`] : [];
  }

  it('answers everybody who reads what is theirs as the table of expectations says', async () => {
    const reads = routes.filter(isRead);
    const { wrong, answered } = await askForOwn(reads);
    const guarded = reads.filter(({ name }) => expectations[name] !== 'public').map(({ path }) => path);
    expect([wrong, guarded.filter((path) => !answered.has(path))]).toEqual([[], Object.keys(readElsewhere)]);
  }, 60_000);

  it('answers a foreign thing and nothing alike, in every role, and does the same for both', async () => {
    const before = await stateOf(house, house.foreign);
    const wrong: string[] = [];
    const attempts = routes.flatMap((route) =>
      attemptsAt(route, house.own, own, foreign).map((attempt): [Route, Attempt] => [route, attempt]),
    );
    for (const [route, attempt] of attempts)
      for (const role of allianceRoles)
        for (const foreignId of attempt.foreign.slice(
          0,
          expectedAt(route, role) === 'open' ? undefined : 1,
        )) {
          const ask = (id: string) => async () => seen(await send(as(role), route, attempt, id), id);
          wrong.push(...(await difference(`${role} ${attempt.what}`, [ask(foreignId), ask(newId())])));
        }
    expect(wrong).toEqual([]);
    expect(await stateOf(house, house.foreign)).toEqual(before);
  }, 120_000);

  it('answers a foreign alliance and nothing alike, to everybody who is signed in', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(isInAlliance))
      for (const asker of [...allianceRoles, 'outsider'] as const) {
        const ask = (allianceId: string, ids: Readonly<Record<string, string>>) => async () => {
          const attempt = { address: () => addressOf(route, allianceId, ids), body: sampleBody(route) };
          const answer = await send(as(asker), route, attempt, newId());
          if (answer.status !== 404) wrong.push(`${asker} ${route.name}: ${String(answer.status)}`);
          return seen(answer, allianceId);
        };
        const theirs = ask(house.foreign, thingsAt(route, foreignTexts, []));
        wrong.push(...(await difference(`${asker} ${route.name} elsewhere`, [theirs, ask(newId(), {})])));
      }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('keeps socket events on one side too', async () => {
    const wrong: string[] = [];
    for (const [event, { schema }] of house.app.get(SocketServer).declared()) {
      let isDone = false;
      for (const role of allianceRoles) {
        const socket = await connectSocket(house.app.url, as(role).cookie, house.own);
        const say = async (id: string): Promise<string> =>
          JSON.stringify(await socket.send(event, sampleOf(schema, { id, all: true }))).replaceAll(
            id,
            '(the id)',
          );
        const fields = idFieldsOf(schema);
        try {
          const mine = await say(own.get(tablesNamed(fields[0] ?? '', own)[0] ?? '')?.[0] ?? newId());
          tally.add('own');
          isDone ||= mine.includes('"ok":true');
          if (mine.includes('platform/forbidden') !== isRefusedEvent(event, role))
            wrong.push(`${role} ${event}: ${mine}`);
          // Only the answers: presence is written beside them, of whoever was in a room before.
          for (const table of new Set(fields.flatMap((field) => tablesNamed(field, foreign)))) {
            const [theirs, nobodys] = [await say(foreign.get(table)?.[0] ?? ''), await say(newId())];
            tally.add('foreign', 'random');
            if (theirs !== nobodys) wrong.push(`${role} ${event}: ${theirs} | ${nobodys}`);
          }
          if ((await socket.send(event, { unheardOf: 1 })).ok)
            wrong.push(`${role} ${event} takes what it does not know`);
        } finally {
          socket.close();
        }
      }
      if (isDone === (event === undone)) wrong.push(`${event} is ${isDone ? 'done' : 'done for nobody'}`);
    }
    expect(wrong).toEqual([]);
  });

  it('knows no socket event but those', async () => {
    const socket = await connectSocket(house.app.url, as('secretariat').cookie, house.own);
    expect(await socket.send('findes:ikke', {})).toMatchObject({ ok: false, code: 'platform/not-found' });
    socket.close();
  });

  it('lets no socket in from elsewhere: no session, foreign alliance, foreign page', async () => {
    const { cookie } = as('secretariat');
    const refusals = await Promise.all(
      [
        connectSocket(house.app.url, '', house.own),
        connectSocket(house.app.url, cookie, house.foreign),
        connectSocket(house.app.url, cookie, newId()),
      ].map((connecting) =>
        connecting.then(
          () => 'let in',
          (error: unknown) => (error as Error).message,
        ),
      ),
    );
    expect(refusals).toEqual(['platform/not-signed-in', 'platform/not-found', 'platform/not-found']);
  });

  it('answers everybody who changes what is theirs as the table of expectations says', async () => {
    // Last: much of what there was is gone after it.
    const { wrong } = await askForOwn(routes.filter((route) => !isRead(route)));
    expect(wrong).toEqual([]);
    expect(tally.of('own')).toBeGreaterThan(routes.length * (askers.length - 1));
  }, 60_000);
});
