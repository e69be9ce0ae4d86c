/** b: one initiative with validation, permission and its event in the same transaction; 32 connections. */
import { compare, openDatabase, startBoth } from './machine.mjs';
import { fill } from './world.mjs';

const database = await openDatabase();
try {
  const { allianceId, cookie } = await fill(database, { alliances: 1, partners: 100 });
  const both = await startBoth(database, 'bench/limit-insert.mjs');
  const headers = { 'content-type': 'application/json' };
  const name = 'Mentorordning på lærepladser';
  await compare('b insert', {
    ours: {
      url: `${both.ours.url}/api/v1/alliances/${allianceId}/initiatives`,
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ name }),
    },
    least: {
      url: both.least.url,
      method: 'POST',
      headers,
      body: JSON.stringify({ alliance: allianceId, name }),
    },
    target: 0.6,
  });
  await both.stop();
} finally {
  await database.close();
}
