import type {
  MeetingActionView,
  MeetingDetailView,
  MeetingGroupView,
  MeetingListItemView,
  MeetingMinutesView,
} from '#libs/api-schema';
import { AlliancesModule } from '#libs/alliances';
import { FixedClock, newId } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { DueItemSources } from '#libs/reminders';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { MeetingsModule } from '../src/index.js';
import { layTable, type Table } from './meeting.builder.js';

interface Problem {
  code: string;
  errors?: { field: string }[];
}
interface PageOf<T> {
  items: T[];
  total: number;
}

describe('meetings over HTTP', () => {
  const clock = new FixedClock('2026-11-23T12:00:00Z');
  let app: TestApp;
  const at = (table: Table, rest = '') => `${table.base}/meetings/${table.meetingId}${rest}`;
  const detail = async (table: Table, who: TestPerson = table.chair): Promise<MeetingDetailView> =>
    (await who.client.get<MeetingDetailView>(at(table))).body;
  const step = async (table: Table, name: string, who: TestPerson = table.chair): Promise<number> =>
    (await who.client.post(at(table, `/${name}`))).status;
  const agree = async (table: Table, who: TestPerson, body: object): Promise<string> =>
    (await who.client.post<{ id: string }>(at(table, '/actions'), body)).body.id;
  const minutesOf = async (table: Table): Promise<MeetingMinutesView> =>
    (await table.chair.client.get<MeetingMinutesView>(at(table, '/minutes'))).body;
  const actionsSeen = async (table: Table, who: TestPerson, query = ''): Promise<MeetingActionView[]> =>
    (await who.client.get<PageOf<MeetingActionView>>(`${table.base}/meeting-actions${query}`)).body.items;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule, MeetingsModule], clock });
  });
  beforeEach(() => {
    clock.setTo('2026-11-23T12:00:00Z');
  });
  afterAll(async () => {
    await app.close();
  });

  it('gives a group its members, once, and lets only the secretariat change it', async () => {
    const table = await layTable(app);
    const groups = await table.anna.client.get<{ items: MeetingGroupView[] }>(`${table.base}/meeting-groups`);
    expect(groups.body.items).toMatchObject([
      {
        name: 'Styregruppen',
        version: 1,
        members: [{ name: 'Anna Lund' }, { name: 'Bo Krogh' }, { name: 'Karen Holm' }],
      },
    ]);
    const path = `${table.base}/meeting-groups/${table.groupId}`;
    expect((await table.anna.client.patch(path, { name: 'Kup' }, { ifMatch: 1 })).status).toBe(403);
    expect((await table.secretary.client.patch(path, { name: 'Styregruppe' })).status).toBe(428);
    const twice = { memberIds: [table.anna.id, table.anna.id] };
    expect((await table.secretary.client.patch(path, twice, { ifMatch: 1 })).status).toBe(204);
    expect((await table.secretary.client.patch<Problem>(path, twice, { ifMatch: 1 })).body.code).toBe(
      'platform/stale',
    );
    const taken = await table.secretary.client.post<Problem>(`${table.base}/meeting-groups`, {
      name: 'STYREGRUPPEN',
      kind: 'other',
    });
    expect(taken.body).toMatchObject({ code: 'meetings/group-name-taken', errors: [{ field: 'name' }] });
    const outsider = await app.world.person([]);
    const strange = await table.secretary.client.post<Problem>(`${table.base}/meeting-groups`, {
      name: 'Ny',
      kind: 'other',
      memberIds: [outsider.id],
    });
    expect(strange.body).toMatchObject({ code: 'meetings/member-unknown', errors: [{ field: 'memberIds' }] });
  });

  it('names to a member those they meet, and to the secretariat everybody', async () => {
    const table = await layTable(app);
    const lonely = await app.world.person([{ allianceId: table.allianceId, role: 'partner' }], {
      name: 'Ene Bro',
    });
    const names = async (who: TestPerson): Promise<string[]> => {
      const answer = await who.client.get<{ items: { name: string }[] }>(`${table.base}/meeting-people`);
      return answer.body.items.map((one) => one.name);
    };
    expect(await names(table.anna)).toEqual(['Anna Lund', 'Bo Krogh', 'Karen Holm', 'Sine Vang']);
    expect(await names(table.secretary)).toContain('Ene Bro');
    expect(await names(lonely)).toEqual(['Ene Bro', 'Sine Vang']);
  });

  it('lists to each person the meetings of their own groups', async () => {
    const table = await layTable(app);
    const other = await app.world.person([{ allianceId: table.allianceId, role: 'member' }]);
    const list = async (who: TestPerson, query = '') =>
      (await who.client.get<PageOf<MeetingListItemView>>(`${table.base}/meetings${query}`)).body;
    expect(await list(table.anna)).toMatchObject({
      total: 1,
      items: [{ title: 'Styregruppemøde', items: 1, state: 'planned' }],
    });
    expect(await list(table.secretary, '?sort=-startsAt&state=planned,open&q=styre')).toMatchObject({
      total: 1,
    });
    expect(await list(table.secretary, '?state=closed')).toMatchObject({ total: 0 });
    expect(await list(other)).toMatchObject({ total: 0, items: [] });
    const hidden = await other.client.get<Problem>(at(table));
    const nowhere = await other.client.get<Problem>(`${table.base}/meetings/${newId()}`);
    expect([hidden.status, hidden.body.code]).toEqual([404, nowhere.body.code]);
  });

  it('plans a meeting that ends after it starts, for the secretariat only', async () => {
    const table = await layTable(app);
    const input = {
      groupId: table.groupId,
      title: 'Nyt',
      startsAt: '2026-12-02T10:00:00Z',
      endsAt: '2026-12-02T10:00:00Z',
    };
    const wrong = await table.secretary.client.post<Problem>(`${table.base}/meetings`, input);
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'meetings/ends-before-start', errors: [{ field: 'endsAt' }] },
    });
    expect((await table.chair.client.post(`${table.base}/meetings`, input)).status).toBe(403);
    const link = { ...input, endsAt: '2026-12-02T12:00:00Z', link: 'javascript:alert(1)' };
    expect(
      (await table.secretary.client.post<Problem>(`${table.base}/meetings`, link)).body.errors,
    ).toMatchObject([{ field: 'link' }]);
    const foreign = await layTable(app);
    const elsewhere = { ...input, endsAt: '2026-12-02T12:00:00Z', groupId: foreign.groupId };
    expect((await table.secretary.client.post(`${table.base}/meetings`, elsewhere)).status).toBe(404);
  });

  it('changes a meeting on its present version only', async () => {
    const table = await layTable(app);
    const change = (who: TestPerson, body: object, ifMatch: number) =>
      who.client.patch<Problem>(at(table), body, { ifMatch });
    expect((await change(table.anna, { title: 'Nej' }, 1)).body.code).toBe('meetings/only-chair');
    const both = await Promise.all([
      change(table.chair, { place: 'Rådhuset' }, 1),
      change(table.secretary, { place: 'Biblioteket' }, 1),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual([204, 412]);
    expect((await detail(table)).version).toBe(2);
  });

  it('keeps the agenda in order while items come, move and go', async () => {
    const table = await layTable(app);
    const add = async (title: string) =>
      (
        await table.chair.client.post<{ id: string }>(at(table, '/items'), {
          type: 'inform',
          title,
          ownerId: table.anna.id,
        })
      ).body.id;
    const [second, third] = [await add('Nyt fra kommunen'), await add('Eventuelt')];
    const order = (itemIds: string[]) =>
      table.chair.client.put<Problem>(at(table, '/items/order'), { itemIds });
    expect((await order([third, table.itemId, second])).status).toBe(204);
    expect((await detail(table)).items.map((item) => [item.position, item.title])).toEqual([
      [1, 'Eventuelt'],
      [2, 'Fritidsjob'],
      [3, 'Nyt fra kommunen'],
    ]);
    for (const wrong of [
      [third, second],
      [third, third, second],
      [third, second, newId()],
    ])
      expect((await order(wrong)).body.code).toBe('meetings/order-incomplete');
    const item = { ifMatch: 1 };
    expect(
      (await table.chair.client.patch(at(table, `/items/${second}`), { ownerId: null, minutes: 15 }, item))
        .status,
    ).toBe(204);
    expect(
      (await table.chair.client.patch(at(table, `/items/${second}`), { minutes: 10 }, item)).status,
    ).toBe(412);
    expect((await table.chair.client.delete(at(table, `/items/${third}`))).status).toBe(204);
    expect((await detail(table)).items).toMatchObject([
      { position: 1, title: 'Fritidsjob' },
      { position: 2, owner: null, minutes: 15, title: 'Nyt fra kommunen' },
    ]);
    expect((await table.anna.client.delete(at(table, `/items/${second}`))).status).toBe(403);
    const foreign = await layTable(app);
    expect((await table.chair.client.delete(at(table, `/items/${foreign.itemId}`))).status).toBe(404);
  });

  it('goes through its life once and keeps the minutes as they were approved', async () => {
    const table = await layTable(app);
    expect(await step(table, 'open', table.anna)).toBe(403);
    expect(await step(table, 'close')).toBe(409);
    expect(await step(table, 'open')).toBe(204);
    expect(await step(table, 'open')).toBe(409);
    expect(await step(table, 'close')).toBe(204);
    expect(await step(table, 'reopen')).toBe(204);
    expect(await step(table, 'close')).toBe(204);
    expect(await minutesOf(table)).toMatchObject({ state: 'closed', canApprove: true, absent: [{}, {}, {}] });
    expect(await step(table, 'approve-minutes')).toBe(204);
    expect(await step(table, 'reopen')).toBe(409);
    expect(await minutesOf(table)).toMatchObject({
      state: 'minutes-approved',
      approvedByName: 'Karen Holm',
      canReopen: false,
    });
    const late = await table.chair.client.post<Problem>(at(table, '/items'), {
      type: 'inform',
      title: 'For sent',
    });
    expect(late.body.code).toBe('meetings/minutes-are-approved');
    const rows = await app.database.query<{ type: string }>(
      `select type from event where alliance_id = $1 and type like 'meetings.m%' order by id`,
      [table.allianceId],
    );
    expect(rows.map((row) => row.type.split('.')[1])).toEqual([
      'meeting-planned',
      'meeting-opened',
      'meeting-closed',
      'meeting-reopened',
      'meeting-closed',
      'minutes-approved',
    ]);
  });

  it('follows an action from one meeting into the next until it is done', async () => {
    const table = await layTable(app);
    const before = await table.chair.client.post<Problem>(at(table, '/actions'), {
      title: 'x',
      ownerId: table.bo.id,
      dueOn: '2026-12-10',
    });
    expect(before.body.code).toBe('meetings/not-opened-yet');
    await step(table, 'open');
    const actionId = await agree(table, table.anna, {
      title: 'Ring til tre butikker',
      ownerId: table.bo.id,
      dueOn: '2026-12-10',
      itemId: table.itemId,
    });
    const nobody = await table.chair.client.post<Problem>(at(table, '/actions'), {
      title: 'x',
      ownerId: newId(),
      dueOn: '2026-12-10',
    });
    expect(nobody.body).toMatchObject({ code: 'meetings/owner-unknown', errors: [{ field: 'ownerId' }] });
    await step(table, 'close');
    const plan = {
      groupId: table.groupId,
      title: 'Næste',
      startsAt: '2026-12-15T10:00:00Z',
      endsAt: '2026-12-15T11:00:00Z',
    };
    const { id: nextId } = (await table.secretary.client.post<{ id: string }>(`${table.base}/meetings`, plan))
      .body;
    const carried = async () =>
      (await table.bo.client.get<MeetingDetailView>(`${table.base}/meetings/${nextId}`)).body.carriedActions;
    expect(await carried()).toMatchObject([
      { id: actionId, title: 'Ring til tre butikker', standing: 'open', canMark: true },
    ]);
    clock.setTo('2026-12-11T00:30:00+01:00');
    expect(await carried()).toMatchObject([{ standing: 'overdue' }]);
    expect(await actionsSeen(table, table.anna, '?show=overdue')).toMatchObject([
      { canMark: false, itemTitle: 'Fritidsjob' },
    ]);
    expect(await actionsSeen(table, table.anna, '?mine=true')).toEqual([]);
    const mark = (who: TestPerson, what: string) =>
      who.client.post<Problem>(`${table.base}/meeting-actions/${actionId}/${what}`);
    expect((await mark(table.anna, 'done')).body.code).toBe('meetings/not-your-action');
    const both = await Promise.all([mark(table.bo, 'done'), mark(table.chair, 'done')]);
    expect(both.map((one) => one.status).sort()).toEqual([204, 409]);
    expect(await carried()).toEqual([]);
    expect(await actionsSeen(table, table.bo, '?mine=true&show=done')).toMatchObject([{ standing: 'done' }]);
    expect((await mark(table.bo, 'reopen')).status).toBe(204);
    expect(await carried()).toHaveLength(1);
    const events = await app.database.query<{ payload: unknown }>(
      `select payload from event where alliance_id = $1 and type = 'meetings.action-done'`,
      [table.allianceId],
    );
    expect(events).toMatchObject([{ payload: { onTime: false, ownerName: 'Bo Krogh' } }]);
  });

  it('shows an action marked elsewhere in the room of the group that is open', async () => {
    const table = await layTable(app);
    await step(table, 'open');
    const actionId = await agree(table, table.chair, {
      title: 'Ring',
      ownerId: table.bo.id,
      dueOn: '2026-12-10',
    });
    await table.bo.client.post(`${table.base}/meeting-actions/${actionId}/done`);
    const room = await table.chair.client.get<{ state: { markedActions: Record<string, boolean> } }>(
      at(table, '/room'),
    );
    expect(room.body.state.markedActions).toEqual({ [actionId]: true });
    const rest = await table.chair.client.get<{ events: { sequence: number }[] }>(
      at(table, '/room/events?after=2'),
    );
    expect(rest.body.events.map((event) => event.sequence)).toEqual([3, 4]);
  });

  it('says which actions are due, and stops saying so when they are done', async () => {
    const table = await layTable(app);
    await step(table, 'open');
    const actionId = await agree(table, table.chair, {
      title: 'Ring',
      ownerId: table.bo.id,
      dueOn: '2026-12-10',
    });
    const source = app.get(DueItemSources).find('meetings.action-overdue');
    if (!source) throw new Error('the source is not registered');
    const asSystem = systemActor(table.allianceId, 'test');
    const due = (now: string) =>
      app.get(UnitOfWork).readAs(asSystem, (tx) => source.due(tx, new Date(now), { afterDays: 1 }));
    expect(await due('2026-12-10T22:59:00Z')).toEqual([]);
    const [item, ...others] = await due('2026-12-10T23:00:00Z');
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      subject: { kind: 'meeting-action', id: actionId },
      dueAt: new Date('2026-12-10T23:00:00Z'),
      recipient: { name: 'Bo Krogh', locale: 'da' },
      detail: { da: 'Aftalt på Styregruppemøde. Fristen var 10. december 2026.' },
    });
    if (!item) throw new Error('nothing is due');
    const still = () => app.get(UnitOfWork).readAs(asSystem, (tx) => source.stillDue(tx, item));
    expect(await still()).toBe(true);
    await table.bo.client.post(`${table.base}/meeting-actions/${actionId}/done`);
    expect(await still()).toBe(false);
    const foreign = await layTable(app);
    expect(
      await app
        .get(UnitOfWork)
        .readAs(systemActor(foreign.allianceId, 'test'), (tx) =>
          source.due(tx, new Date('2027-01-01'), { afterDays: 1 }),
        ),
    ).toEqual([]);
  });

  it('knows nothing of another alliance, whatever is asked of it', async () => {
    const table = await layTable(app);
    const foreign = await layTable(app);
    await step(foreign, 'open', foreign.chair);
    const action = await agree(foreign, foreign.chair, {
      title: 'Ring',
      ownerId: foreign.bo.id,
      dueOn: '2026-12-10',
    });
    const { client } = table.secretary;
    const ask = async (meetingId: string, itemId: string, actionId: string, groupId: string) => {
      const meeting = `${table.base}/meetings/${meetingId}`;
      const answers = [
        await client.get(meeting),
        await client.get(`${meeting}/minutes`),
        await client.get(`${meeting}/room`),
        await client.get(`${meeting}/room/events`),
        await client.patch(meeting, { title: 'x' }, { ifMatch: 1 }),
        await client.post(`${meeting}/open`),
        await client.post(`${meeting}/close`),
        await client.post(`${meeting}/reopen`),
        await client.post(`${meeting}/approve-minutes`),
        await client.post(`${meeting}/items`, { type: 'inform', title: 'x' }),
        await client.put(`${meeting}/items/order`, { itemIds: [itemId] }),
        await client.patch(`${meeting}/items/${itemId}`, { title: 'x' }, { ifMatch: 1 }),
        await client.delete(`${meeting}/items/${itemId}`),
        await client.post(`${meeting}/actions`, { title: 'x', ownerId: table.bo.id, dueOn: '2026-12-10' }),
        await client.post(`${table.base}/meeting-actions/${actionId}/done`),
        await client.post(`${table.base}/meeting-actions/${actionId}/reopen`),
        await client.patch(`${table.base}/meeting-groups/${groupId}`, { name: 'x' }, { ifMatch: 1 }),
      ];
      return answers.map(({ status, body }) => [status, (body as Problem).code]);
    };
    const answers = await ask(foreign.meetingId, foreign.itemId, action, foreign.groupId);
    expect(answers).toEqual(answers.map(() => [404, 'platform/not-found']));
    expect(answers).toEqual(await ask(newId(), newId(), newId(), newId()));
  });

  it('stores nothing of input with unknown keys or beyond the limits', async () => {
    const table = await layTable(app);
    const post = async (path: string, body: unknown) =>
      (await table.secretary.client.post<Problem>(at(table, path), body)).status;
    expect(await post('/items', { type: 'inform', title: 'x', meetingId: newId() })).toBe(422);
    expect(await post('/items', { type: 'vote', title: 'x' })).toBe(422);
    expect(await post('/items', { type: 'inform', title: 'x'.repeat(201) })).toBe(422);
    expect(await post('/open', { state: 'open' })).toBe(422);
    expect((await detail(table)).items).toHaveLength(1);
  });
});
