import { createMongoAbility } from '@casl/ability';
import { allianceRoles } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { type Ability, Policies, SocketServer } from '#libs/platform';
import { connectSocket, type TestPerson } from '#libs/testing';
import { type Route, routesOf } from '../guards/routes.js';
import { idFieldsOf, sampleOf } from '../guards/sample.js';
import { type Attempt, attemptsAt, seen, send, tablesNamed } from './attempts.js';
import { type House, mayUse, openHouse, type Rows, rowsOf } from './house.js';
import { listenToStatements, type Statements } from './statements.js';

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Reads come first: what they look at is still as it was made. */
const order = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'];

/** Behind the wall of person data, but words of an organisation and of nobody. */
const textsOfOrganisations = ['participant_consent_text'];

/** A reminder names what is due by its id, which opens for nobody else; it says nothing of the person. */
function isPointer(route: Route, piece: string): boolean {
  return route.path.endsWith('/reminders') && new RegExp(`^${uuids.source}$`).test(piece);
}

describe('the border between two alliances', () => {
  let house: House;
  let routes: Route[];
  let own: Rows;
  let foreign: Rows;
  let foreignIds: Set<string>;
  let statements: Statements;

  beforeAll(async () => {
    // Jobs stay where they are: what is said to the database is said by the requests of this spec.
    house = await openHouse({ ROLE: 'api' });
    routes = routesOf(house.app)
      .filter((route) => route.path.includes(':allianceId'))
      .sort((one, other) => order.indexOf(one.method) - order.indexOf(other.method));
    own = await rowsOf(house, house.own);
    foreign = await rowsOf(house, house.foreign);
    foreignIds = new Set([house.foreign, ...[...foreign.values()].flat()]);
    statements = listenToStatements(house.app);
  }, 60_000);
  afterAll(async () => {
    statements.stop();
    await house.app.close();
  });

  const attempts = (): [Route, Attempt][] =>
    routes.flatMap((route) =>
      attemptsAt(route, house.own, own, foreign).map((attempt): [Route, Attempt] => [route, attempt]),
    );

  /** Everything an alliance holds, as one number. */
  async function stateOf(allianceId: string): Promise<Record<string, string>> {
    const state: Record<string, string> = {};
    for (const name of own.keys()) {
      const [row] = await house.app.database.query<{ sum: string }>(
        `select coalesce(sum(hashtextextended(t::text, 0)), 0)::text as sum from ${name} t where alliance_id = $1`,
        [allianceId],
      );
      state[name] = row?.sum ?? '';
    }
    return state;
  }

  async function answers(
    person: TestPerson,
    route: Route,
    attempt: Attempt,
    id: string,
  ): Promise<{ seen: string; said: string[] }> {
    statements.taken();
    const answer = await send(person, route, attempt, id);
    return { seen: seen(answer, id), said: statements.taken() };
  }

  it('answers a foreign id and one of nothing alike, to every role, and does the same for both', async () => {
    const before = await stateOf(house.foreign);
    const wrong: string[] = [];
    let tried = 0;
    for (const [route, attempt] of attempts())
      for (const role of allianceRoles) {
        const person = house.people.get(role);
        if (person === undefined || !mayUse(house, role, route)) continue;
        for (const id of attempt.foreign) {
          tried += 1;
          let [theirs, nobodys] = [
            await answers(person, route, attempt, id),
            await answers(person, route, attempt, newId()),
          ];
          // Something kept for a while (a session) may just have been read anew: look once more.
          if (theirs.said.join() !== nobodys.said.join())
            [theirs, nobodys] = [
              await answers(person, route, attempt, id),
              await answers(person, route, attempt, newId()),
            ];
          if (theirs.seen !== nobodys.seen)
            wrong.push(`${role} ${attempt.what}: ${theirs.seen} | ${nobodys.seen}`);
          else if (theirs.said.join() !== nobodys.said.join())
            wrong.push(
              `${role} ${attempt.what} says other things to the database:\n${theirs.said.join('\n')}\n|\n${nobodys.said.join('\n')}`,
            );
        }
      }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(300);
    expect(await stateOf(house.foreign)).toEqual(before);
  }, 120_000);

  it('refuses a role that may not, on things that are there too', async () => {
    const wrong: string[] = [];
    for (const [route, attempt] of attempts()) {
      const [table] =
        [...own].find(([, ids]) => ids.includes(attempt.address('').split('/').at(-1) ?? '')) ?? [];
      const mine = own.get(table ?? '')?.[0] ?? [...own.values()].flat()[0] ?? newId();
      for (const role of allianceRoles) {
        const person = house.people.get(role);
        if (person === undefined || mayUse(house, role, route)) continue;
        const { status } = await send(person, route, attempt, mine);
        if (status !== 403) wrong.push(`${role} ${attempt.what}: ${String(status)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('keeps socket events on one side too', async () => {
    const declared = house.app.get(SocketServer).declared();
    expect(declared.size).toBeGreaterThan(3);
    const wrong: string[] = [];
    for (const role of allianceRoles) {
      const person = house.people.get(role);
      if (person === undefined) continue;
      const socket = await connectSocket(house.app.url, person.cookie, house.own);
      try {
        for (const [event, { schema, allow }] of declared) {
          const candidates = idFieldsOf(schema).flatMap((field) =>
            tablesNamed(field, foreign).map((table) => foreign.get(table)?.[0] ?? newId()),
          );
          const may =
            allow === undefined ||
            house.app.get(Policies).abilityOf(person.actor(house.own)).can(allow.action, allow.subject);
          for (const id of [...new Set(candidates)]) {
            const say = async (one: string): Promise<string> =>
              JSON.stringify(await socket.send(event, sampleOf(schema, { id: one, all: true }))).replaceAll(
                one,
                '(the id)',
              );
            const [theirs, nobodys] = [await say(id), await say(newId())];
            if (theirs !== nobodys) wrong.push(`${role} ${event}: ${theirs} | ${nobodys}`);
            if (theirs.includes('"ok":true') && !theirs.includes('"value":null'))
              wrong.push(`${role} ${event} was done: ${theirs}`);
            if (!may && !theirs.includes('platform/forbidden')) wrong.push(`${role} ${event}: ${theirs}`);
          }
          const odd = await socket.send(event, { unheardOf: 1 });
          if (odd.ok) wrong.push(`${role} ${event} takes what it does not know`);
        }
        const lost = await socket.send('findes:ikke', {});
        if (lost.ok || lost.code !== 'platform/not-found') wrong.push(`${role} an event that is none`);
      } finally {
        socket.close();
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets no socket in from elsewhere: no session, foreign alliance, foreign page', async () => {
    const secretary = house.people.get('secretariat');
    const refusals = await Promise.all(
      [
        connectSocket(house.app.url, '', house.own),
        connectSocket(house.app.url, secretary?.cookie ?? '', house.foreign),
        connectSocket(house.app.url, secretary?.cookie ?? '', newId()),
      ].map((connecting) =>
        connecting.then(
          () => 'let in',
          (error: unknown) => (error as Error).message,
        ),
      ),
    );
    expect(refusals).toEqual(['platform/not-signed-in', 'platform/not-found', 'platform/not-found']);
  });

  describe('with the doors of the application taken out', () => {
    let leaks: string[];
    let closed: (typeof Policies.prototype)['abilityOf'];

    beforeAll(() => {
      leaks = [];
      const policies = house.app.get(Policies);
      closed = policies.abilityOf.bind(policies);
      const everything = createMongoAbility([{ action: 'manage', subject: 'all' }]) as unknown as Ability;
      Object.assign(policies, { abilityOf: () => everything });
    });
    afterAll(() => Object.assign(house.app.get(Policies), { abilityOf: closed }));

    const notSent = (text: string, sent: string): string[] =>
      [...new Set(text.match(uuids))].filter((id) => id !== sent && foreignIds.has(id));

    it('still shows and changes no row of another alliance', async () => {
      const before = await stateOf(house.foreign);
      let answered = 0;
      const people = ['secretariat', 'caseworker'] as const;
      for (const [route, attempt] of attempts())
        for (const role of people) {
          const person = house.people.get(role);
          if (person === undefined) continue;
          for (const id of attempt.foreign) {
            const answer = await send(person, route, attempt, id);
            if (answer.status < 300) answered += 1;
            for (const leak of notSent(answer.text, id)) leaks.push(`${attempt.what}: ${leak}`);
            const nobodys = newId();
            const none = await send(person, route, attempt, nobodys);
            if (seen(answer, id) !== seen(none, nobodys)) leaks.push(`${attempt.what}: ${seen(answer, id)}`);
          }
        }
      for (const route of routes.filter((each) => each.method === 'GET')) {
        const person = house.people.get('observer');
        if (person === undefined) continue;
        const all = { address: () => route.path.replace(':allianceId', house.own), body: undefined };
        const answer = await send(person, route, all, '');
        if (answer.status === 200) answered += 1;
        for (const leak of notSent(answer.text, '')) leaks.push(`${route.name}: ${leak}`);
      }
      expect(leaks).toEqual([]);
      expect(answered).toBeGreaterThan(15);
      expect(await stateOf(house.foreign)).toEqual(before);
    }, 120_000);

    it('still shows person data to nobody but a caseworker of the organisation', async () => {
      const personal = await personalTexts();
      expect(personal.length).toBeGreaterThan(50);
      const seenBy = async (person: TestPerson): Promise<string[]> => {
        const found: string[] = [];
        for (const route of routes.filter((each) => each.method === 'GET'))
          for (const attempt of withOwnIds(route)) {
            const answer = await send(person, route, attempt, '');
            const sent = attempt.address('');
            for (const piece of personal)
              if (answer.text.includes(piece) && !sent.includes(piece) && !isPointer(route, piece))
                found.push(`${route.name}: ${piece}`);
          }
        return found;
      };
      const secretary = house.people.get('secretariat');
      const caseworker = house.people.get('caseworker');
      if (secretary === undefined || caseworker === undefined) throw new Error('nobody there');
      expect(await seenBy(secretary)).toEqual([]);
      expect(await seenBy(house.elsewhere)).toEqual([]);
      expect((await seenBy(caseworker)).length).toBeGreaterThan(10);
    }, 60_000);

    /** Ids and texts that lie in tables of person data and nowhere else, some of each column. */
    async function personalTexts(): Promise<string[]> {
      const columns = await house.app.database.query<{ table: string; name: string }>(
        `select table_name as table, column_name as name from information_schema.columns
         where data_type in ('text', 'uuid') and table_name in
           (select tablename from pg_policies where policyname = 'case_organisation') and table_schema = 'public'
           and not table_name = any ($1)`,
        [textsOfOrganisations],
      );
      const shared = new Set(
        [...own].flatMap(([table, ids]) => (columns.some((one) => one.table === table) ? [] : ids)),
      );
      const texts: string[] = [];
      for (const { table, name } of columns) {
        const found = await house.app.database.query<{ value: string }>(
          `select ${name}::text as value from ${table} where alliance_id = $1 and length(${name}::text) > 7
           group by 1 having count(*) = 1 order by 1 limit 60`,
          [house.own],
        );
        texts.push(...found.map(({ value }) => value).filter((value) => !shared.has(value)));
      }
      return texts;
    }

    /** The route with things of one's own alliance in its address. */
    function withOwnIds(route: Route): Pick<Attempt, 'address' | 'body'>[] {
      const tried = attemptsAt(route, house.own, own, own);
      if (tried.length === 0)
        return [{ address: () => route.path.replace(':allianceId', house.own), body: undefined }];
      return tried.flatMap((attempt) =>
        attempt.foreign.map((id) => ({ address: () => attempt.address(id), body: undefined })),
      );
    }
  });
});
