import { createHash } from 'node:crypto';
import type { ParticipantDetail, ParticipantSetting } from '#libs/api-schema';
import { KeyRing } from '#libs/platform';
import { eventually, type TestApp } from '#libs/testing';
import {
  type ParticipantWorld,
  participantWorld,
  register,
  startParticipantApp,
} from './participant.world.js';

const cpr = '010108-1234';
const digits = '0101081234';

let app: TestApp;
let world: ParticipantWorld;

beforeAll(async () => {
  ({ app } = await startParticipantApp());
});
afterAll(() => app.close());
beforeEach(async () => {
  world = await participantWorld(app);
});

const turn = async (cprEnabled: boolean, inWorld = world) => {
  const at = inWorld.path('participant-setting');
  const { body } = await inWorld.secretary.client.get<ParticipantSetting>(at);
  return inWorld.secretary.client.put(at, { cprEnabled }, { ifMatch: body.version });
};
const keep = (id: string, number = cpr, by = world.caseworker) =>
  by.client.put<{ code?: string }>(world.path(`participants/${id}/cpr`), { cpr: number });
const find = (number = cpr, by = world.caseworker) =>
  by.client.post<{ participantId: string | null; code?: string }>(world.path('participants/find-by-cpr'), {
    cpr: number,
  });

describe('CPR numbers', () => {
  it('are off until the secretariat turns them on', async () => {
    const id = await register(app, world, 'UNG-1');
    expect((await keep(id)).body.code).toBe('participants/cpr-off');
    expect((await find()).body.code).toBe('participants/cpr-off');
    expect(
      (
        await world.caseworker.client.put(
          world.path('participant-setting'),
          { cprEnabled: true },
          { ifMatch: 0 },
        )
      ).status,
    ).toBe(403);
    expect((await turn(true)).status).toBe(204);
    expect((await keep(id)).status).toBe(204);
    const detail = await world.caseworker.client.get<ParticipantDetail>(world.path(`participants/${id}`));
    expect(detail.body.cpr).toBe('kept');
    expect(detail.text).not.toContain('1234');
  });

  it('are sealed where they lie, found however they are written, and shown when asked for', async () => {
    await turn(true);
    const id = await register(app, world, 'UNG-1');
    await keep(id);
    const [row] = await app.database.query<{ id: string; sealed: Buffer; lookup: Buffer }>(
      'select id, sealed, lookup from participant_cpr where participant_id = $1',
      [id],
    );
    if (row === undefined) throw new Error('no number was kept');
    expect(Buffer.concat([row.sealed, row.lookup]).includes(digits)).toBe(false);
    const opened = app.get(KeyRing).open(row.sealed, `participant_cpr.sealed:${row.id}`);
    expect(opened.toString()).toBe(digits);
    for (const written of [cpr, digits, '010108 1234'])
      expect((await find(written)).body.participantId).toBe(id);
    expect((await find('020208-1234')).body.participantId).toBeNull();
    const shown = await world.colleague.client.get<{ cpr: string }>(world.path(`participants/${id}/cpr`));
    expect(shown.body.cpr).toBe(digits);
    expect(shown.headers.get('cache-control')).toContain('no-store');
  });

  it('reach neither event, job, access log, idempotency nor an answer that was not asked for them', async () => {
    await turn(true);
    const id = await register(app, world, 'UNG-1');
    await keep(id);
    await world.caseworker.client.raw(
      'POST',
      world.path('participants/find-by-cpr'),
      JSON.stringify({ cpr }),
      {
        headers: { 'content-type': 'application/json', 'idempotency-key': `find-${id}` },
      },
    );
    const [kept] = await app.database.query<{ request_hash: Buffer }>(
      'select request_hash from idempotency where key = $1',
      [`find-${id}`],
    );
    const plain = createHash('sha256').update(
      `${world.path('participants/find-by-cpr')}\n${JSON.stringify({ cpr })}`,
    );
    expect(kept?.request_hash).toHaveLength(32);
    expect(kept?.request_hash.equals(plain.digest())).toBe(false);
    const other = await register(app, world, 'UNG-2');
    const taken = await keep(other);
    expect([taken.status, taken.body.code]).toEqual([409, 'participants/cpr-taken']);
    expect(taken.text).not.toMatch(/1234|010108/);
    expect((await keep(other, '990108-1234')).text).not.toContain('9901');
    const rows = await app.database.query(
      `select to_jsonb(e) from event e where alliance_id = $1
       union all select to_jsonb(a) from access_log a where alliance_id = $1
       union all select to_jsonb(j) from job j`,
      [world.allianceId],
    );
    expect(JSON.stringify(rows)).not.toMatch(/010108.?1234/);
  });

  it('are one person’s in an organisation; another organisation’s search does not tell', async () => {
    await turn(true);
    const id = await register(app, world, 'UNG-1');
    const other = await register(app, world, 'UNG-2');
    const both = await Promise.all([keep(id), keep(other, cpr, world.colleague)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await find(cpr, world.school)).body).toEqual({ participantId: null });
    const elsewhere = await participantWorld(app);
    await turn(true, elsewhere);
    expect((await elsewhere.caseworker.client.get(world.path(`participants/${id}/cpr`))).status).toBe(404);
    expect((await world.school.client.get(world.path(`participants/${id}/cpr`))).status).toBe(404);
    expect((await world.secretary.client.get(world.path(`participants/${id}/cpr`))).status).toBe(403);
    expect((await find(cpr, world.secretary)).status).toBe(403);
  });

  it('are deleted when they are turned off, and cannot be used from that moment', async () => {
    await turn(true);
    const id = await register(app, world, 'UNG-1');
    await keep(id);
    expect((await turn(false)).status).toBe(204);
    expect((await find()).body.code).toBe('participants/cpr-off');
    await eventually('the number is gone', async () => {
      const left = await app.database.query('select from participant_cpr where participant_id = $1', [id]);
      return left.length === 0;
    });
  });

  it('are removed one by one too', async () => {
    await turn(true);
    const id = await register(app, world, 'UNG-1');
    await keep(id);
    expect((await world.caseworker.client.delete(world.path(`participants/${id}/cpr`))).status).toBe(204);
    expect((await world.caseworker.client.get(world.path(`participants/${id}/cpr`))).status).toBe(404);
    expect((await find()).body.participantId).toBeNull();
  });

  it('are refused in every other field', async () => {
    const { status, text } = await world.caseworker.client.post(world.path('participants'), {
      pseudonym: 'UNG-3',
      birthYear: 2008,
      outlook: `Født 010108 - 1234 i Løkken`,
      consent: { purpose: 'p', textVersion: '1', text: 't', givenOn: '2026-01-01', expiresOn: '2028-01-01' },
    });
    expect(status).toBe(422);
    expect(text).toContain('CPR');
    expect(text).not.toMatch(/010108/);
  });
});
