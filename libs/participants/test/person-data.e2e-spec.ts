import type { ParticipantDetail } from '#libs/api-schema';
import { copenhagenDate, type FixedClock, newId } from '#libs/kernel';
import { Retention, systemActor, UnitOfWork } from '#libs/platform';
import type { TestApp } from '#libs/testing';
import {
  monday,
  type ParticipantWorld,
  participantWorld,
  register,
  startParticipantApp,
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

interface Exported {
  readonly places: readonly {
    readonly sections: readonly {
      readonly key: string;
      readonly rows: readonly { readonly value: unknown }[];
    }[];
    readonly accessLog: readonly { readonly who: string | null; readonly purpose: string }[];
  }[];
}

const dataOf = (id: string) => world.path(`person-data/participant/${id}`);
const exported = async (id: string, by = world.caseworker) =>
  (await by.client.get<Exported>(dataOf(id))).body;
const log = async (id: string) => {
  const body = { typeKey: 'eud', from: '2026-08-10' };
  await world.caseworker.client.post(world.path(`participants/${id}/destinations`), body);
};
const withdraw = async (id: string) => {
  const at = world.path(`participants/${id}`);
  const { body } = await world.caseworker.client.get<ParticipantDetail>(at);
  const consentId = body.consents[0]?.id ?? '';
  await world.caseworker.client.post(`${at}/consents/${consentId}/withdrawal`, { reason: 'Vil ikke' });
};
/** Rows that say anything of somebody, in every table of the module. */
const left = async (id: string): Promise<number> => {
  const [row] = await app.database.query<{ n: number }>(
    `select (select count(*) from participant where id = $1)
       + (select count(*) from participant_consent where participant_id = $1)
       + (select count(*) from participant_cpr where participant_id = $1)
       + (select count(*) from destination_spell where participant_id = $1) as n`,
    [id],
  );
  return Number(row?.n);
};

describe('what is kept of a young person', () => {
  it('is handed out whole: facts, consents, destinations and who has seen it, but never the CPR number', async () => {
    const setting = world.path('participant-setting');
    await world.secretary.client.put(setting, { cprEnabled: true }, { ifMatch: 0 });
    const id = await register(app, world, 'UNG-1');
    await log(id);
    await world.caseworker.client.put(world.path(`participants/${id}/cpr`), { cpr: '010108-1234' });
    await world.colleague.client.get(world.path(`participants/${id}`));
    const [place] = (await exported(id)).places;
    expect(place?.sections.map(({ key }) => key)).toEqual(['participant', 'consent', 'destination']);
    const text = JSON.stringify(place);
    for (const said of ['UNG-1', 'Løkken', 'Vil gerne ud at se', 'Jeg siger ja', 'EUD', world.colleague.name])
      expect(text).toContain(said);
    expect(text).not.toMatch(/1234|010108/);
  });

  it('is still theirs to get after they withdrew the consent, though caseworkers no longer see it', async () => {
    const id = await register(app, world, 'UNG-1');
    await withdraw(id);
    expect(JSON.stringify(await exported(id))).toContain('Løkken');
  });

  it('goes to nobody of another organisation, alliance or role', async () => {
    const id = await register(app, world, 'UNG-1');
    const elsewhere = await participantWorld(app);
    for (const person of [world.school, elsewhere.caseworker, world.secretary])
      for (const path of [dataOf(id), `${dataOf(id)}/access-log`, `${dataOf(id)}/erasure`]) {
        const [theirs, nobodys] = [
          await person.client.get(path),
          await person.client.get(path.replace(id, newId())),
        ];
        expect([path, theirs.status]).toEqual([path, 404]);
        expect(nobodys.status).toBe(404);
      }
  });

  it('is erased: after that nothing is left, in tables or in an export, and the counts of past months stand', async () => {
    const id = await register(app, world, 'UNG-1');
    await log(id);
    const before = await months();
    const asked = await world.caseworker.client.post<{ done: boolean }>(`${dataOf(id)}/erasure`, {
      confirmed: true,
    });
    expect([asked.status, asked.body.done]).toEqual([200, true]);
    expect(await left(id)).toBe(0);
    expect((await world.caseworker.client.get(dataOf(id))).status).toBe(404);
    expect((await world.caseworker.client.get(world.path(`participants/${id}`))).status).toBe(404);
    const thisMonth = copenhagenDate(new Date()).slice(0, 7);
    expect(await months()).toEqual(before.filter(({ month }) => month < thisMonth));
    const again = await world.caseworker.client.post(`${dataOf(id)}/erasure`, { confirmed: true });
    expect(again.status).toBe(404);
  });

  it('is erased once when two ask at the same time', async () => {
    const id = await register(app, world, 'UNG-1');
    await log(id);
    const before = await months();
    const ask = (by = world.caseworker) => by.client.post(`${dataOf(id)}/erasure`, { confirmed: true });
    await Promise.all([ask(), ask(world.colleague)]);
    expect(await left(id)).toBe(0);
    const thisMonth = copenhagenDate(new Date()).slice(0, 7);
    expect(await months()).toEqual(before.filter(({ month }) => month < thisMonth));
  });

  it('goes by itself some time after the consent was withdrawn or expired, and not before', async () => {
    const [withdrawn, expired, held] = [
      await register(app, world, 'UNG-1'),
      await register(app, world, 'UNG-2', { expiresOn: '2026-12-01' }),
      await register(app, world, 'UNG-3'),
    ];
    await withdraw(withdrawn);
    const run = async (day: string) => {
      clock.setTo(`${day}T04:00:00Z`);
      for (const rule of ['participants.consent-withdrawn', 'participants.consent-expired'])
        await app.get(Retention).run(world.allianceId, rule, day);
      return [await left(withdrawn), await left(expired), await left(held)].map((rows) => rows > 0);
    };
    expect(await run('2026-12-22')).toEqual([true, true, true]);
    expect(await run('2026-12-24')).toEqual([false, true, true]);
    expect(await run('2027-12-01')).toEqual([false, true, true]);
    expect(await run('2027-12-02')).toEqual([false, false, true]);
  });
});

async function months(): Promise<{ month: string; people: number }[]> {
  return app.get(UnitOfWork).readAs(systemActor(world.allianceId, 'test'), (tx) =>
    tx.query<{ month: string; people: number }>(
      `select month, class, confirmed, sum(people)::int as people from participants_destination_month
         where alliance_id = $1 group by 1, 2, 3 order by 1, 2, 3`,
      [tx.allianceId],
    ),
  );
}
