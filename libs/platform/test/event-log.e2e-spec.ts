import { newId } from '#libs/kernel';
import { Feed, systemActor, UnitOfWork, verifyChains } from '#libs/platform';
import { eventually, startTestApp, type TestApp } from '#libs/testing';

describe('the event log', () => {
  let app: TestApp;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
    unitOfWork = app.get(UnitOfWork);
  });

  afterAll(async () => {
    await app.close();
  });

  const sign = (allianceId: string): Promise<string> =>
    unitOfWork.actAs(systemActor(allianceId, 'spec'), (tx) =>
      tx.append('platform.signed-in', { kind: 'person', id: newId() }, { method: 'link' }),
    );

  const sealed = (allianceId: string, count: number): Promise<true> =>
    eventually(`${String(count)} sealed events`, async () => {
      const rows = await app.database.query<{ seq: string }>(
        'select seq from event_seal where alliance_id = $1 order by seq',
        [allianceId],
      );
      return rows.length === count && rows.every((row, index) => Number(row.seq) === index + 1);
    });

  it('numbers the events of an alliance densely, however many write at once', async () => {
    const alliance = newId();
    await Promise.all(Array.from({ length: 60 }, () => sign(alliance)));
    await sealed(alliance, 60);
    expect(await unitOfWork.readAs(systemActor(alliance, 'spec'), (tx) => app.get(Feed).last(tx))).toBe(60);
  });

  it('cannot be changed, emptied or deleted by the application', async () => {
    const alliance = newId();
    await sign(alliance);
    for (const statement of ['update event set type = type', 'delete from event', 'delete from event_seal'])
      await expect(
        unitOfWork.actAs(systemActor(alliance, 'spec'), (tx) => tx.query(statement)),
      ).rejects.toThrow(/permission denied/);
  });

  it('shows where somebody changed an event, and where one is missing', async () => {
    const [edited, cut, whole] = [newId(), newId(), newId()];
    for (const alliance of [edited, cut, whole]) {
      for (let n = 0; n < 5; n += 1) await sign(alliance);
      await sealed(alliance, 5);
    }
    await app.database.query(
      `update event set payload = '{"method": "code"}' where id = (select event_id from event_seal where alliance_id = $1 and seq = 3)`,
      [edited],
    );
    await app.database.query(`delete from event_seal where alliance_id = $1 and seq = 2`, [cut]);
    const reports = await verifyChains((sql, parameters) => app.database.query(sql, parameters));
    const of = (id: string) => reports.find((report) => report.allianceId === id);
    expect(of(edited)?.broken).toBe(3);
    expect(of(cut)?.broken).toBe(2);
    expect(of(whole)).toMatchObject({ allianceId: whole, events: 5, findings: [] });
  });
});
