/**
 * Does the time of an answer tell whether something is there? Somebody else's thing and one of nothing are asked for in
 * turn, hundreds of times; so are the sign-in of somebody and of nobody. The medians must lie close. That both do the
 * same statements is a test (test/security/borders.e2e-spec.ts); how long they take is measured here, on a quiet machine.
 */
import { join, resolve } from 'node:path';
import { openDatabase, startServer } from './machine.mjs';
import { fill } from './world.mjs';

const { newId } = await import(join(resolve(import.meta.dirname, '..'), 'dist/libs/kernel/src/index.js'));
const pairs = 400;
/** The medians may differ by this factor at most: far above what a quiet machine shows, far below what a guess needs. */
const most = 1.25;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function took(request) {
  const begun = performance.now();
  const answer = await fetch(request.url, request);
  await answer.arrayBuffer();
  return { status: answer.status, ms: performance.now() - begun };
}

const database = await openDatabase();
let failed = false;
try {
  const { allianceId, cookie } = await fill(database, { alliances: 2, partners: 2_000 });
  const server = await startServer('dist/apps/api/main.js', {
    ...{ LOG_LEVEL: 'error', NODE_ENV: 'test', DATABASE_URL: database.appUrl, DATA_DIR: database.folder },
    MIGRATION_DATABASE_URL: database.ownerUrl,
  });
  const { rows } = await database.owner.query('select id from organisation where alliance_id <> $1', [
    allianceId,
  ]);
  const get = (path) => ({ url: `${server.url}/api/v1/alliances/${path}`, headers: { cookie } });
  const signIn = (email) => ({
    url: `${server.url}/api/v1/sign-in`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  const { rows: others } = await database.owner.query('select id from alliance where id <> $1', [allianceId]);
  const questions = {
    'a thing of another alliance': {
      pairs,
      there: (n) => get(`${allianceId}/partners/${rows[n % rows.length].id}`),
      nowhere: () => get(`${allianceId}/partners/${newId()}`),
    },
    'another alliance': {
      pairs,
      there: () => get(`${others[0].id}/partners`),
      nowhere: () => get(`${newId()}/partners`),
    },
    // As many as the limit of attempts lets one address have.
    'somebody with an account': {
      pairs: 4,
      there: () => signIn('sofie@sekretariat.example'),
      nowhere: (n) => signIn(`ingen-${n}@sekretariat.example`),
    },
  };
  for (const [name, { pairs: count, there, nowhere }] of Object.entries(questions)) {
    const times = { there: [], nowhere: [] };
    for (let n = 0; n < count; n += 1)
      for (const which of n % 2 === 0 ? ['there', 'nowhere'] : ['nowhere', 'there'])
        times[which].push(await took((which === 'there' ? there : nowhere)(n)));
    const [one, other] = [times.there, times.nowhere].map((list) => median(list.map(({ ms }) => ms)));
    const alike = new Set([...times.there, ...times.nowhere].map(({ status }) => status)).size === 1;
    const ratio = one / other;
    const holds = alike && (count < 100 || (ratio < most && ratio > 1 / most));
    failed ||= !holds;
    console.log(
      `${holds ? '✓' : '✗'} ${name}: ${one.toFixed(2)} ms there, ${other.toFixed(2)} ms nowhere, ratio ${ratio.toFixed(2)}${alike ? '' : ', with different answers'}`,
    );
  }
  await server.stop();
} finally {
  await database.close();
}
process.exit(failed ? 1 : 0);
