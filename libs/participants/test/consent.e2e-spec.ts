import type { ConsentTexts, GiveConsent, ParticipantDetail, ParticipantRow } from '#libs/api-schema';
import { type FixedClock, newId } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { DueItemSources } from '#libs/reminders';
import type { TestApp, TestPerson } from '#libs/testing';
import {
  consentText,
  monday,
  type ParticipantWorld,
  participantWorld,
  register,
  startParticipantApp,
  young,
} from './participant.world.js';

let app: TestApp;
let clock: FixedClock;
let world: ParticipantWorld;

beforeAll(async () => {
  ({ app, clock } = await startParticipantApp());
});
afterAll(() => app.close());
beforeEach(async () => {
  clock.setTo(monday);
  world = await participantWorld(app);
});

const show = async (id: string, by = world.caseworker) =>
  (await by.client.get<ParticipantDetail>(world.path(`participants/${id}`))).body;
const give = (id: string, more: Partial<GiveConsent> = {}, by = world.caseworker) =>
  by.client.post<{ id: string; code?: string }>(world.path(`participants/${id}/consents`), {
    ...young('').consent,
    givenOn: '2026-11-20',
    expiresOn: '2028-11-20',
    ...more,
  });
const withdraw = (id: string, consentId: string, by = world.caseworker) =>
  by.client.post<{ code?: string }>(world.path(`participants/${id}/consents/${consentId}/withdrawal`), {
    reason: 'Vil ikke være med mere',
  });
const log = (id: string, from = '2026-11-02', typeKey = 'eud') =>
  world.caseworker.client.post<{ id: string; code?: string }>(world.path(`participants/${id}/destinations`), {
    typeKey,
    from,
  });
const firstOf = async (id: string): Promise<string> => (await show(id)).consents.at(-1)?.id ?? '';

describe('a consent', () => {
  it('is kept with purpose, words, giver, term and who recorded it', async () => {
    const id = await register(app, world, 'UNG-1');
    expect((await show(id)).consents).toMatchObject([
      {
        purpose: 'Hjælp til job og uddannelse',
        textVersion: '1',
        text: consentText,
        givenBy: 'young-person',
        givenOn: '2026-01-01',
        expiresOn: '2028-01-01',
        standing: 'in-force',
        recordedBy: world.caseworker.name,
        withdrawn: null,
      },
    ]);
  });

  it('is given anew beside the earlier one, and the record goes on', async () => {
    const id = await register(app, world, 'UNG-1', { expiresOn: '2026-11-24' });
    clock.setTo('2026-11-25T09:00:00Z');
    expect((await log(id)).body.code).toBe('participants/consent-expired');
    expect((await show(id)).consent).toEqual({ standing: 'expired', endsOn: '2026-11-24' });
    expect((await give(id, { givenBy: 'custody-holder' })).status).toBe(201);
    const { consent, consents } = await show(id);
    expect(consent).toEqual({ standing: 'in-force', endsOn: '2028-11-20' });
    expect(consents.map(({ standing, givenBy }) => [standing, givenBy])).toEqual([
      ['in-force', 'custody-holder'],
      ['expired', 'young-person'],
    ]);
    expect((await log(id)).status).toBe(201);
  });

  it('is refused in the future, when it is over, and with other words under a known version', async () => {
    const id = await register(app, world, 'UNG-1');
    for (const [wrong, code] of [
      [{ givenOn: '2026-11-24' }, 'participants/consent-not-yet-given'],
      [{ expiresOn: '2026-11-22' }, 'participants/consent-already-over'],
      [{ expiresOn: '2026-11-19' }, 'participants/consent-ends-before-start'],
      [{ text: 'Andre ord' }, 'participants/consent-text-differs'],
      [{ textVersion: '2', text: undefined }, 'participants/consent-text-needed'],
    ] as const) {
      const { status, body } = await give(id, wrong);
      expect([status >= 400, body.code]).toEqual([true, code]);
    }
    expect((await show(id)).consents).toHaveLength(1);
    expect((await give(id, { textVersion: '2', text: 'Andre ord' })).status).toBe(201);
  });

  it('has texts that stand for good: the application can add some and change none', async () => {
    await register(app, world, 'UNG-1');
    const change = app
      .get(UnitOfWork)
      .actAs(systemActor(world.allianceId, 'test'), (tx) =>
        tx.query(`update participant_consent_text set body = 'Noget andet'`),
      );
    await expect(change).rejects.toThrow(/permission denied/);
    const texts = await world.caseworker.client.get<ConsentTexts>(world.path('consent-texts'));
    expect(texts.body.items).toEqual([
      { purpose: 'Hjælp til job og uddannelse', textVersion: '1', text: consentText },
    ]);
    expect(
      (await world.school.client.get<ConsentTexts>(world.path('consent-texts'))).body.items,
    ).toMatchObject([{ textVersion: '2026-1' }]);
  });
});

describe('a consent is withdrawn', () => {
  it('and at once nothing more is recorded and what rested on it is hidden, in the list too', async () => {
    const id = await register(app, world, 'UNG-1');
    const { body: spell } = await log(id);
    expect((await withdraw(id, await firstOf(id))).status).toBe(204);
    const seen = await show(id);
    expect(seen).toMatchObject({ consent: { standing: 'withdrawn' }, facts: null, spells: [], years: [] });
    expect(seen.consents[0]?.withdrawn).toMatchObject({
      by: 'young-person',
      reason: 'Vil ikke være med mere',
      recordedBy: world.caseworker.name,
    });
    const refused = { code: 'participants/consent-withdrawn' };
    const { client } = world.caseworker;
    const facts = { birthYear: 2007 };
    expect((await log(id, '2026-11-20', 'fgu')).body).toMatchObject(refused);
    expect((await client.put(world.path(`participants/${id}`), facts, { ifMatch: 1 })).body).toMatchObject(
      refused,
    );
    for (const [step, body] of [
      ['confirm', {}],
      ['end', { to: '2026-11-20' }],
      ['retract', { reason: 'Fejl' }],
    ] as const)
      expect((await client.post(world.path(`destinations/${spell.id}/${step}`), body)).body).toMatchObject(
        refused,
      );
    const list = await client.get<{ items: ParticipantRow[] }>(world.path('participants?consent=withdrawn'));
    expect(list.body.items).toEqual([
      { id, pseudonym: 'UNG-1', consent: 'withdrawn', ageBand: null, district: null, current: null },
    ]);
    expect(JSON.stringify(seen) + JSON.stringify(list.body)).not.toMatch(/Løkken|2008|arbejdsplads/);
  });

  it('and no longer counts from that month on; the months before stand', async () => {
    const id = await register(app, world, 'UNG-1');
    await log(id, '2026-08-10');
    const months = () =>
      app
        .get(UnitOfWork)
        .readAs(systemActor(world.allianceId, 'test'), (tx) =>
          tx.query<{ month: string }>('select month from participants_destination_month order by month'),
        );
    const before = await months();
    await withdraw(id, await firstOf(id));
    expect((await months()).map(({ month }) => month)).toEqual(
      before.map(({ month }) => month).filter((month) => month < '2026-11'),
    );
    await give(id);
    expect(await months()).toEqual(before);
  });

  it('for one purpose, and the record goes on resting on the other', async () => {
    const id = await register(app, world, 'UNG-1');
    await give(id, { purpose: 'Evaluering', text: 'Ja til evaluering', expiresOn: '2027-01-01' });
    await withdraw(id, await firstOf(id));
    const { consent, consents, facts } = await show(id);
    expect(consent).toEqual({ standing: 'in-force', endsOn: '2027-01-01' });
    expect(consents.map(({ standing }) => standing)).toEqual(['in-force', 'withdrawn']);
    expect(facts?.district).toBe('Løkken');
  });

  it('once: of two at the same time the second is told, and the first stands', async () => {
    const id = await register(app, world, 'UNG-1');
    const consentId = await firstOf(id);
    const both = await Promise.all([withdraw(id, consentId), withdraw(id, consentId, world.colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(both.flatMap(({ body }) => body.code ?? [])).toEqual(['participants/consent-already-withdrawn']);
  });

  it('while a destination is being logged: one comes first, and none is logged after it', async () => {
    const id = await register(app, world, 'UNG-1');
    const consentId = await firstOf(id);
    const [logged] = await Promise.all([log(id), withdraw(id, consentId)]);
    expect([201, 409]).toContain(logged.status);
    expect((await log(id, '2026-11-20', 'fgu')).body.code).toBe('participants/consent-withdrawn');
  });

  it('by the own organisation only; elsewhere neither participant nor consent exists', async () => {
    const id = await register(app, world, 'UNG-1');
    const consentId = await firstOf(id);
    const elsewhere = await participantWorld(app);
    const theirs = await register(app, elsewhere, 'UNG-9');
    const tries: (readonly [TestPerson, string, string])[] = [
      [world.school, id, consentId],
      [elsewhere.caseworker, id, consentId],
      [world.caseworker, theirs, consentId],
      [world.caseworker, id, newId()],
    ];
    for (const [person, participantId, consent] of tries)
      expect((await withdraw(participantId, consent, person)).status).toBe(404);
    expect((await give(id, {}, world.school)).status).toBe(404);
    expect((await withdraw(id, consentId, world.secretary)).status).toBe(403);
    expect((await show(id)).consent.standing).toBe('in-force');
    const behindTheWall = await app
      .get(UnitOfWork)
      .readAs(world.school.actor(world.allianceId), (tx) => tx.query('select from participant_consent'));
    expect(behindTheWall).toEqual([]);
  });

  it('and neither the event nor the access log has a word of why', async () => {
    const id = await register(app, world, 'UNG-1');
    await withdraw(id, await firstOf(id));
    const events = await app.database.query<{ type: string }>(
      'select type, payload from event where subject_id = $1 order by id',
      [id],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'participants.participant-registered',
      'participants.consent-withdrawn',
    ]);
    expect(JSON.stringify(events)).not.toContain('være med');
  });
});

describe('a consent that ends soon', () => {
  const source = () => app.get(DueItemSources).find('participants.consent-expiring');
  const due = () =>
    app.get(UnitOfWork).readAs(systemActor(world.allianceId, 'test'), async (tx) => {
      const items = (await source()?.due(tx, tx.now(), { afterDays: 0 })) ?? [];
      const told = [];
      for (const item of items) told.push({ ...item, still: await source()?.stillDue(tx, item) });
      return told;
    });

  it('is reminded of once there are 30 days left, to who recorded it, without a word of who it is', async () => {
    const id = await register(app, world, 'UNG-77', { expiresOn: '2026-12-24' });
    expect(await due()).toEqual([]);
    clock.setTo('2026-11-24T09:00:00Z');
    const [item, ...others] = await due();
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      subject: { kind: 'participant', id },
      recipient: { personId: world.caseworker.id },
      title: { da: 'En ungs samtykke udløber den 24. december 2026' },
      still: true,
    });
    expect(JSON.stringify([item?.title, item?.detail])).not.toContain('UNG-77');
  });

  it('says whose it is to a caseworker who looks, and notes that they looked', async () => {
    const id = await register(app, world, 'UNG-77', { expiresOn: '2026-12-24' });
    const described = (by: TestPerson) =>
      app.get(UnitOfWork).actAs(by.actor(world.allianceId), async (tx) => {
        const told = await source()?.describe?.(tx, [id]);
        return told?.get(id);
      });
    expect(await described(world.caseworker)).toEqual({
      endsOn: '2026-12-24',
      title: {
        da: 'Samtykket fra UNG-77 udløber den 24. december 2026',
        en: 'The consent of UNG-77 expires on 24 December 2026',
      },
    });
    const seen = await app.database.query('select actor_id from access_log where subject_id = $1', [id]);
    expect(seen).toContainEqual({ actor_id: world.caseworker.id });
    expect(await described(world.school)).toBeUndefined();
  });

  it('is not, once it was given anew, withdrawn or is over', async () => {
    const [renewed, withdrawn] = [
      await register(app, world, 'UNG-1', { expiresOn: '2026-12-20' }),
      await register(app, world, 'UNG-2', { expiresOn: '2026-12-20' }),
    ];
    const before = await due();
    expect(before).toHaveLength(2);
    await give(renewed);
    await withdraw(withdrawn, await firstOf(withdrawn));
    expect(await due()).toEqual([]);
    const still = await app.get(UnitOfWork).readAs(systemActor(world.allianceId, 'test'), async (tx) => {
      const answers = [];
      for (const item of before) answers.push(await source()?.stillDue(tx, item));
      return answers;
    });
    expect(still).toEqual([false, false]);
  });

  it('is everybody’s of the organisation when who recorded it is gone', async () => {
    await register(app, world, 'UNG-1', { expiresOn: '2026-12-20' });
    await app.database.query('update alliance_member set ended_at = now() where person_id = $1', [
      world.caseworker.id,
    ]);
    expect((await due()).map(({ recipient }) => recipient.personId)).toEqual([world.colleague.id]);
  });
});
