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
/** Sign-in answers after a fixed time: fewer pairs say as much. */
const signInPairs = 150;
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
    // Everybody asks from an address of their own: otherwise limits would answer instead.
    TRUST_PROXY: 'true',
  });
  const { rows } = await database.owner.query('select id from organisation where alliance_id <> $1', [
    allianceId,
  ]);
  const get = (path) => ({ url: `${server.url}/api/v1/alliances/${path}`, headers: { cookie } });
  let visitors = 0;
  const post = (path, body) => {
    visitors += 1;
    const address = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
    return {
      url: `${server.url}/api/v1/${path}`,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify(body),
    };
  };
  const known = (n) => `kendt-${n}@sekretariat.example`;
  const unknown = (n) => `ukendt-${n}@sekretariat.example`;
  for (let n = 0; n < signInPairs; n += 1)
    await database.owner.query(`insert into person (id, name, email) values ($1, 'Kendt', $2)`, [
      newId(),
      known(n),
    ]);
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
    'asking for a sign-in mail, with an account': {
      pairs: signInPairs,
      there: (n) => post('sign-in', { email: known(n) }),
      nowhere: (n) => post('sign-in', { email: unknown(n) }),
    },
    'a wrong code, with an account': {
      pairs: signInPairs,
      there: (n) => post('sign-in/code', { email: known(n), code: '000000' }),
      nowhere: (n) => post('sign-in/code', { email: unknown(n), code: '000000' }),
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
    const holds = alike && ratio < most && ratio > 1 / most;
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
