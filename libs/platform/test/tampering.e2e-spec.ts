import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { newId } from '#libs/kernel';
import {
  anchorFolder,
  AnchorProcessor,
  type AnchorRow,
  chain,
  type ChainReport,
  canonicalEvent,
  compareAnchors,
  INSTALLATION,
  readAnchorFolder,
  systemActor,
  UnitOfWork,
  verifyChains,
} from '#libs/platform';
import { eventually, startTestApp, type TestApp } from '#libs/testing';

/** Somebody with all rights over the database, and no wish to be seen. */
class Superuser {
  private readonly client: pg.Client;

  constructor(database: string) {
    const url = new URL(process.env['TEST_DATABASE_ADMIN_URL'] ?? '');
    url.pathname = `/${database}`;
    this.client = new pg.Client({ connectionString: url.href });
  }

  async do(sql: string, parameters: readonly unknown[] = []): Promise<unknown[]> {
    return (await this.client.query(sql, [...parameters])).rows as unknown[];
  }

  async open(): Promise<void> {
    await this.client.connect();
    // No trigger and no foreign key stands in the way.
    await this.client.query('set session_replication_role = replica');
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

describe('somebody with all rights over the database', () => {
  let app: TestApp;
  let superuser: Superuser;

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
    superuser = new Superuser(new URL(app.database.ownerUrl).pathname.slice(1));
    await superuser.open();
  });

  afterAll(async () => {
    await superuser.close();
    await app.close();
  });

  /** An alliance's chain of so many sealed events. */
  const history = async (count: number): Promise<string> => {
    const alliance = newId();
    for (let n = 0; n < count; n += 1)
      await app
        .get(UnitOfWork)
        .actAs(systemActor(alliance, 'spec'), (tx) =>
          tx.append('platform.signed-in', { kind: 'person', id: newId() }, { method: 'link' }),
        );
    await eventually('all sealed', async () => {
      const rows = await app.database.query('select from event_seal where alliance_id = $1', [alliance]);
      return rows.length === count;
    });
    return alliance;
  };

  const anchor = async (): Promise<void> => {
    const [{ n: before } = { n: 0 }] = await app.database.query<{ n: number }>(
      'select count(*)::int as n from anchor',
    );
    await app.get(AnchorProcessor).leaveNow();
    await eventually('an anchor and its file', async () => {
      const files = await readAnchorFolder(anchorFolder(app.config));
      return files.length > before;
    });
  };

  const verify = async (alliance: string): Promise<ChainReport> => {
    const rows = await app.database.query<AnchorRow>('select file_name, document, digest from anchor');
    const { heads } = compareAnchors(rows, await readAnchorFolder(anchorFolder(app.config)));
    const reports = await verifyChains((sql, parameters) => app.database.query(sql, parameters), heads);
    const report = reports.find(({ allianceId }) => allianceId === alliance);
    if (report === undefined) throw new Error('the chain is not in the report');
    return report;
  };

  const found = async (alliance: string): Promise<unknown> =>
    (await verify(alliance)).findings.map(({ kind, seq }) => [kind, seq]);

  const eventAt = (alliance: string, seq: number): string =>
    `(select event_id from event_seal where alliance_id = '${alliance}' and seq = ${String(seq)})`;

  it('leaves no trace by leaving it alone', async () => {
    const alliance = await history(4);
    await anchor();
    expect(await verify(alliance)).toMatchObject({ events: 4, findings: [] });
    expect((await verify(alliance)).heads).toBeGreaterThan(0);
  });

  it.each([
    ['what happened', `payload = '{"method": "code"}'`],
    ['when', `occurred_at = occurred_at - interval '1 day'`],
    ['who', `actor_kind = 'person', actor_id = gen_random_uuid()`],
    ['to what', `subject_id = gen_random_uuid()`],
  ])('is seen changing %s', async (_, change) => {
    const alliance = await history(5);
    await superuser.do(`update event set ${change} where id = ${eventAt(alliance, 3)}`);
    expect(await found(alliance)).toEqual([['edited', 3]]);
  });

  it('is seen changing an event and its seal', async () => {
    const alliance = await history(5);
    await superuser.do(`update event set payload = '{"method": "code"}' where id = ${eventAt(alliance, 3)}`);
    await reseal(alliance, 3, 3);
    expect(await found(alliance)).toEqual([['broken-link', 4]]);
  });

  it('is seen deleting an event, and deleting its seal with it', async () => {
    const [event, both] = [await history(5), await history(5)];
    await superuser.do(`delete from event where id = ${eventAt(event, 2)}`);
    expect(await found(event)).toEqual([['deleted', 2]]);
    await superuser.do(`delete from event where id = ${eventAt(both, 2)}`);
    await superuser.do('delete from event_seal where alliance_id = $1 and seq = 2', [both]);
    expect(await found(both)).toEqual([['deleted', 2]]);
  });

  it('is seen putting in an event of the past, without a seal and with one', async () => {
    const [bare, sealed] = [await history(4), await history(4)];
    const old = '01900000-0000-7000-8000-000000000001';
    for (const [alliance, id] of [
      [bare, old],
      [sealed, newId()],
    ] as const)
      await superuser.do(
        `insert into event (id, alliance_id, type, occurred_at, actor_kind, subject_kind, subject_id, payload)
         values ($1, $2, 'platform.signed-in', now(), 'system', 'person', $3, '{"method": "link"}')`,
        [id, alliance, newId()],
      );
    expect(await found(bare)).toEqual([['inserted', 1]]);
    await eventually('the new event is sealed as what it is: the fifth', async () => {
      await superuser.do(`select pg_notify('rygrad_event', $1)`, [sealed]);
      return (
        (await app.database.query('select from event_seal where alliance_id = $1', [sealed])).length === 5
      );
    });
    // Moved to the front, the chain no longer links up.
    await superuser.do('update event_seal set seq = -seq where alliance_id = $1', [sealed]);
    await superuser.do(
      'update event_seal set seq = case when seq = -5 then 1 else -seq + 1 end where alliance_id = $1',
      [sealed],
    );
    expect(await found(sealed)).toEqual([
      ['broken-link', 1],
      ['broken-link', 2],
    ]);
  });

  it('is seen cutting off the end, by the anchors', async () => {
    const alliance = await history(6);
    await anchor();
    await superuser.do(`delete from event where id in (${eventAt(alliance, 5)}, ${eventAt(alliance, 6)})`);
    await superuser.do('delete from event_seal where alliance_id = $1 and seq > 4', [alliance]);
    expect(await found(alliance)).toEqual([['cut-off', 5]]);
  });

  it('is seen taking away a whole chain, and all anchors in the database too, by the files', async () => {
    const alliance = await history(3);
    await anchor();
    await superuser.do('delete from event_seal where alliance_id = $1', [alliance]);
    await superuser.do('delete from event where alliance_id = $1', [alliance]);
    expect(await found(alliance)).toEqual([['gone', 1]]);
    const rows = await superuser.do('delete from anchor returning *');
    expect(await found(alliance)).toEqual([['gone', 1]]);
    const { findings } = compareAnchors([], await readAnchorFolder(anchorFolder(app.config)));
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['missing-row']));
    for (const row of rows as Record<string, unknown>[])
      await superuser.do(
        'insert into anchor (id, anchored_at, cause, file_name, document, digest) values ($1, $2, $3, $4, $5, $6)',
        [row['id'], row['anchored_at'], row['cause'], row['file_name'], row['document'], row['digest']],
      );
  });

  it('is seen writing the whole chain anew, every hash in order, by the anchors', async () => {
    const alliance = await history(5);
    await anchor();
    await superuser.do(`update event set payload = '{"method": "code"}' where id = ${eventAt(alliance, 2)}`);
    await reseal(alliance, 2, 5);
    expect(await found(alliance)).toEqual([['rewritten', 5]]);
  });

  it('is seen changing an anchor, in the database or as a file', async () => {
    await history(2);
    await anchor();
    const folder = anchorFolder(app.config);
    const files = await readAnchorFolder(folder);
    const [first, last] = [files[0], files.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no anchors');
    await superuser.do(`update anchor set document = document || ' ' where file_name = $1`, [last.name]);
    const path = join(folder, first.name);
    await chmod(path, 0o600);
    await writeFile(path, `${await readFile(path, 'utf8')} `);
    const rows = await app.database.query<AnchorRow>('select file_name, document, digest from anchor');
    const { findings } = compareAnchors(rows, await readAnchorFolder(folder));
    expect(findings).toEqual(
      expect.arrayContaining([
        { kind: 'changed-file', name: first.name },
        { kind: 'changed-row', name: last.name },
      ]),
    );
  });

  it('cannot be the application: it only adds anchors', async () => {
    for (const statement of ['delete from anchor', 'update anchor set document = $$x$$', 'truncate anchor'])
      await expect(
        app.get(UnitOfWork).actAs(systemActor(INSTALLATION, 'spec'), (tx) => tx.query(statement)),
      ).rejects.toThrow(/permission denied/);
  });

  /** Makes the seals of a stretch anew, as the sealer would have. */
  async function reseal(alliance: string, from: number, to: number): Promise<void> {
    for (let seq = from; seq <= to; seq += 1) {
      const [row] = (await superuser.do(
        `select ${canonicalEvent} as canonical, (select hash from event_seal b where b.alliance_id = s.alliance_id
           and b.seq = s.seq - 1) as before
         from event_seal s join event e on e.id = s.event_id where s.alliance_id = $1 and s.seq = $2`,
        [alliance, seq],
      )) as { canonical: string; before: Buffer }[];
      if (row === undefined) throw new Error('nothing to seal anew');
      await superuser.do(
        'update event_seal set previous_hash = $3, hash = $4 where alliance_id = $1 and seq = $2',
        [alliance, seq, row.before, chain(row.before, row.canonical)],
      );
    }
  }
});
