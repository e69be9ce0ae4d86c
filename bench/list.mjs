/** a: 50 of one alliance's 5,000 partners out of 100,000, filtered, sorted, with total; 32 connections. */
import { compare, openDatabase, startBoth } from './machine.mjs';
import { fill } from './world.mjs';

const database = await openDatabase();
try {
  const { allianceId, cookie } = await fill(database);
  const both = await startBoth(database, 'bench/limit-list.mjs');
  const page = 'sector=Byggeri&sort=name&limit=50';
  await compare('a list', {
    ours: { url: `${both.ours.url}/api/v1/alliances/${allianceId}/partners?${page}`, headers: { cookie } },
    least: { url: `${both.least.url}/?alliance=${allianceId}&sector=Byggeri` },
    target: 0.7,
  });
  await both.stop();
} finally {
  await database.close();
}
