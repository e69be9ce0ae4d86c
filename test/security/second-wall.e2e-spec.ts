import { createMongoAbility } from '@casl/ability';
import { newId } from '#libs/kernel';
import { type Ability, Policies } from '#libs/platform';
import type { TestPerson } from '#libs/testing';
import type { Route } from '../guards/routes.js';
import { type Asking, type Attempt, attemptsAt, routesInOrder, seen, send } from './attempts.js';
import { type House, openHouse, type Rows, rowsOf, stateOf, textsOf } from './house.js';
import { isInAlliance } from './matrix.js';

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Behind the wall of person data, but words of an organisation and of nobody. */
const textsOfOrganisations = ['participant_consent_text'];

/** How a reminder names what is due, of whomever it is: by an id, which is then tried everywhere. */
const pointers = /"subject"\s*:\s*\{[^{}]*\}|"path"\s*:\s*"[^"]*"/g;

describe('the second wall, with the doors of the application taken out', () => {
  let house: House;
  let routes: Route[];
  let own: Rows;
  let foreign: Rows;
  let foreignIds: Set<string>;
  let leaks: string[];

  beforeAll(async () => {
    house = await openHouse({ ROLE: 'api' });
    routes = routesInOrder(house.app).filter(isInAlliance);
    own = rowsOf(await textsOf(house, house.own));
    foreign = rowsOf(await textsOf(house, house.foreign));
    foreignIds = new Set([house.foreign, ...[...foreign.values()].flat()]);
    leaks = [];
    const everything = createMongoAbility([{ action: 'manage', subject: 'all' }]) as unknown as Ability;
    Object.assign(house.app.get(Policies), { abilityOf: () => everything });
  }, 60_000);
  afterAll(() => house.app.close());

  const as = ({ cookie }: TestPerson): Asking => ({ url: house.app.url, cookie });

  const attempts = (): [Route, Attempt][] =>
    routes.flatMap((route) =>
      attemptsAt(route, house.own, own, foreign).map((attempt): [Route, Attempt] => [route, attempt]),
    );

  const notSent = (text: string, sent: string): string[] =>
    [...new Set(text.match(uuids))].filter((id) => id !== sent && foreignIds.has(id));

  it('still shows and changes no row of another alliance', async () => {
    const before = await stateOf(house, house.foreign);
    let answered = 0;
    const people = ['secretariat', 'caseworker'] as const;
    for (const [route, attempt] of attempts())
      for (const role of people) {
        const person = house.people.get(role);
        if (person === undefined) continue;
        for (const id of attempt.foreign) {
          const answer = await send(as(person), route, attempt, id);
          if (answer.status < 300) answered += 1;
          for (const leak of notSent(answer.text, id)) leaks.push(`${attempt.what}: ${leak}`);
          const nobodys = newId();
          const none = await send(as(person), route, attempt, nobodys);
          if (seen(answer, id) !== seen(none, nobodys)) leaks.push(`${attempt.what}: ${seen(answer, id)}`);
        }
      }
    for (const route of routes.filter((each) => each.method === 'GET')) {
      const person = house.people.get('observer');
      if (person === undefined) continue;
      const all = { address: () => route.path.replace(':allianceId', house.own), body: undefined };
      const answer = await send(as(person), route, all, '');
      if (answer.status === 200) answered += 1;
      for (const leak of notSent(answer.text, '')) leaks.push(`${route.name}: ${leak}`);
    }
    expect(leaks).toEqual([]);
    expect(answered).toBeGreaterThan(15);
    expect(await stateOf(house, house.foreign)).toEqual(before);
  }, 120_000);

  it('still shows person data to nobody but a caseworker of the organisation', async () => {
    const personal = await personalTexts();
    expect(personal.length).toBeGreaterThan(50);
    const pointed = new Set<string>();
    const seenBy = async (person: TestPerson): Promise<string[]> => {
      const found: string[] = [];
      const look = async (
        route: Route,
        attempt: Pick<Attempt, 'address' | 'body'>,
        id = '',
      ): Promise<void> => {
        const { text } = await send(as(person), route, attempt, id);
        const sent = attempt.address(id);
        const isReminder = route.path.endsWith('/reminders');
        for (const [pointer] of isReminder ? text.matchAll(pointers) : [])
          for (const piece of personal) if (pointer.includes(piece)) pointed.add(piece);
        const said = isReminder ? text.replaceAll(pointers, '') : text;
        for (const piece of personal)
          if (said.includes(piece) && !sent.includes(piece)) found.push(`${route.name}: ${piece}`);
      };
      const reads = routes.filter(({ method }) => method === 'GET');
      for (const route of reads) for (const attempt of withOwnIds(route)) await look(route, attempt);
      for (const id of [...pointed].slice(0, 4))
        for (const route of reads)
          for (const attempt of attemptsAt(route, house.own, own, own)) await look(route, attempt, id);
      return found;
    };
    const secretary = house.people.get('secretariat');
    const caseworker = house.people.get('caseworker');
    if (secretary === undefined || caseworker === undefined) throw new Error('nobody there');
    expect(await seenBy(secretary)).toEqual([]);
    expect(await seenBy(house.elsewhere)).toEqual([]);
    expect(pointed.size).toBeGreaterThan(0);
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
