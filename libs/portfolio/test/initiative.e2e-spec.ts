import { AgendasModule } from '#libs/agendas';
import { AlliancesModule } from '#libs/alliances';
import { FixedClock, newId } from '#libs/kernel';
import { startTestApp, type TestApp } from '#libs/testing';
import { PortfolioModule } from '../src/index.js';

interface Initiative {
  id: string;
  stage: string;
  version: number;
  reviewOn: string | null;
  reviewOverdue: boolean;
  outcomeTitle: string | null;
  moves: { from: string; to: string; reason: string }[];
  reviews: { decision: string; words: string }[];
  may: { edit: boolean; moveTo: string[]; decide: string[] };
}
interface Problem {
  code: string;
  errors?: { field: string }[];
}
const ready = { stopRule: 'Vi stopper, hvis ingen unge møder op tre uger i træk', reviewOn: '2027-02-01' };
const clock = new FixedClock('2026-11-23T10:00:00Z');

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ modules: [AlliancesModule, AgendasModule, PortfolioModule], clock });
});
afterAll(() => app.close());
beforeEach(() => {
  clock.setTo('2026-11-23T10:00:00Z');
});

async function world() {
  const alliance = await app.world.alliance();
  const school = await app.world.organisation(alliance.id, { kind: 'school' });
  const { client } = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
  const member = await app.world.person([
    { allianceId: alliance.id, role: 'member', organisationId: school.id },
  ]);
  const base = `/api/v1/alliances/${alliance.id}/initiatives`;
  const add = async (input: Record<string, unknown> = {}) => {
    const answer = await client.post<{ id: string }>(base, { name: 'Mentor på værkstedet', ...input });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const move = (id: string, ifMatch: number, body: Record<string, unknown>) =>
    client.post<Initiative & Problem>(`${base}/${id}/moves`, body, { ifMatch });
  return { alliance, school, client, member, base, add, move };
}

describe('an initiative', () => {
  it('goes from idea to operations by its reviews, each on record', async () => {
    const { client, base, add, move } = await world();
    const id = await add(ready);
    const tested = await move(id, 1, { to: 'small_test' });
    expect(tested.body).toMatchObject({ stage: 'small_test', version: 2 });
    const review = (decision: string, ifMatch: number) =>
      client.post<Initiative>(
        `${base}/${id}/reviews`,
        { decision, words: 'Fire unge er begyndt', nextReviewOn: '2027-03-01' },
        { ifMatch },
      );
    await review('spread', 2);
    const embedded = await review('embed', 3);
    expect(embedded.body).toMatchObject({ stage: 'embedded', reviewOn: '2027-03-01', version: 4 });
    expect(embedded.body.reviews.map(({ decision }) => decision)).toEqual(['embed', 'spread']);
    expect(embedded.body.moves.map(({ from, to }) => [from, to])).toEqual([
      ['spread', 'embedded'],
      ['small_test', 'spread'],
      ['idea', 'small_test'],
    ]);
    const events = await app.database.query<{ type: string }>(
      'select type from event where subject_id = $1 order by id',
      [id],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'portfolio.initiative-created',
      'portfolio.initiative-tested',
      'portfolio.initiative-reviewed',
      'portfolio.initiative-spread',
      'portfolio.initiative-reviewed',
      'portfolio.initiative-embedded',
    ]);
  });

  it('that stopped is listed with its lesson', async () => {
    const { client, base, add, move } = await world();
    const id = await add(ready);
    await add({ name: 'En anden' });
    await move(id, 1, { to: 'small_test' });
    const closed = await move(id, 2, { to: 'closed', reason: 'Ingen kom', learned: 'Mandage duer ikke' });
    expect(closed.body.may).toEqual({ edit: false, moveTo: [], decide: [] });
    const list = await client.get<{ items: { id: string; learned: string }[]; total: number }>(
      `${base}?stage=closed`,
    );
    expect(list.body).toMatchObject({ total: 1, items: [{ id, learned: 'Mandage duer ikke' }] });
  });

  it('shows when its review is overdue, in the list as on its page', async () => {
    const { client, base, add, move } = await world();
    const id = await add({ ...ready, reviewOn: '2026-11-30' });
    await move(id, 1, { to: 'small_test' });
    clock.setTo('2026-12-01T10:00:00Z');
    const page = await client.get<Initiative>(`${base}/${id}`);
    const list = await client.get<{ items: Initiative[] }>(`${base}?sort=reviewOn`);
    expect([page.body.reviewOverdue, list.body.items[0]?.reviewOverdue]).toEqual([true, true]);
  });

  it('serves an outcome of the shared agenda', async () => {
    const { alliance, client, add, base } = await world();
    const outcomeId = newId();
    const agenda = `/api/v1/alliances/${alliance.id}/agenda/versions`;
    const draft = await client.post<{ id: string }>(agenda);
    const content = {
      title: 'Ungegarantien',
      problem: '',
      vision: '',
      mission: '',
      outcomes: [{ id: outcomeId, title: 'Flere i uddannelse', description: '' }],
      strategies: [],
      contributions: [],
    };
    await client.put(`${agenda}/${draft.body.id}`, { content }, { ifMatch: 1 });
    const id = await add({ outcomeId });
    expect((await client.get<Initiative>(`${base}/${id}`)).body.outcomeTitle).toBe('Flere i uddannelse');
    const list = await client.get<{ total: number }>(`${base}?outcome=${outcomeId}`);
    expect(list.body.total).toBe(1);
  });
});

describe('what is refused', () => {
  it('is a start without stop rule or review date, in the application and in the database', async () => {
    const { add, move, client, base } = await world();
    const bare = await add();
    const start = await move(bare, 1, { to: 'small_test' });
    expect([start.status, start.body.code, start.body.errors?.[0]?.field]).toEqual([
      422,
      'portfolio/stop-rule-needed',
      'stopRule',
    ]);
    const undated = await add({ stopRule: ready.stopRule });
    expect((await move(undated, 1, { to: 'small_test' })).body.code).toBe('portfolio/review-date-needed');
    await expect(
      app.database.query(`update initiative set stage = 'spread' where id = $1`, [bare]),
    ).rejects.toThrow('initiative_starts_with_its_own_end');
    expect((await client.get<Initiative>(`${base}/${bare}`)).body).toMatchObject({
      stage: 'idea',
      version: 1,
    });
  });

  it('is taking the stop rule away from one that runs', async () => {
    const { client, base, add, move } = await world();
    const id = await add(ready);
    await move(id, 1, { to: 'small_test' });
    const answer = await client.put<Problem>(
      `${base}/${id}`,
      { name: 'Uden regel', reviewOn: ready.reviewOn },
      { ifMatch: 2 },
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'portfolio/stop-rule-needed']);
  });

  it('is an end without a lesson, and a change after it', async () => {
    const { client, base, add, move } = await world();
    const id = await add(ready);
    expect((await move(id, 1, { to: 'closed', reason: 'Ingen kom' })).body.code).toBe(
      'portfolio/lesson-needed',
    );
    await move(id, 1, { to: 'closed', reason: 'Ingen kom', learned: 'Mandage duer ikke' });
    const edit = await client.put<Problem>(`${base}/${id}`, { name: 'Igen' }, { ifMatch: 2 });
    expect([edit.status, edit.body.code]).toEqual([409, 'portfolio/closed']);
  });

  it('is an outcome that is not on the agenda and an organisation of another alliance', async () => {
    const { client, base } = await world();
    const elsewhere = await world();
    for (const [input, field] of [
      [{ outcomeId: newId() }, 'outcomeId'],
      [{ responsibleOrganisationId: elsewhere.school.id }, 'responsibleOrganisationId'],
    ] as const) {
      const answer = await client.post<Problem>(base, { name: 'Strejfer', ...input });
      expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([422, field]);
    }
  });

  it('is keeping another organisation’s initiative, while a member keeps the own one', async () => {
    const { school, member, base, add } = await world();
    const theirs = await add();
    expect((await member.client.put(`${base}/${theirs}`, { name: 'Min' }, { ifMatch: 1 })).status).toBe(403);
    expect((await member.client.post(base, { name: 'For ingen' })).status).toBe(403);
    const own = await member.client.post<{ id: string }>(base, {
      name: 'Vores',
      responsibleOrganisationId: school.id,
    });
    expect(own.status).toBe(201);
    const handedOver = await member.client.put(`${base}/${own.body.id}`, { name: 'Ingens' }, { ifMatch: 1 });
    expect(handedOver.status).toBe(403);
  });

  it('is one of two moves at once', async () => {
    const { add, move } = await world();
    const id = await add(ready);
    const moves = await Promise.all([
      move(id, 1, { to: 'small_test' }),
      move(id, 1, { to: 'closed', reason: 'Nej', learned: 'Intet' }),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is another alliance’s initiative, with the same answer as one that does not exist', async () => {
    const here = await world();
    const elsewhere = await world();
    const foreign = await elsewhere.add(ready);
    const ask = async (id: string) =>
      [
        await here.client.get<Problem>(`${here.base}/${id}`),
        await here.client.put<Problem>(`${here.base}/${id}`, { name: 'x' }, { ifMatch: 1 }),
        await here.move(id, 1, { to: 'small_test' }),
        await here.client.post<Problem>(
          `${here.base}/${id}/reviews`,
          { decision: 'continue', words: 'x', nextReviewOn: '2027-03-01' },
          { ifMatch: 1 },
        ),
      ].map(({ status, body }) => [status, body.code]);
    const nothing = await ask(newId());
    expect(nothing).toEqual(Array.from({ length: 4 }, () => [404, 'platform/not-found']));
    expect(await ask(foreign)).toEqual(nothing);
  });
});
