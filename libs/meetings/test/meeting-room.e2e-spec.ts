import { roomTopics, type RoomEvent } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { AlliancesModule } from '#libs/alliances';
import { eventually, startTestApp, type TestApp } from '#libs/testing';
import { MeetingsModule } from '../src/index.js';
import { layTable, Seat, type Replied, type Table } from './meeting.builder.js';

const code = (reply: Replied<unknown>): string => (reply.ok ? 'accepted' : reply.code);

describe('a meeting room on sockets', () => {
  let app: TestApp;
  const seats: Seat[] = [];
  const sit = async (table: Table, who: Table['chair']): Promise<Seat> => {
    const seat = await Seat.take(app, table, who);
    seats.push(seat);
    return seat;
  };
  const open = async (table: Table): Promise<void> => {
    const answer = await table.chair.client.post(`${table.base}/meetings/${table.meetingId}/open`);
    expect(answer.status).toBe(204);
  };
  const seen = (seat: Seat, sequence: number): Promise<true> =>
    eventually(`number ${String(sequence)} at a seat`, () =>
      Promise.resolve(seat.state.sequence >= sequence && (true as const)),
    );

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule, MeetingsModule] });
  });
  afterEach(() => {
    for (const seat of seats.splice(0)) seat.socket.close();
  });
  afterAll(async () => {
    await app.close();
  });

  it('runs from proposal to decision, the same on every screen', async () => {
    const table = await layTable(app);
    await open(table);
    const [chair, anna, bo] = [
      await sit(table, table.chair),
      await sit(table, table.anna),
      await sit(table, table.bo),
    ];
    await chair.do({ type: 'move-to-item', itemId: table.itemId });
    await anna.do({ type: 'add-note', itemId: table.itemId, text: 'Tre virksomheder er klar' });
    await anna.do({ type: 'make-proposal', itemId: table.itemId, text: 'Vi prøver med tre butikker' });
    await eventually('the proposal at the chair', () => Promise.resolve(chair.state.proposals.length === 1));
    const proposalId = chair.state.proposals[0]?.proposalId ?? '';
    const opened = await chair.do({ type: 'open-round', proposalId });
    await seen(bo, opened.ok ? opened.value.sequence : NaN);
    const roundId = bo.state.proposals[0]?.rounds[0]?.roundId ?? '';
    for (const seat of [chair, anna]) await seat.do({ type: 'answer-round', roundId, answer: 'consent' });
    expect(code(await chair.do({ type: 'close-round', roundId }))).toBe('meetings/answers-missing');
    await bo.do({ type: 'answer-round', roundId, answer: 'concern', reason: 'Hvem følger op?' });
    const closed = await chair.do({ type: 'close-round', roundId });
    for (const seat of [anna, bo, chair]) await seen(seat, closed.ok ? closed.value.sequence : NaN);
    expect(anna.state).toEqual(chair.state);
    expect(bo.state).toEqual(chair.state);
    expect(bo.state.decisions).toMatchObject([
      { text: 'Vi prøver med tre butikker', outcome: 'adopted-with-concerns' },
    ]);
    const stored = await app.database.query('select outcome from meeting_decision where meeting_id = $1', [
      table.meetingId,
    ]);
    expect(stored).toEqual([{ outcome: 'adopted-with-concerns' }]);
    const logged = await app.database.query<{ payload: unknown }>(
      `select payload from event where alliance_id = $1 and type = 'meetings.decision-recorded'`,
      [table.allianceId],
    );
    expect(logged).toMatchObject([{ payload: { itemTitle: 'Fritidsjob', concerns: 1 } }]);
  });

  it('gives a client that was cut off exactly what it missed', async () => {
    const table = await layTable(app);
    await open(table);
    const [chair, anna] = [await sit(table, table.chair), await sit(table, table.anna)];
    await chair.do({ type: 'add-note', itemId: table.itemId, text: 'før' });
    await eventually('the note at Anna', () => Promise.resolve(anna.state.notes.length === 1));
    const had = anna.state;
    anna.socket.close();
    for (const n of [1, 2, 3])
      await chair.do({ type: 'add-note', itemId: table.itemId, text: `imens ${String(n)}` });
    const back = await Seat.connect(app, table, table.anna);
    seats.push(back);
    back.state = had;
    const joined = await back.join(had.sequence);
    expect(joined).toMatchObject({ ok: true, value: { state: null } });
    expect(back.heard).toEqual([had.sequence + 1, had.sequence + 2, had.sequence + 3]);
    await eventually('the chair hears its own', () =>
      Promise.resolve(chair.state.sequence === back.state.sequence),
    );
    expect(back.state).toEqual(chair.state);
    const again = await back.join(back.state.sequence);
    expect(again).toMatchObject({ ok: true, value: { state: null, events: [] } });
  });

  it('gives a client that claims more than there is the whole state', async () => {
    const table = await layTable(app);
    const seat = await Seat.connect(app, table, table.anna);
    seats.push(seat);
    const joined = await seat.join(4000);
    expect(joined.ok && joined.value.state?.sequence).toBe(joined.ok && joined.value.sequence);
  });

  it('carries out a command once, however often it is sent', async () => {
    const table = await layTable(app);
    await open(table);
    const chair = await sit(table, table.chair);
    const commandId = newId();
    const note = { type: 'add-note', itemId: table.itemId, text: 'kun én gang' } as const;
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => chair.do(note, commandId)));
    const events = (reply: typeof first): RoomEvent[] => (reply?.ok ? reply.value.events : []);
    for (const reply of others) expect(events(reply)).toEqual(events(first));
    expect((await chair.join()).ok && chair.state.notes.map((one) => one.text)).toEqual(['kun én gang']);
    const anna = await sit(table, table.anna);
    await anna.do(note, commandId);
    expect((await anna.join()).ok && anna.state.notes).toHaveLength(2);
  });

  it('numbers without gaps when everybody speaks at once, and stores before it tells', async () => {
    const table = await layTable(app);
    await open(table);
    const all = [await sit(table, table.chair), await sit(table, table.anna), await sit(table, table.bo)];
    const replies = await Promise.all(
      all.flatMap((seat) =>
        Array.from({ length: 15 }, (_, n) =>
          seat.do({ type: 'add-note', itemId: table.itemId, text: `note ${String(n)}` }),
        ),
      ),
    );
    expect(replies.every((reply) => reply.ok)).toBe(true);
    const rows = await app.database.query<{ sequence: string }>(
      'select sequence from meeting_room_event where meeting_id = $1 order by sequence',
      [table.meetingId],
    );
    expect(rows.map((row) => Number(row.sequence))).toEqual(rows.map((_, index) => index + 1));
    for (const seat of all) {
      await seen(seat, rows.length);
      expect(new Set(seat.heard).size).toBe(seat.heard.length);
      expect(seat.state).toEqual(all[0]?.state);
    }
  });

  it('writes attendance once per person, and shows who is here right now', async () => {
    const table = await layTable(app);
    await open(table);
    const chair = await sit(table, table.chair);
    const anna = await sit(table, table.anna);
    const twice = await sit(table, table.anna);
    type Presence = { present: { name: string }[] };
    const names = (pushed: Presence) => pushed.present.map((one) => one.name).join();
    await chair.socket.until<Presence>(
      roomTopics.presence,
      (pushed) => names(pushed) === 'Anna Lund,Karen Holm',
    );
    const rows = await app.database.query(
      'select person_name, voice from meeting_attendance where meeting_id = $1 order by 1',
      [table.meetingId],
    );
    expect(rows).toEqual([
      { person_name: 'Anna Lund', voice: true },
      { person_name: 'Karen Holm', voice: true },
    ]);
    chair.socket.received.length = 0;
    anna.socket.close();
    twice.socket.close();
    await chair.socket.until<Presence>(roomTopics.presence, (pushed) => names(pushed) === 'Karen Holm');
  });

  it('counts in who waited in the room before the meeting was opened', async () => {
    const table = await layTable(app);
    const [chair, anna] = [await sit(table, table.chair), await sit(table, table.anna)];
    expect(chair.state.attendees).toEqual([]);
    await open(table);
    const names = (seat: Seat) => seat.state.attendees.map((one) => one.name).sort();
    for (const seat of [chair, anna])
      await eventually('both are counted in', () => Promise.resolve(names(seat).length === 2));
    expect(names(anna)).toEqual(['Anna Lund', 'Karen Holm']);
    const rows = await app.database.query('select from meeting_attendance where meeting_id = $1', [
      table.meetingId,
    ]);
    expect(rows).toHaveLength(2);
  });

  it('refuses what only the chair may do, what needs a voice, and what is not a command at all', async () => {
    const table = await layTable(app);
    const early = await sit(table, table.anna);
    expect(code(await early.do({ type: 'ask-to-speak' }))).toBe('meetings/not-opened-yet');
    await open(table);
    const [chair, anna, sine] = [
      await sit(table, table.chair),
      await sit(table, table.anna),
      await sit(table, table.secretary),
    ];
    expect(code(await anna.do({ type: 'move-to-item', itemId: table.itemId }))).toBe('meetings/only-chair');
    await sine.do({ type: 'make-proposal', itemId: table.itemId, text: 'Et forslag' });
    await eventually('the proposal', () => Promise.resolve(chair.state.proposals.length === 1));
    const opened = await chair.do({
      type: 'open-round',
      proposalId: chair.state.proposals[0]?.proposalId ?? '',
    });
    await seen(sine, opened.ok ? opened.value.sequence : NaN);
    const roundId = sine.state.proposals[0]?.rounds[0]?.roundId ?? '';
    expect(code(await sine.do({ type: 'answer-round', roundId, answer: 'consent' }))).toBe(
      'meetings/no-voice',
    );
    expect(code(await anna.do({ type: 'answer-round', roundId, answer: 'objection' }))).toBe(
      'meetings/reason-needed',
    );
    const close = await table.chair.client.post(`${table.base}/meetings/${table.meetingId}/close`);
    expect(close).toMatchObject({ status: 409, body: { code: 'meetings/round-is-open' } });
    const raw = (payload: unknown) =>
      anna.socket.send(roomTopics.command, payload) as Promise<Replied<unknown>>;
    const command = { type: 'stop-timer' };
    const { meetingId } = table;
    expect(code(await raw({ meetingId, commandId: newId(), command: { ...command, chair: true } }))).toBe(
      'platform/invalid-input',
    );
    expect(code(await raw({ meetingId, commandId: newId(), command, allianceId: newId() }))).toBe(
      'platform/invalid-input',
    );
    expect(code(await raw({ meetingId, commandId: 'x', command }))).toBe('platform/invalid-input');
    expect(code(await raw(undefined))).toBe('platform/invalid-input');
  });

  it('answers a foreign meeting like one that does not exist, to every event', async () => {
    const table = await layTable(app);
    const foreign = await layTable(app);
    await open(foreign);
    const outsider = await app.world.person([{ allianceId: table.allianceId, role: 'member' }]);
    const command = { type: 'ask-to-speak' } as const;
    for (const person of [table.secretary, table.anna, outsider]) {
      const seat = await Seat.connect(app, table, person);
      seats.push(seat);
      const unknown = newId();
      const join = (meetingId: string) => seat.join(null, meetingId);
      const send = (meetingId: string) =>
        seat.socket.send(roomTopics.command, { meetingId, commandId: newId(), command });
      expect(await join(foreign.meetingId)).toEqual(await join(unknown));
      expect(code(await join(foreign.meetingId))).toBe('platform/not-found');
      expect(await send(foreign.meetingId)).toEqual(await send(unknown));
    }
    const seat = seats.at(-1);
    expect(code((await seat?.join()) ?? { ok: false, code: 'nobody' })).toBe('platform/not-found');
    const [rows] = await app.database.query<{ n: number }>(
      'select count(*)::int as n from meeting_attendance where meeting_id = $1',
      [foreign.meetingId],
    );
    expect(rows?.n).toBe(0);
  });

  it('slows down a client gone wild', async () => {
    const table = await layTable(app);
    await open(table);
    const chair = await sit(table, table.chair);
    const replies = await Promise.all(Array.from({ length: 310 }, () => chair.do({ type: 'stop-timer' })));
    const refused = replies.map(code).filter((one) => one !== 'accepted');
    expect(new Set(refused)).toEqual(new Set(['platform/too-many-requests']));
    expect(refused.length).toBeGreaterThanOrEqual(1);
  });

  it('keeps observers out', async () => {
    const table = await layTable(app);
    const observer = await app.world.person([{ allianceId: table.allianceId, role: 'observer' }]);
    const seat = await Seat.connect(app, table, observer);
    seats.push(seat);
    expect(code(await seat.join())).toBe('platform/forbidden');
  });

  it('shows out at once who is no longer a member of the group', async () => {
    const table = await layTable(app);
    await open(table);
    const [chair, bo] = [await sit(table, table.chair), await sit(table, table.bo)];
    const answer = await table.secretary.client.patch(
      `${table.base}/meeting-groups/${table.groupId}`,
      { memberIds: [table.chair.id, table.anna.id] },
      { ifMatch: 1 },
    );
    expect(answer.status).toBe(204);
    await bo.socket.until(roomTopics.shut, () => true);
    const before = bo.state.sequence;
    const note = await chair.do({ type: 'add-note', itemId: table.itemId, text: 'uden Bo' });
    await seen(chair, note.ok ? note.value.sequence : NaN);
    expect(code(await bo.do({ type: 'ask-to-speak' }))).toBe('platform/not-found');
    expect(bo.state.sequence).toBe(before);
  });

  it('lets one of two chairs win, and tells the other so', async () => {
    const table = await layTable(app);
    await open(table);
    const [chair, sine, anna] = [
      await sit(table, table.chair),
      await sit(table, table.secretary),
      await sit(table, table.anna),
    ];
    await chair.do({ type: 'make-proposal', itemId: table.itemId, text: 'Et forslag' });
    await eventually('the proposal', () => Promise.resolve(sine.state.proposals.length === 1));
    const proposalId = sine.state.proposals[0]?.proposalId ?? '';
    const starts = await Promise.all(
      [chair, sine].map((seat) => seat.do({ type: 'open-round', proposalId })),
    );
    expect(starts.map(code).sort()).toEqual(['accepted', 'meetings/round-is-open']);
    await eventually('the round', () => Promise.resolve(anna.state.proposals[0]?.state === 'in-round'));
    const roundId = anna.state.proposals[0]?.rounds[0]?.roundId ?? '';
    for (const seat of [chair, anna]) await seat.do({ type: 'answer-round', roundId, answer: 'consent' });
    const close = { type: 'close-round', roundId, leaveOutUnanswered: true } as const;
    const closes = await Promise.all([chair, sine].map((seat) => seat.do(close)));
    expect(closes.map(code).sort()).toEqual(['accepted', 'meetings/round-is-closed']);
    const decisions = await app.database.query('select id from meeting_decision where meeting_id = $1', [
      table.meetingId,
    ]);
    expect(decisions).toHaveLength(1);
    const path = `${table.base}/meetings/${table.meetingId}/close`;
    const ends = await Promise.all(
      [table.chair, table.secretary].map((who) => who.client.post<{ code?: string }>(path)),
    );
    expect(ends.map((end) => end.status).sort()).toEqual([204, 409]);
    expect(ends.find((end) => end.status === 409)?.body.code).toBe('meetings/already-closed');
    expect(code(await anna.do({ type: 'add-note', itemId: table.itemId, text: 'for sent' }))).toBe(
      'meetings/already-closed',
    );
  });

  it('reaches people at another process', async () => {
    const other = await startTestApp({ modules: [AlliancesModule, MeetingsModule], database: app.database });
    try {
      const table = await layTable(app);
      await open(table);
      const chair = await sit(table, table.chair);
      const far = await Seat.take(other, table, table.anna);
      seats.push(far);
      type Presence = { present: { name: string }[] };
      await chair.socket.until<Presence>(roomTopics.presence, ({ present }) => present.length === 2);
      const note = await chair.do({ type: 'add-note', itemId: table.itemId, text: 'langt væk' });
      await seen(far, note.ok ? note.value.sequence : NaN);
      const reply = await far.do({ type: 'ask-to-speak' });
      await seen(chair, reply.ok ? reply.value.sequence : NaN);
      expect(far.state).toEqual(chair.state);
    } finally {
      for (const seat of seats) seat.socket.close();
      await other.close();
    }
  });
});
