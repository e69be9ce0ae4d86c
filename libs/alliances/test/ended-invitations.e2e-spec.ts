import { FixedClock, newId } from '#libs/kernel';
import { Retention } from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';
import { AlliancesModule } from '../src/index.js';

const clock = new FixedClock('2026-12-01T08:00:00Z');
const rule = 'alliances.ended-invitations';

/** When an invitation came to an end, and how. */
interface Ends {
  expires: string;
  accepted?: string;
  withdrawn?: string;
}

const [old, recent] = ['2025-11-30T12:00:00Z', '2025-12-02T12:00:00Z'];
const cases: readonly (readonly [string, Ends, 'goes' | 'stays'])[] = [
  ['accepted long ago', { expires: recent, accepted: old }, 'goes'],
  ['withdrawn long ago', { expires: recent, withdrawn: old }, 'goes'],
  ['expired long ago', { expires: old }, 'goes'],
  ['expired long ago and withdrawn lately', { expires: old, withdrawn: recent }, 'goes'],
  ['accepted lately', { expires: '2025-12-10T12:00:00Z', accepted: recent }, 'stays'],
  ['withdrawn lately', { expires: '2025-12-10T12:00:00Z', withdrawn: recent }, 'stays'],
  ['expired lately', { expires: recent }, 'stays'],
  ['open', { expires: '2026-12-10T12:00:00Z' }, 'stays'],
];

describe('invitations that are over', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [AlliancesModule], clock });
  });
  afterAll(() => app.close());

  async function invite(allianceId: string, { expires, accepted, withdrawn }: Ends): Promise<string> {
    const id = newId();
    await app.database.query(
      `insert into invitation (id, alliance_id, name, email, locale, role, created_at, expires_at, accepted_at,
         withdrawn_at) values ($1, $2, 'Karla Mark', $3, 'da', 'member', $4, $4, $5, $6)`,
      [id, allianceId, `${id}@forening.example`, expires, accepted ?? null, withdrawn ?? null],
    );
    return id;
  }
  const left = async (allianceId: string): Promise<string[]> =>
    (
      await app.database.query<{ id: string }>('select id from invitation where alliance_id = $1', [
        allianceId,
      ])
    ).map(({ id }) => id);

  it.each(cases)('%s: after twelve months, counted from what came first', async (_, ends, what) => {
    const { id: allianceId } = await app.world.alliance();
    const id = await invite(allianceId, ends);
    await app.get(Retention).run(allianceId, rule, '2026-12-01');
    expect(await left(allianceId)).toEqual(what === 'goes' ? [] : [id]);
  });

  it('are counted before a change, and taken in no other alliance', async () => {
    const [{ id: allianceId }, other] = [await app.world.alliance(), await app.world.alliance()];
    const secretary = await app.world.person([{ allianceId, role: 'secretariat' }]);
    const member = await app.world.person([{ allianceId, role: 'member' }]);
    await invite(allianceId, { expires: old });
    const recentOne = await invite(allianceId, { expires: recent });
    const theirs = await invite(other.id, { expires: old });
    const path = `/api/v1/alliances/${allianceId}/retention/${rule}/preview`;
    expect((await secretary.client.get(`${path}?months=1`)).body).toMatchObject({ rows: 2 });
    expect((await secretary.client.get(`${path}?months=12`)).body).toMatchObject({ rows: 1 });
    expect((await member.client.get(`${path}?months=12`)).status).toBe(403);
    await app.get(Retention).run(allianceId, rule, '2026-12-01');
    expect([await left(allianceId), await left(other.id)]).toEqual([[recentOne], [theirs]]);
  });
});
