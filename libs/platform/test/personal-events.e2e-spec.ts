import { newId } from '#libs/kernel';
import {
  Feed,
  type PersonSubject,
  SubjectKeys,
  systemActor,
  type Transaction,
  UnitOfWork,
  verifyChains,
} from '#libs/platform';
import { eventually, startTestApp, type TestApp } from '#libs/testing';

describe('what an event says of a person', () => {
  let app: TestApp;
  let unitOfWork: UnitOfWork;
  let keys: SubjectKeys;

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
    unitOfWork = app.get(UnitOfWork);
    keys = app.get(SubjectKeys);
  });

  afterAll(() => app.close());

  const act = <T>(alliance: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    unitOfWork.actAs(systemActor(alliance, 'spec'), work);

  const append = (alliance: string, subject: PersonSubject, firstName: string): Promise<string> =>
    act(alliance, (tx) =>
      tx.append(
        'platform.signed-in',
        { kind: subject.kind, id: subject.id },
        { method: 'link' },
        { personal: { subject, values: { firstName } } },
      ),
    );

  const read = async (alliance: string, subject: PersonSubject): Promise<string[]> => {
    const rows = await app.database.query<{ id: string; personal: Buffer | null }>(
      'select id, personal from event where alliance_id = $1 and personal_id = $2 order by id',
      [alliance, subject.id],
    );
    const opened = await act(alliance, (tx) => keys.open(tx, subject, rows));
    return rows.map(({ id }) => opened.get(id)?.['firstName'] ?? '');
  };

  const destroy = (alliance: string, subject: PersonSubject): Promise<number> =>
    act(alliance, (tx) => keys.destroy(tx, subject));

  const holds = async (alliance: string, events: number): Promise<void> => {
    await eventually('the seals', async () => {
      const [row] = await app.database.query<{ n: number }>(
        'select count(*)::int as n from event_seal where alliance_id = $1',
        [alliance],
      );
      return row?.n === events;
    });
    const reports = await verifyChains((sql, parameters) => app.database.query(sql, parameters));
    expect(reports.find((report) => report.allianceId === alliance)).toMatchObject({
      allianceId: alliance,
      events,
      findings: [],
    });
  };

  it('lies encrypted in the log, is read with the person’s key, and is gone with it; the chain holds', async () => {
    const [alliance, one, two] = [
      newId(),
      { kind: 'participant', id: newId() } as const,
      { kind: 'participant', id: newId() } as const,
    ];
    await append(alliance, one, 'Sofie');
    await append(alliance, two, 'Magnus');
    await append(alliance, one, 'Sofie Marie');
    await holds(alliance, 3);
    const [raw] = await app.database.query<{ text: string }>(
      `select string_agg(e::text, '') as text from event e where alliance_id = $1`,
      [alliance],
    );
    expect(raw?.text).not.toMatch(/Sofie|Magnus|536f666965/);
    expect(await read(alliance, one)).toEqual(['Sofie', 'Sofie Marie']);
    expect(await destroy(alliance, one)).toBe(1);
    expect(await destroy(alliance, one)).toBe(0);
    expect(await read(alliance, one)).toEqual(['', '']);
    expect(await read(alliance, two)).toEqual(['Magnus']);
    await holds(alliance, 3);
  });

  it('is covered by the chain', async () => {
    const [alliance, subject] = [newId(), { kind: 'participant', id: newId() } as const];
    await append(alliance, subject, 'Sofie');
    await holds(alliance, 1);
    await app.database.query(`update event set personal = 'x'::bytea where alliance_id = $1`, [alliance]);
    const reports = await verifyChains((sql, parameters) => app.database.query(sql, parameters));
    expect(reports.find((report) => report.allianceId === alliance)?.broken).toBe(1);
  });

  it('is not written any more of a person who was erased, even if no key was there before', async () => {
    const [alliance, subject] = [newId(), { kind: 'participant', id: newId() } as const];
    expect(await destroy(alliance, subject)).toBe(0);
    await append(alliance, subject, 'Sofie');
    expect(await read(alliance, subject)).toEqual([]);
  });

  it('is readable or gone, never half, when events and an erasure race', async () => {
    const [alliance, subject] = [newId(), { kind: 'participant', id: newId() } as const];
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => append(alliance, subject, `Sofie ${String(n)}`)),
      destroy(alliance, subject),
      ...Array.from({ length: 10 }, (_, n) => append(alliance, subject, `Sofie ${String(n)}`)),
    ]);
    expect((await read(alliance, subject)).filter((text) => text !== '')).toEqual([]);
    const [key] = await app.database.query<{ sealed: Buffer | null }>(
      'select sealed from subject_key where alliance_id = $1',
      [alliance],
    );
    expect(key?.sealed).toBeNull();
  });

  it('lets no alliance see or destroy another’s keys', async () => {
    const [alliance, subject] = [newId(), { kind: 'participant', id: newId() } as const];
    await append(alliance, subject, 'Sofie');
    await destroy(newId(), subject);
    expect(await read(alliance, subject)).toEqual(['Sofie']);
  });

  it('names who acted by the person as they are called now, and not in the log itself', async () => {
    const alliance = await app.world.alliance();
    const person = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }], {
      name: 'Birthe Berg',
    });
    await unitOfWork.actAs(person.actor(alliance.id), (tx) =>
      tx.append('delivery.mail-sent', { kind: 'mail', id: newId() }, { template: 'x' }),
    );
    const [row] = await app.database.query('select actor_name from event where alliance_id = $1', [
      alliance.id,
    ]);
    expect(row).toEqual({ actor_name: null });
    await app.database.query(`update person set name = 'Slettet person' where id = $1`, [person.id]);
    const seen = await eventually('the event', async () => {
      const page = await act(alliance.id, (tx) =>
        app.get(Feed).page(tx, { limit: 10 }, ['delivery.mail-sent']),
      );
      return page.events.length > 0 ? page.events : undefined;
    });
    expect(seen.map((event) => event.actorName)).toEqual(['Slettet person']);
  });
});
