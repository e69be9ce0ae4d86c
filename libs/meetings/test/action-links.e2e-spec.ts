import { AlliancesModule } from '#libs/alliances';
import type { ActionHandOver, MeetingActionView } from '#libs/api-schema';
import { FixedClock } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { DueItemSources } from '#libs/reminders';
import { eventually, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { MeetingsModule } from '../src/index.js';
import { layTable, type Table } from './meeting.builder.js';

interface Outbox {
  items: { allianceId: string; to: { email: string } | null; content: { button?: { url: string } } | null }[];
}

const kurt = { name: 'Kurt Frivillig', email: 'kurt@forening.example', locale: 'da' };

describe('an action handed to somebody without an account', () => {
  const clock = new FixedClock('2026-12-01T14:00:00Z');
  let app: TestApp;
  let table: Table;
  let actionId: string;

  const path = (rest: string): string => `${table.base}/meeting-actions/${actionId}${rest}`;
  const give = (who: TestPerson, to: object = kurt) => who.client.put(path('/hand-over'), to);
  const seen = async (who: TestPerson = table.bo): Promise<ActionHandOver> =>
    (await who.client.get<ActionHandOver>(path('/hand-over'))).body;
  const listed = async (): Promise<MeetingActionView | undefined> =>
    (
      await table.anna.client.get<{ items: MeetingActionView[] }>(`${table.base}/meeting-actions`)
    ).body.items.find(({ id }) => id === actionId);
  /** The address in the newest mail to somebody, once there are so many. */
  const mailed = (email: string, count = 1): Promise<string> =>
    eventually(`mail to ${email}`, async () => {
      const { items } = (await table.secretary.client.get<Outbox>('/api/v1/outbox')).body;
      const mine = items.filter((mail) => mail.allianceId === table.allianceId && mail.to?.email === email);
      return mine.length < count ? undefined : new URL(mine[0]?.content?.button?.url ?? '').pathname;
    });
  const visit = (address: string) => app.world.stranger.get<string>(address);
  const tell = (address: string, fields: Readonly<Record<string, string>>) =>
    app.world.stranger.form(address, fields);

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule, MeetingsModule], clock });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    clock.setTo('2026-12-01T14:00:00Z');
    table = await layTable(app);
    await table.chair.client.post(`${table.base}/meetings/${table.meetingId}/open`);
    const agreed = await table.chair.client.post<{ id: string }>(
      `${table.base}/meetings/${table.meetingId}/actions`,
      { title: 'Ring til hallen', ownerId: table.anna.id, dueOn: '2026-12-10' },
    );
    actionId = agreed.body.id;
  });

  it('is reported done behind a link to it alone, once, under the helper’s name', async () => {
    expect((await give(table.anna)).status).toBe(204);
    const address = await mailed(kurt.email);
    const page = await visit(address);
    expect(page.text).toContain('<h1>Ring til hallen</h1>');
    const noted = await tell(address, { do: 'note', note: 'Jeg ringer på torsdag.' });
    expect([noted.status, noted.headers.get('location')]).toEqual([303, `${address}?locale=da&saved=1`]);
    expect((await seen()).notes).toMatchObject([{ authorName: kurt.name, text: 'Jeg ringer på torsdag.' }]);
    const done = await tell(address, { do: 'done', note: '' });
    expect([done.status, done.text.includes('handlingen er udført')]).toEqual([200, true]);
    expect(await listed()).toMatchObject({ standing: 'done', doneByName: kurt.name, helperName: kurt.name });
    const after = await visit(address);
    expect([after.status, after.text.includes('Linket er brugt')]).toEqual([410, true]);
    expect((await tell(address, { do: 'done', note: '' })).status).toBe(410);
  });

  it('is done once when two forms are sent at the same moment', async () => {
    await give(table.anna);
    const address = await mailed(kurt.email);
    const answers = await Promise.all([1, 2].map(() => tell(address, { do: 'done', note: 'Klaret' })));
    const [won, lost] = answers.map(({ status }) => status).sort();
    expect([won, lost === 409 || lost === 410]).toEqual([200, true]);
    expect((await seen()).notes).toHaveLength(1);
  });

  it('refuses an empty message and a CPR number, keeping what was typed', async () => {
    await give(table.anna);
    const address = await mailed(kurt.email);
    expect((await tell(address, { do: 'note', note: ' ' })).status).toBe(422);
    const refused = await tell(address, { do: 'note', note: 'Han hedder 010190-1234' });
    expect([refused.status, refused.text.includes('CPR')]).toEqual([422, true]);
    expect((await seen()).notes).toEqual([]);
  });

  it('goes to the right person when the wrong one passes it on; the first link ends', async () => {
    await give(table.anna);
    const address = await mailed(kurt.email);
    const given = { name: 'Lis Leder', email: 'lis@forening.example', language: 'en' };
    expect((await tell(`${address}/pass-on`, given)).status).toBe(200);
    expect((await visit(address)).status).toBe(410);
    const fresh = await mailed('lis@forening.example');
    expect((await visit(fresh)).status).toBe(200);
    expect((await seen()).helper).toMatchObject({ name: 'Lis Leder', givenByName: kurt.name });
  });

  it('is taken back by its owner, and is handed over by nobody else but chair and secretariat', async () => {
    expect((await give(table.bo)).status).toBe(403);
    expect((await give(table.secretary)).status).toBe(204);
    const address = await mailed(kurt.email);
    expect((await seen(table.bo)).helper).toMatchObject({ name: kurt.name, email: null });
    expect((await seen(table.anna)).helper).toMatchObject({ email: kurt.email });
    expect((await table.anna.client.delete(path('/hand-over'))).status).toBe(204);
    expect((await visit(address)).status).toBe(410);
    expect((await seen()).helper).toBeNull();
  });

  it('cannot be handed over when it is done', async () => {
    await table.anna.client.post(path('/done'));
    expect((await give(table.anna)).status).toBe(409);
  });

  it('is unknown to another alliance', async () => {
    const other = await layTable(app);
    const elsewhere = `${other.base}/meeting-actions/${actionId}/hand-over`;
    expect((await other.secretary.client.get(elsewhere)).status).toBe(404);
    expect((await other.secretary.client.put(elsewhere, kurt)).status).toBe(404);
  });

  it('is reminded of by a link of its own when its date has passed', async () => {
    await give(table.anna);
    clock.setTo('2026-12-15T08:00:00Z');
    const source = app.get(DueItemSources).find('meetings.action-overdue');
    const [recipients, link] = await app
      .get(UnitOfWork)
      .actAs(systemActor(table.allianceId, 'scan'), async (tx) => {
        const due = (await source?.due(tx, tx.now(), { afterDays: 1 })) ?? [];
        const helpers = due.find(({ recipient }) => recipient.email === kurt.email);
        const url = helpers === undefined ? null : await source?.link?.(tx, helpers);
        return [due.map(({ recipient }) => recipient.name).sort(), url] as const;
      });
    expect(recipients).toEqual(['Anna Lund', kurt.name]);
    expect((await visit(new URL(link ?? '').pathname)).status).toBe(200);
  });
});
