import { newId } from '#libs/kernel';
import { currentTransaction, INSTALLATION, systemActor, UnitOfWork } from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';

const why = 'spec';

describe('a unit of work', () => {
  let app: TestApp;
  let unitOfWork: UnitOfWork;

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
    unitOfWork = app.get(UnitOfWork);
  });

  afterAll(async () => {
    await app.close();
  });

  const putFile = (allianceId: string, as = allianceId): Promise<string> =>
    unitOfWork.actAs(systemActor(as, why), async (tx) => {
      const id = newId();
      await tx.query(
        `insert into file (id, alliance_id, name, media_type, sha256, size, bytes, created_at)
         values ($1, $2, 'a', 'text/plain', '', 0, '', $3)`,
        [id, allianceId, tx.now()],
      );
      return id;
    });

  const countIn = (allianceId: string): Promise<number> =>
    unitOfWork.readAs(systemActor(allianceId, why), async (tx) => {
      const [row] = await tx.query<{ count: number }>('select count(*)::int as count from file');
      return row?.count ?? -1;
    });

  it('sees the rows of its own alliance and of no other', async () => {
    const [one, other] = [newId(), newId()];
    await putFile(one);
    await putFile(other);
    await putFile(other);
    expect(await countIn(one)).toBe(1);
    expect(await countIn(other)).toBe(2);
    expect(await countIn(newId())).toBe(0);
  });

  it('cannot write into another alliance', async () => {
    await expect(putFile(newId(), newId())).rejects.toThrow(/row-level security/);
  });

  it('leaves nothing behind when it fails half way', async () => {
    const alliance = newId();
    await expect(
      unitOfWork.actAs(systemActor(alliance, why), async () => {
        await putFile(alliance);
        throw new Error('half way');
      }),
    ).rejects.toThrow('half way');
    expect(await countIn(alliance)).toBe(0);
  });

  it('does not take a swallowed database error for success', async () => {
    const alliance = newId();
    await expect(
      unitOfWork.actAs(systemActor(alliance, why), async (tx) => {
        await putFile(alliance);
        await tx.query('select 1/0').catch(() => undefined);
      }),
    ).rejects.toThrow('rolled back');
    expect(await countIn(alliance)).toBe(0);
  });

  it('joins the one that is open in the same alliance and refuses to change the actor', async () => {
    const alliance = newId();
    await unitOfWork.actAs(systemActor(alliance, why), async (outer) => {
      await unitOfWork.actAs(outer.actor, (inner) => {
        expect(inner).toBe(outer);
        expect(currentTransaction()).toBe(outer);
        return Promise.resolve();
      });
      await expect(
        Promise.resolve().then(() => unitOfWork.actAs(systemActor(newId(), why), () => Promise.resolve())),
      ).rejects.toThrow('cannot change its actor');
    });
  });

  it('leaves no actor on the connection for the next one', async () => {
    await putFile(newId());
    const left = await Promise.all(
      Array.from({ length: 20 }, () =>
        unitOfWork.readAs(systemActor(INSTALLATION, why), (tx) =>
          tx.query<{ a: string }>(`select current_setting('app.alliances', true) as a`),
        ),
      ),
    );
    expect(new Set(left.flat().map((row) => row.a))).toEqual(new Set([`{${INSTALLATION}}`]));
  });

  it('cannot write while it only reads', async () => {
    await expect(
      unitOfWork.readAs(systemActor(newId(), why), (tx) => tx.query('delete from file')),
    ).rejects.toThrow(/read-only/);
  });

  it('of one statement sends that one and no other, and sees what a longer one sees', async () => {
    const alliance = newId();
    await putFile(alliance);
    const count = (as: string) =>
      unitOfWork.readOnceAs(systemActor(as, why), (tx) =>
        tx.query<{ count: number }>('select count(*)::int as count from file'),
      );
    expect(await count(alliance)).toEqual([{ count: 1 }]);
    expect(await count(newId())).toEqual([{ count: 0 }]);
    await expect(
      unitOfWork.readOnceAs(systemActor(alliance, why), async (tx) => {
        await tx.query('select 1');
        await tx.query('select 2');
      }),
    ).rejects.toThrow('is over');
    await expect(
      unitOfWork.readOnceAs(systemActor(alliance, why), (tx) => tx.query('select 1/0')),
    ).rejects.toThrow('division');
    expect(await count(alliance)).toEqual([{ count: 1 }]);
  });
});
