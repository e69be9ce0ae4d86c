import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '#libs/kernel';
import { type Actor, Database, type Transaction, UnitOfWork } from '#libs/platform';
import { startTestApp, type TestApp } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';

const alliances = 20;
const units = 47_000;
const requests = 3_000;
const atOnce = 40;

/** Who acts and what is seen, as the database has it at this moment. */
interface Seen {
  readonly alliances: string | null;
  readonly organisations: string | null;
  readonly person: string | null;
  readonly system: string | null;
  readonly rows: readonly string[] | null;
}

const look = `select current_setting('app.alliances', true) as alliances,
  current_setting('app.organisations', true) as organisations, current_setting('app.person', true) as person,
  current_setting('app.system', true) as system,
  (select array_agg(distinct alliance_id) from organisation) as rows`;

/** Runs `count` pieces of work, never more than {@link atOnce} at the same time. */
async function interleaved(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** The connection under a unit of work is torn in its middle, as by a broken network. */
function tear(tx: Transaction): void {
  const runner = tx.manager.queryRunner as unknown as {
    databaseConnection: { connection: { stream: Socket } };
  };
  runner.databaseConnection.connection.stream.destroy();
}

describe('twenty alliances on a pool of five connections', () => {
  let app: TestApp;
  const places: { id: string; actors: Actor[]; cookie: string; name: string }[] = [];

  beforeAll(async () => {
    app = await startTestApp({
      modules: domainModules,
      settings: { DATABASE_POOL: '5', ROLE: 'api', LOG_LEVEL: 'silent' },
    });
    for (let n = 0; n < alliances; n += 1) {
      const { id } = await app.world.alliance();
      const name = `Kun i alliance ${String(n)}.`;
      const organisation = await app.world.organisation(id, { name });
      const person = await app.world.person([
        { allianceId: id, role: 'secretariat' },
        { allianceId: id, role: 'caseworker', organisationId: organisation.id },
      ]);
      const link: Actor = {
        ...{ kind: 'link', linkId: newId(), allianceId: id, purpose: 'contract', subjectId: newId() },
        ...{
          organisationId: organisation.id,
          name: 'Karen',
          email: 'karen@virksomhed.example',
          locale: 'da',
        },
      };
      const system: Actor = { kind: 'system', allianceId: id, reason: 'spec' };
      places.push({ id, actors: [person.actor(id), link, system], cookie: person.cookie, name });
    }
  });
  afterAll(() => app.close());

  const expected = (actor: Actor): Seen => ({
    alliances: `{${actor.allianceId}}`,
    organisations: `{${actor.kind === 'person' ? (actor.roles[1]?.organisationId ?? '') : actor.kind === 'link' ? (actor.organisationId ?? '') : ''}}`,
    person: actor.kind === 'person' ? actor.personId : '',
    system: actor.kind === 'system' ? 'on' : 'off',
    rows: [actor.allianceId],
  });

  it(`keep ${String(units)} interleaved units of work apart, aborted ones among them`, async () => {
    const unitOfWork = app.get(UnitOfWork);
    const leaks: unknown[] = [];
    const outcomes = { done: 0, failed: 0 };
    const check = (actor: Actor, [seen]: Seen[]): void => {
      if (JSON.stringify(seen) !== JSON.stringify(expected(actor))) leaks.push({ actor, seen });
    };
    const see = async (actor: Actor, tx: Transaction): Promise<void> => {
      check(actor, await tx.query<Seen>(look));
    };
    const kinds: readonly ((actor: Actor, n: number) => Promise<unknown>)[] = [
      (actor) => unitOfWork.readAs(actor, (tx) => see(actor, tx)),
      (actor) => unitOfWork.readOnceAs(actor, (tx) => see(actor, tx)),
      (actor) => unitOfWork.actAs(actor, (tx) => see(actor, tx)),
      async (actor) => {
        const rows = await unitOfWork.readAs(actor, (tx) => tx.queryPrepared<Seen>('spec-look', look, []));
        check(actor, rows);
      },
      (actor) =>
        unitOfWork.actAs(actor, async (tx) => {
          await see(actor, tx);
          await unitOfWork.actAs(actor, (inner) => see(actor, inner));
        }),
      (actor) =>
        unitOfWork.actAs(actor, async (tx) => {
          await tx.query(`update organisation set name = 'vej' where alliance_id = $1`, [actor.allianceId]);
          throw new Error('half way');
        }),
      (actor) =>
        unitOfWork.actAs(actor, async (tx) => {
          await Promise.allSettled([tx.query('select 1/0'), see(actor, tx)]);
        }),
      (actor) => unitOfWork.readAs(actor, (tx) => tx.query('delete from organisation')),
      (actor) => unitOfWork.readOnceAs(actor, (tx) => tx.query('select 1/0')),
      (actor) =>
        unitOfWork.actAs(actor, (tx) => {
          // Not awaited: it runs in this transaction or not at all.
          see(actor, tx).catch(() => undefined);
          return Promise.resolve();
        }),
    ];
    const rare: typeof kinds = [
      (actor) => unitOfWork.actAs(actor, (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())')),
      (actor) =>
        unitOfWork.actAs(actor, async (tx) => {
          const answer = tx.query(look);
          tear(tx);
          await answer;
        }),
      (actor) =>
        unitOfWork.readAs(actor, (tx) => {
          tear(tx);
          return Promise.resolve();
        }),
      (actor) =>
        unitOfWork.actAs(actor, async (tx) => {
          await tx.query(`set local statement_timeout = 1`);
          await tx.query('select pg_sleep(1)');
        }),
    ];
    await interleaved(units, async (n) => {
      const place = places[(n * 7) % alliances];
      const actor = place?.actors[n % 3];
      if (actor === undefined) return;
      const list = n % 157 === 0 ? rare : kinds;
      try {
        await list[(n * 13) % list.length]?.(actor, n);
        outcomes.done += 1;
      } catch {
        outcomes.failed += 1;
      }
    });
    expect(leaks).toEqual([]);
    expect(outcomes.done).toBeGreaterThan(units / 2);
    expect(outcomes.failed).toBeGreaterThan(units / 10);
    expect(await leftOnConnections()).toEqual([]);
    const names = await app.database.query<{ name: string }>(
      `select name from organisation where name = 'vej'`,
    );
    expect(names).toEqual([]);
  }, 120_000);

  it('would be found out: what is set for a whole session stays on its connection', async () => {
    const { pool } = app.get(Database);
    const client = await pool.connect();
    await client.query(`select set_config('app.alliances', $1, false)`, [`{${places[0]?.id ?? ''}}`]);
    client.release();
    expect(await leftOnConnections()).toHaveLength(1);
    const again = await pool.connect();
    again.release(true);
    // Whichever connections there are, they go: the next tests begin with fresh ones.
    const all = await Promise.all(Array.from({ length: 5 }, () => pool.connect()));
    for (const one of all) one.release(true);
  });

  it(`keep ${String(requests)} interleaved requests apart, hung-up ones among them`, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    const leaks: string[] = [];
    const outcomes = { answered: 0, hungUp: 0, refused: 0 };
    await interleaved(requests, async (n) => {
      const place = places[(n * 7) % alliances];
      const other = places[(n * 11 + 3) % alliances];
      if (place === undefined || other === undefined) return;
      const base = `/api/v1/alliances/${place.id}`;
      const ways = [
        { path: `${base}/partners?limit=50` },
        { path: `${base}/members?limit=50` },
        { path: `${base}/overview` },
        { path: `${base}/partners?sort=ingen` },
        { path: `/api/v1/alliances/${other.id}/partners` },
        { path: `${base}/partners`, hangUp: true },
        { path: `${base}/partners`, body: JSON.stringify({ name: place.name, kind: 'company', cvr: '1' }) },
        { path: `${base}/partners`, body: JSON.stringify({ name: place.name }), hangUp: true },
      ];
      const way = ways[n % ways.length];
      if (way === undefined) return;
      const answer = await send(agent, app.url, place.cookie, way);
      if (answer === undefined) outcomes.hungUp += 1;
      else if (answer.status >= 400) outcomes.refused += 1;
      else outcomes.answered += 1;
      for (const name of answer?.text.match(/Kun i alliance \d+\./g) ?? [])
        if (name !== place.name) leaks.push(`${way.path}: ${name}`);
    });
    agent.destroy();
    expect(leaks).toEqual([]);
    expect(outcomes.answered).toBeGreaterThan(requests / 4);
    expect(outcomes.hungUp).toBeGreaterThan(requests / 10);
    expect(outcomes.refused).toBeGreaterThan(requests / 10);
    expect(await leftOnConnections()).toEqual([]);
    // What a hung-up request had ordered is done or not, but never in another alliance.
    const written = await app.database.query<{ alliance: string; name: string }>(
      'select distinct alliance_id as alliance, name from organisation',
    );
    expect(
      written.filter(({ alliance, name }) => places.find(({ id }) => id === alliance)?.name !== name),
    ).toEqual([]);
  }, 120_000);

  /** What the connections of the pool still carry while nobody acts on them. */
  async function leftOnConnections(): Promise<Seen[]> {
    const { pool } = app.get(Database);
    const clients = await Promise.all(Array.from({ length: 5 }, () => pool.connect()));
    try {
      const seen: Seen[] = [];
      for (const client of clients) seen.push(...(await client.query<Seen>(look)).rows);
      return seen.filter(
        ({ alliances: all, organisations, person, system, rows }) =>
          [all, organisations, person, system].some((value) => (value ?? '') !== '') || rows !== null,
      );
    } finally {
      for (const client of clients) client.release();
    }
  }
});

async function send(
  agent: Agent,
  url: string,
  cookie: string,
  way: { readonly path: string; readonly body?: string; readonly hangUp?: boolean },
): Promise<{ status: number; text: string } | undefined> {
  const sent = request(`${url}${way.path}`, {
    agent,
    method: way.body === undefined ? 'GET' : 'POST',
    headers: { cookie, ...(way.body === undefined ? {} : { 'content-type': 'application/json' }) },
  });
  sent.end(way.body);
  if (way.hangUp === true) {
    sent.on('error', () => undefined);
    sent.once('finish', () => setImmediate(() => sent.destroy()));
    await new Promise<void>((closed) => sent.once('close', closed));
    return undefined;
  }
  const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') };
}
