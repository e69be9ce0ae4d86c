import { AlliancesModule } from '#libs/alliances';
import { FixedClock, newId } from '#libs/kernel';
import { type PersonDataExport, Retention } from '#libs/platform';
import { eventually, findsOf, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import type { QueryRunner } from 'typeorm';
import { MeetingsBackfillHelpers } from '../../../migrations/20261203T1405-meetings-backfill-helpers.js';
import { MeetingsModule } from '../src/index.js';
import { layTable, type Table } from './meeting.builder.js';

interface Outbox {
  items: { allianceId: string; to: { email: string } | null; content: { button?: { url: string } } | null }[];
}

/** Somebody without an account. */
interface Helper {
  name: string;
  email: string;
}

const today = '2026-12-01T14:00:00Z';
const rule = 'meetings.action-help';

describe('what is kept of somebody who helps with an action by a link', () => {
  const clock = new FixedClock(today);
  let app: TestApp;
  let table: Table;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule, MeetingsModule], clock });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    clock.setTo(today);
    table = await laid();
  });

  async function laid(): Promise<Table> {
    const made = await layTable(app);
    await made.chair.client.post(`${made.base}/meetings/${made.meetingId}/open`);
    return made;
  }
  const somebody = (): Helper => {
    const mark = newId().slice(-8);
    return { name: `Kurt Mærke${mark}`, email: `kurt-${mark}@forening.example` };
  };
  async function agree({ chair, anna, base, meetingId }: Table, title: string): Promise<string> {
    const agreed = await chair.client.post<{ id: string }>(`${base}/meetings/${meetingId}/actions`, {
      title,
      ownerId: anna.id,
      dueOn: '2026-12-10',
    });
    return agreed.body.id;
  }
  /** Hands an action over, and gives the address of the link that was mailed. */
  async function handOver(at: Table, actionId: string, to: Helper): Promise<string> {
    const given = await at.anna.client.put(`${at.base}/meeting-actions/${actionId}/hand-over`, {
      ...to,
      locale: 'da',
    });
    expect(given.status).toBe(204);
    return mailed(at, to.email);
  }
  const mailed = ({ secretary, allianceId }: Table, email: string): Promise<string> =>
    eventually(`mail to ${email}`, async () => {
      const { items } = (await secretary.client.get<Outbox>('/api/v1/outbox')).body;
      const mail = items.find((one) => one.allianceId === allianceId && one.to?.email === email);
      return mail && new URL(mail.content?.button?.url ?? '').pathname;
    });
  const tell = (address: string, fields: Readonly<Record<string, string>>) =>
    app.world.stranger.form(address, fields);
  /** The same human being among the partners' contact persons: how the secretariat reaches somebody without an account. */
  async function asContact({ allianceId, base }: Table, { name, email }: Helper): Promise<string> {
    const organisation = await app.world.organisation(allianceId, { contact: name, email });
    const [contact] = await app.database.query<{ id: string }>(
      'select id from contact_person where organisation_id = $1',
      [organisation.id],
    );
    return `${base}/person-data/contact-person/${contact?.id ?? ''}`;
  }
  const actionRow = async (id: string): Promise<Record<string, unknown> | undefined> =>
    (
      await app.database.query(
        'select done_by_name, done_by_id, done_by_email, done_at from meeting_action where id = $1',
        [id],
      )
    )[0];
  const notes = (actionId: string): Promise<{ text: string; author_email: string | null }[]> =>
    app.database.query(
      'select text, author_email from meeting_action_note where action_id = $1 order by id',
      [actionId],
    );

  it('is handed out to them and goes from every table; what was done stays done', async () => {
    const kurt = somebody();
    const actionId = await agree(table, 'Ring til hallen');
    const address = await handOver(table, actionId, kurt);
    await tell(address, { do: 'note', note: `Jeg, ${kurt.name}, ringer på torsdag.` });
    await tell(address, { do: 'done', note: 'Klaret af mig selv' });
    const path = await asContact(table, kurt);

    const exported = await table.secretary.client.get<PersonDataExport>(path);
    const help = exported.body.places[0]?.sections.filter(({ key }) => key === 'action-help') ?? [];
    expect(
      help.flatMap(({ rows }) => rows.filter(({ key }) => key === 'note').map(({ value }) => value)),
    ).toEqual([`Jeg, ${kurt.name}, ringer på torsdag.`, 'Klaret af mig selv']);
    expect(help.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(
      expect.arrayContaining(['helper', 'done']),
    );

    expect((await table.secretary.client.post(`${path}/erasure`, { confirmed: true })).body).toMatchObject({
      done: true,
    });
    for (const text of [kurt.name, kurt.email, 'Klaret af mig selv'])
      expect([text, await findsOf(app.database, text)]).toEqual([text, []]);
    expect(await actionRow(actionId)).toMatchObject({
      done_by_name: 'Slettet person',
      done_at: new Date(today),
    });
  });

  it('is reached by the link they got when they are nowhere else, and by nobody who may not keep links', async () => {
    const kurt = somebody();
    const actionId = await agree(table, 'Vask duge');
    await tell(await handOver(table, actionId, kurt), { do: 'done', note: 'Rene duge' });
    const [link] = await app.database.query<{ id: string }>('select id from link where email = $1', [
      kurt.email,
    ]);
    const path = `/person-data/link-holder/${link?.id ?? ''}`;
    const exported = await table.secretary.client.get<PersonDataExport>(`${table.base}${path}`);
    expect(exported.body.subject.name).toBe(kurt.name);
    expect(JSON.stringify(exported.body.places)).toContain('Rene duge');
    const erase = (who: TestPerson, base: string) =>
      who.client.post(`${base}${path}/erasure`, { confirmed: true });
    const other = await laid();
    expect((await erase(table.anna, table.base)).status).toBe(403);
    expect((await erase(other.secretary, other.base)).status).toBe(404);
    expect(await notes(actionId)).toHaveLength(1);
    expect((await erase(table.secretary, table.base)).body).toMatchObject({ done: true });
    for (const text of [kurt.name, kurt.email, 'Rene duge'])
      expect([text, await findsOf(app.database, text)]).toEqual([text, []]);
    expect((await table.secretary.client.get(`${table.base}${path}`)).status).toBe(404);
  });

  it('with an account is theirs to erase: by a link of theirs only the link and its mails go', async () => {
    const ida = await app.world.person([{ allianceId: table.allianceId, role: 'member' }]);
    const actionId = await agree(table, 'Hæng op');
    await tell(await handOver(table, actionId, { name: ida.name, email: ida.email }), {
      do: 'note',
      note: 'Hænger nu',
    });
    const [link] = await app.database.query<{ id: string }>('select id from link where email = $1', [
      ida.email,
    ]);
    const path = `${table.base}/person-data/link-holder/${link?.id ?? ''}`;
    const exported = await table.secretary.client.get<PersonDataExport>(path);
    expect(exported.body.places[0]?.sections.map(({ key }) => key)).toEqual(['link', 'mails']);
    expect((await table.secretary.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(200);
    expect(await notes(actionId)).toHaveLength(1);
    expect(await app.database.query('select from link where email = $1', [ida.email])).toEqual([]);
  });

  it('is found by their address where they passed it on, and nobody else’s words go with it', async () => {
    const [kurt, lis] = [somebody(), somebody()];
    const actionId = await agree(table, 'Lån et telt');
    const address = await handOver(table, actionId, kurt);
    await tell(address, { do: 'note', note: 'Jeg kan ikke.' });
    await tell(`${address}/pass-on`, { ...lis, language: 'da' });
    await tell(await mailed(table, lis.email), { do: 'note', note: 'Jeg gør det.' });
    const path = await asContact(table, kurt);
    const preview = await table.secretary.client.get<{ goes: { title: { en: string } }[] }>(
      `${path}/erasure`,
    );
    expect(preview.body.goes.map(({ title }) => title.en)).toContain(
      'Help with actions, and what was written',
    );
    expect(await notes(actionId)).toHaveLength(2);
    await table.secretary.client.post(`${path}/erasure`, { confirmed: true });
    expect(await notes(actionId)).toMatchObject([{ text: 'Jeg gør det.', author_email: lis.email }]);
    const [helper] = await app.database.query(
      'select name, given_by_name, given_by_email from meeting_action_helper where action_id = $1',
      [actionId],
    );
    expect(helper).toEqual({ name: lis.name, given_by_name: 'Slettet person', given_by_email: null });
  });

  it('goes with an account that has the address, done under their own name, too', async () => {
    const ida = await app.world.person(
      [
        {
          allianceId: table.allianceId,
          role: 'partner',
          organisationId: (await app.world.organisation(table.allianceId)).id,
        },
      ],
      {
        name: somebody().name,
      },
    );
    const [linked, owned] = [await agree(table, 'Bag en kage'), await agree(table, 'Skriv ud')];
    const address = await handOver(table, linked, { name: ida.name, email: ida.email });
    await tell(address, { do: 'done', note: 'Den er bagt.' });
    await table.anna.client.post(`${table.base}/meeting-actions/${owned}/done`);
    expect(await actionRow(linked)).toMatchObject({ done_by_id: null, done_by_email: ida.email });
    expect(await actionRow(owned)).toMatchObject({ done_by_id: table.anna.id, done_by_email: null });
    const exported = await ida.client.get<PersonDataExport>('/api/v1/me/person-data');
    expect(JSON.stringify(exported.body)).toContain('Den er bagt.');
    for (const person of [ida, table.anna])
      expect((await person.client.post('/api/v1/me/erasure', { confirmed: true })).body).toMatchObject({
        done: true,
      });
    expect(await notes(linked)).toEqual([]);
    expect(await actionRow(linked)).toMatchObject({ done_by_name: 'Slettet person' });
    expect(await actionRow(owned)).toMatchObject({ done_by_name: 'Slettet person' });
  });

  it('stays in another alliance, and is erased by nobody but the secretariat', async () => {
    const kurt = somebody();
    const other = await laid();
    const theirs = await agree(other, 'Hent borde');
    await tell(await handOver(other, theirs, kurt), { do: 'note', note: 'På vej' });
    const path = await asContact(table, kurt);
    expect((await table.anna.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(403);
    expect((await other.secretary.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(404);
    expect((await table.secretary.client.post(`${path}/erasure`, { confirmed: true })).status).toBe(200);
    expect(await notes(theirs)).toEqual([{ text: 'På vej', author_email: kurt.email }]);
  });

  it('does not stand in the room: there the owner does', async () => {
    const kurt = somebody();
    const actionId = await agree(table, 'Køb kaffe');
    await tell(await handOver(table, actionId, kurt), { do: 'done', note: '' });
    const shown = await app.database.query(
      `select person_name from meeting_room_event where alliance_id = $1 and body ->> 'type' = 'action-done'`,
      [table.allianceId],
    );
    expect(shown).toEqual([{ person_name: 'Anna Lund' }]);
  });

  it('goes by itself two years after the action was done; what the group did stays', async () => {
    const kurt = somebody();
    const [helped, own, open] = [
      await agree(table, 'Ring til hallen'),
      await agree(table, 'Skriv til kommunen'),
      await agree(table, 'Find en dato'),
    ];
    await tell(await handOver(table, helped, kurt), { do: 'done', note: 'Klaret' });
    await table.anna.client.post(`${table.base}/meeting-actions/${own}/done`);
    await tell(await handOver(table, open, somebody()), { do: 'note', note: 'Ikke endnu' });
    const run = async (now: string): Promise<void> => {
      clock.setTo(now);
      await app.get(Retention).run(table.allianceId, rule, now.slice(0, 10));
    };
    await run('2028-12-01T08:00:00Z');
    expect(await notes(helped)).toHaveLength(1);
    await run('2028-12-02T08:00:00Z');
    expect(await notes(helped)).toEqual([]);
    expect(await actionRow(helped)).toMatchObject({ done_by_name: 'Slettet person', done_by_email: null });
    expect(await actionRow(own)).toMatchObject({ done_by_name: 'Anna Lund' });
    expect(await notes(open)).toHaveLength(1);
    const left = await app.database.query('select purpose from link where alliance_id = $1 and email = $2', [
      table.allianceId,
      kurt.email,
    ]);
    expect(left).toEqual([]);
    const ran = await app.database.query<{ rows: number }>(
      'select rows from retention_run where alliance_id = $1 and rule = $2 order by day',
      [table.allianceId, rule],
    );
    expect(ran.map(({ rows }) => rows)).toEqual([0, 1]);
  });

  it('from before addresses were written is filled in from the history', async () => {
    const [kurt, gone] = [somebody(), somebody()];
    const [linked, owned, forgotten] = [
      await agree(table, 'Ring til hallen'),
      await agree(table, 'Skriv til kommunen'),
      await agree(table, 'Find en dato'),
    ];
    await tell(await handOver(table, linked, kurt), { do: 'done', note: 'Klaret' });
    await table.anna.client.post(`${table.base}/meeting-actions/${owned}/done`);
    await tell(await handOver(table, forgotten, gone), { do: 'done', note: 'Også klaret' });
    await app.database.query(`update meeting_action set done_by_id = null, done_by_email = null`);
    await app.database.query(`update meeting_action_note set author_email = null`);
    await app.database.query(`update meeting_action_helper set given_by_id = null`);
    await app.database.query(
      `update meeting_room_event set person_name = $2 where body ->> 'actionId' = $1 and body ->> 'type' = 'action-done'`,
      [linked, kurt.name],
    );
    // Erased before this release: the link lost name and address, the note and the action did not.
    await app.database.query(`update link set name = 'Slettet', email = 'slettet@invalid' where email = $1`, [
      gone.email,
    ]);
    await new MeetingsBackfillHelpers().up(app.database as unknown as QueryRunner);
    expect(await actionRow(linked)).toMatchObject({ done_by_id: null, done_by_email: kurt.email });
    expect(await actionRow(owned)).toMatchObject({ done_by_id: table.anna.id, done_by_email: null });
    expect(await actionRow(forgotten)).toMatchObject({ done_by_name: 'Slettet person' });
    expect(await notes(linked)).toEqual([{ text: 'Klaret', author_email: kurt.email }]);
    expect(await notes(forgotten)).toEqual([]);
    expect(
      await app.database.query('select given_by_id from meeting_action_helper where action_id = $1', [
        linked,
      ]),
    ).toEqual([{ given_by_id: table.anna.id }]);
    expect(
      await app.database.query(
        `select person_name from meeting_room_event where body ->> 'actionId' = $1 and body ->> 'type' = 'action-done'`,
        [linked],
      ),
    ).toEqual([{ person_name: 'Anna Lund' }]);
  });
});
