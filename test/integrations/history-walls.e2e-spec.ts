import { newId } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import {
  connectSocket,
  eventually,
  startTestApp,
  type TestApp,
  type TestPerson,
  type TestSocket,
} from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';

interface Told {
  seq: number;
  type: string;
}
interface Feed {
  events: Told[];
  last: number;
}

/** All that happens to the group, its meeting, the decision made and the action agreed on there. */
const ofMeetings = [
  'meetings.group-created',
  'meetings.meeting-planned',
  'meetings.decision-recorded',
  'meetings.action-agreed',
];

describe('who is told of a meeting of a group', () => {
  let app: TestApp;
  let alliance: string;
  let base: string;
  let elsewhere: string;
  let things: { subject: string; type: string }[];
  const sockets: TestSocket[] = [];
  const people = {} as Record<
    'secretary' | 'inGroup' | 'chair' | 'owner' | 'member' | 'caseworker' | 'elsewhere',
    TestPerson
  >;

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules });
  });
  afterAll(() => app.close());
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });

  beforeEach(async () => {
    alliance = (await app.world.alliance()).id;
    base = `/api/v1/alliances/${alliance}`;
    const here = await app.world.organisation(alliance, { kind: 'municipality' });
    const held = { allianceId: alliance, organisationId: here.id };
    people.secretary = await app.world.person([{ allianceId: alliance, role: 'secretariat' }]);
    for (const name of ['inGroup', 'chair', 'owner', 'member'] as const)
      people[name] = await app.world.person([{ ...held, role: 'member' }]);
    people.caseworker = await app.world.person([{ ...held, role: 'caseworker' }]);
    elsewhere = (await app.world.alliance()).id;
    people.elsewhere = await app.world.person([{ allianceId: elsewhere, role: 'secretariat' }]);
    for (const person of [people.secretary, people.inGroup, people.member, people.caseworker])
      sockets.push(await connectSocket(app.url, person.cookie, alliance));
    await meet();
  });

  async function made(path: string, body: object): Promise<string> {
    const answer = await people.secretary.client.post<{ id: string }>(`${base}/${path}`, body);
    expect([answer.status, path, answer.text]).toEqual([201, path, expect.anything()]);
    return answer.body.id;
  }

  /** A meeting with a decision and an action, and a partner who comes after it: everybody's news. */
  async function meet(): Promise<void> {
    const { inGroup, chair, owner } = people;
    const group = await made('meeting-groups', {
      ...{ name: 'Styregruppen', kind: 'steering', memberIds: [inGroup.id, owner.id] },
    });
    const meeting = await made('meetings', {
      ...{ groupId: group, title: 'Opsigelse (fortroligt)', chairId: chair.id },
      ...{ startsAt: '2026-12-01T13:00:00Z', endsAt: '2026-12-01T15:00:00Z' },
    });
    const item = await made(`meetings/${meeting}/items`, { type: 'decide', title: 'Opsigelse', minutes: 20 });
    const opened = await chair.client.post(`${base}/meetings/${meeting}/open`);
    expect(opened.status).toBe(204);
    const action = await chair.client.post<{ id: string }>(`${base}/meetings/${meeting}/actions`, {
      ...{ title: 'Skriv brevet', ownerId: owner.id, dueOn: '2026-12-10' },
    });
    expect(action.status).toBe(201);
    await app.database.query('delete from meeting_group_member where alliance_id = $1 and person_id = $2', [
      alliance,
      owner.id,
    ]);
    const decision = newId();
    await app.get(UnitOfWork).actAs(systemActor(alliance, 'spec'), async (tx) => {
      await tx.query(
        `insert into meeting_decision (id, alliance_id, meeting_id, item_id, text, outcome, decided_at)
         values ($1, $2, $3, $4, 'Vi opsiger', 'adopted', now())`,
        [decision, alliance, meeting, item],
      );
      await tx.append(
        'meetings.decision-recorded',
        { kind: 'meeting-decision', id: decision },
        { meetingId: meeting, meetingTitle: 'Opsigelse (fortroligt)', itemTitle: 'Opsigelse', concerns: 0 },
      );
    });
    await made('partners', { name: 'Bager Ø', kind: 'company' });
    things = [
      { subject: `meeting-group:${group}`, type: 'meetings.group-created' },
      { subject: `meeting:${meeting}`, type: 'meetings.meeting-planned' },
      { subject: `meeting-decision:${decision}`, type: 'meetings.decision-recorded' },
      { subject: `meeting-action:${action.body.id}`, type: 'meetings.action-agreed' },
    ];
    await eventually('all is sealed', async () => {
      const rows = await app.database.query(
        `select from event_seal where alliance_id = $1 and type in ('alliances.partner-added', 'meetings.decision-recorded')`,
        [alliance],
      );
      return rows.length === 2;
    });
  }

  const known = (types: readonly string[]): string[] => ofMeetings.filter((type) => types.includes(type));
  const read = async <T>(who: TestPerson, path: string): Promise<T> => {
    const answer = await who.client.get<T>(`${base}/${path}`);
    expect([answer.status, path]).toEqual([200, path]);
    return answer.body;
  };
  const typesOf = (events: readonly Told[]): string[] => known(events.map(({ type }) => type));

  /** What somebody hears of the meeting, by each way of reading. */
  async function heard(who: TestPerson): Promise<Record<string, string[]>> {
    const history = await read<{ items: Told[]; total: number }>(who, 'audit?limit=200');
    expect(history.total).toBe(history.items.length);
    const facets = await read<{ types: string[]; kinds: string[] }>(who, 'audit/facets');
    return {
      history: typesOf(history.items),
      words: typesOf((await read<{ items: Told[] }>(who, 'audit?limit=200&q=fortroligt')).items),
      choices: known(facets.types),
      kinds: facets.kinds.filter((kind) => kind.startsWith('meeting')).sort(),
      feed: typesOf((await read<Feed>(who, 'feed?limit=50')).events),
      rest: typesOf((await read<Feed>(who, 'feed?limit=50&after=0')).events),
      news: typesOf((await read<{ changes: Told[] }>(who, 'overview')).changes),
    };
  }
  const everywhere = (types: string[], kinds: string[]): Record<string, string[]> => ({
    ...{ history: types, choices: types, feed: types, rest: types, news: types, kinds },
    words: types.filter((type) => type !== 'meetings.group-created'),
  });
  const kinds = ['meeting', 'meeting-action', 'meeting-decision', 'meeting-group'];

  it('are the secretariat and the group, by every way of reading', async () => {
    for (const who of [people.secretary, people.inGroup])
      expect(await heard(who)).toEqual(everywhere(ofMeetings, kinds));
  });

  it('is who chairs it, though not of the group itself', async () => {
    expect(await heard(people.chair)).toEqual(everywhere(ofMeetings.slice(1), kinds.slice(0, 3)));
  });

  it('is who took on an action, of that action alone', async () => {
    expect(await heard(people.owner)).toEqual(everywhere(['meetings.action-agreed'], ['meeting-action']));
  });

  it('is nobody else, whatever their role; they hear of everything else', async () => {
    for (const who of [people.member, people.caseworker]) {
      expect(await heard(who)).toEqual(everywhere([], []));
      const { events, last } = await read<Feed>(who, 'feed?limit=50');
      expect(events.map(({ type }) => type)).toContain('alliances.partner-added');
      expect(last).toBe((await read<Feed>(people.secretary, 'feed?limit=50')).last);
      const text = (await who.client.get(`${base}/audit?limit=200`)).text;
      expect(text).not.toMatch(/fortroligt|Opsigelse|Styregruppen/);
    }
  });

  it('shows who may not read a thing the same as for a thing that is not', async () => {
    for (const { subject, type } of things) {
      const own = await read<{ items: Told[] }>(people.inGroup, `audit?subject=${subject}`);
      expect(own.items.map((event) => event.type)).toContain(type);
      const [kind] = subject.split(':');
      for (const who of [people.member, people.caseworker]) {
        const [real, random] = [
          await who.client.get(`${base}/audit?subject=${subject}`),
          await who.client.get(`${base}/audit?subject=${kind ?? ''}:${newId()}`),
        ];
        expect([real.status, real.text, real.headers.get('etag')]).toEqual([
          random.status,
          random.text,
          random.headers.get('etag'),
        ]);
        expect(real.body).toEqual({ items: [], total: 0, next: null });
      }
      const [real, random] = [
        await people.elsewhere.client.get(`${base}/audit?subject=${subject}`),
        await people.elsewhere.client.get(`/api/v1/alliances/${newId()}/audit?subject=${subject}`),
      ];
      expect([real.status, random.status]).toEqual([404, 404]);
      const there = await people.elsewhere.client.get(
        `/api/v1/alliances/${elsewhere}/audit?subject=${subject}`,
      );
      expect(there.body).toEqual({ items: [], total: 0, next: null });
    }
  });

  it('is taken out by the secretariat, and by nobody else', async () => {
    const taken = await people.secretary.client.post<{ csv: string }>(`${base}/audit/export`, {});
    expect(taken.status).toBe(200);
    for (const type of ofMeetings) expect(taken.body.csv).toContain(type);
    expect((await people.inGroup.client.post(`${base}/audit/export`, {})).status).toBe(403);
  });

  it('hears of it at once on a socket, and after a cut exactly the rest', async () => {
    const [secretary, inGroup, member, caseworker] = sockets;
    if (!secretary || !inGroup || !member || !caseworker) throw new Error('They were not connected');
    const told = (socket: TestSocket): Told[] =>
      socket.received.filter(({ event }) => event === 'feed:event').map(({ payload }) => payload as Told);
    for (const socket of [secretary, inGroup, member, caseworker])
      await socket.until<Told>('feed:event', ({ type }) => type === 'alliances.partner-added');
    for (const socket of [secretary, inGroup]) expect(typesOf(told(socket))).toEqual(ofMeetings);
    for (const socket of [member, caseworker]) expect(typesOf(told(socket))).toEqual([]);
    for (const socket of [secretary, inGroup, member, caseworker]) {
      const answer = await socket.send('feed:resync', { after: 0 });
      const rest = (answer as { value: Feed }).value.events;
      expect(told(socket)).toEqual(rest.filter(({ seq }) => seq >= (told(socket)[0]?.seq ?? 0)));
      const numbers = told(socket).map(({ seq }) => seq);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, two) => one - two));
    }
  });
});
