/**
 * The history of an alliance with 200,000 events: its first page, a page of one thing, a search for words that are
 * there often and never, what it can be narrowed to, and the check of the chain. Medians of five, in milliseconds.
 */
import { openDatabase, startServer } from './machine.mjs';
import { fill } from './world.mjs';

const events = Number(process.env.BENCH_EVENTS ?? 200_000);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const database = await openDatabase();
try {
  const { allianceId, cookie } = await fill(database, { alliances: 2, partners: 100 });
  await database.owner.query(
    `insert into event (id, alliance_id, type, occurred_at, actor_kind, subject_kind, subject_id, payload)
     select uuidv7(), $1, (array['alliances.partner-added', 'alliances.partner-changed', 'alliances.partner-left'])[1 + n % 3],
       now() - ($2::int - n) * interval '5 minutes', 'system', 'partner', o.id,
       jsonb_build_object('partnerName', 'Virksomhed ' || md5(n::text))
     from generate_series(1, $2::int) n
     join (select id, row_number() over (order by id) - 1 as at, count(*) over () as most
           from organisation where alliance_id = $1) o on o.at = n % o.most`,
    [allianceId, events],
  );
  const server = await startServer('dist/apps/api/main.js', {
    ...{ LOG_LEVEL: 'error', NODE_ENV: 'test', DATABASE_URL: database.appUrl, DATA_DIR: database.folder },
    MIGRATION_DATABASE_URL: database.ownerUrl,
  });
  const sealed = async () =>
    Number(
      (await database.owner.query('select count(*) from event_seal where alliance_id = $1', [allianceId]))
        .rows[0].count,
    );
  while ((await sealed()) < events) await pause(500);
  await database.owner.query('vacuum analyze event, event_seal');
  const base = `${server.url}/api/v1/alliances/${allianceId}/audit`;
  const headers = { cookie, origin: server.url, 'content-type': 'application/json' };
  const [{ id: partner }] = (
    await database.owner.query('select id from organisation where alliance_id = $1 limit 1', [allianceId])
  ).rows;
  for (const [name, query] of [
    ['first page', '?limit=50'],
    ['one thing', `?limit=50&subject=partner:${partner}`],
    ['words often there', '?limit=50&q=virksomhed'],
    ['words never there', '?limit=50&q=findes%20ikke'],
    ['choices', '/facets'],
  ]) {
    const took = [];
    for (let round = 0; round < 6; round += 1) {
      const begun = performance.now();
      const answer = await fetch(`${base}${query}`, { headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${query}: ${answer.status}`);
      took.push(performance.now() - begun);
    }
    console.log(`${name.padEnd(20)} ${median(took.slice(1)).toFixed(0)} ms`);
  }
  const begun = performance.now();
  await fetch(`${base}/verification`, { method: 'POST', headers, body: '{}' });
  for (;;) {
    const { check } = await (await fetch(`${base}/verification`, { headers })).json();
    if (check.state === 'done') break;
    await pause(100);
  }
  console.log(`${'check of the chain'.padEnd(20)} ${(performance.now() - begun).toFixed(0)} ms`);
  await server.stop();
} finally {
  await database.close();
}
