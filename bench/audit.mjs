/**
 * The history of an alliance with 200,000 events: its first page, a page of one thing, a search for words that are
 * there often and never, what it can be narrowed to, and the check of the chain; and what of it a member of one of ten
 * groups reads, every tenth event being about one of 500 meetings. Medians of five, in milliseconds.
 */
import { openDatabase, startServer } from './machine.mjs';
import { fill, signIn } from './world.mjs';

const events = Number(process.env.BENCH_EVENTS ?? 200_000);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** Ten groups with 50 meetings each; the person is in one of them. @returns the meetings' ids */
async function meet(owner, allianceId, personId) {
  await owner.query(
    `with made as (
       insert into meeting_group (id, alliance_id, name, kind)
       select uuidv7(), $1, 'Gruppe ' || n, 'working' from generate_series(1, 10) n returning id, name),
     joined as (
       insert into meeting_group_member (id, alliance_id, group_id, person_id)
       select uuidv7(), $1, id, $2 from made where name = 'Gruppe 1')
     insert into meeting (id, alliance_id, group_id, title, starts_at, ends_at)
     select uuidv7(), $1, made.id, 'Møde', now(), now() + interval '1 hour' from made, generate_series(1, 50)`,
    [allianceId, personId],
  );
  const { rows } = await owner.query('select id from meeting where alliance_id = $1', [allianceId]);
  return rows.map(({ id }) => id);
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const database = await openDatabase();
try {
  const { allianceId, cookie } = await fill(database, { alliances: 2, partners: 100 });
  const member = await signIn(database.owner, allianceId, 'member');
  const meetings = await meet(database.owner, allianceId, member.personId);
  await database.owner.query(
    `insert into event (id, alliance_id, type, occurred_at, actor_kind, subject_kind, subject_id, payload)
     select uuidv7(), $1,
       case when n % 10 = 0 then 'meetings.meeting-changed'
         else (array['alliances.partner-added', 'alliances.partner-paused', 'alliances.partner-left'])[1 + n % 3] end,
       now() - ($2::int - n) * interval '5 minutes', 'system',
       case when n % 10 = 0 then 'meeting' else 'partner' end,
       case when n % 10 = 0 then ($3::uuid[])[1 + n / 10 % 500] else o.id end,
       jsonb_build_object('partnerName', 'Virksomhed ' || md5(n::text))
     from generate_series(1, $2::int) n
     join (select id, row_number() over (order by id) - 1 as at, count(*) over () as most
           from organisation where alliance_id = $1) o on o.at = n % o.most`,
    [allianceId, events, meetings],
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
  const asMember = { ...headers, cookie: member.cookie };
  for (const [name, query, as = headers] of [
    ['first page', '?limit=50'],
    ['one thing', `?limit=50&subject=partner:${partner}`],
    ['words often there', '?limit=50&q=virksomhed'],
    ['words never there', '?limit=50&q=findes%20ikke'],
    ['choices', '/facets'],
    ['first page, member', '?limit=50', asMember],
    ['one meeting, member', `?limit=50&subject=meeting:${meetings[0]}`, asMember],
    ['choices, member', '/facets', asMember],
    ['feed, member', '/../feed?limit=50', asMember],
  ]) {
    const took = [];
    for (let round = 0; round < 6; round += 1) {
      const begun = performance.now();
      const answer = await fetch(`${base}${query}`, { headers: as });
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
