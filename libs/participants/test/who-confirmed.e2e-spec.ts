import type { TestApp } from '#libs/testing';
import { KeepDestination } from '../src/application/keep-destination.js';
import { LogDestinations } from '../src/index.js';
import {
  type ParticipantWorld,
  participantWorld,
  register,
  startParticipantApp,
} from './participant.world.js';

let app: TestApp;
let world: ParticipantWorld;

beforeAll(async () => {
  ({ app } = await startParticipantApp());
});
afterAll(() => app.close());
beforeEach(async () => {
  world = await participantWorld(app);
});

interface By {
  name: string;
  id: string | null;
}
const spell = async (id: string): Promise<By | undefined> =>
  (
    await app.database.query<By>(
      'select confirmed_by_name as name, confirmed_by_id as id from destination_spell where id = $1',
      [id],
    )
  )[0];
const confirmations = (id: string): Promise<By[]> =>
  app.database.query<By>(
    `select confirmed_by_name as name, confirmed_by_id as id from destination_confirmation
     where spell_id = $1 order by created_at, id`,
    [id],
  );

/** A destination that one caseworker logged and a colleague confirmed. */
async function confirmed(): Promise<string> {
  const participantId = await register(app, world, 'UNG-1');
  const { id } = await app.get(LogDestinations).one(world.caseworker.actor(world.allianceId), {
    participantId,
    typeKey: 'fgu',
    from: '2026-08-01',
    source: 'school',
    confidence: 'certain',
    beside: false,
  });
  await app
    .get(KeepDestination)
    .confirm(world.colleague.actor(world.allianceId), id, { source: 'school', confidence: 'certain' });
  return id;
}

describe('whoever confirms a destination', () => {
  it('is known by id, each time anew', async () => {
    const id = await confirmed();
    const [first, second] = [world.caseworker, world.colleague].map(({ id: by, name }) => ({ name, id: by }));
    expect(await confirmations(id)).toEqual([first, second]);
    expect(await spell(id)).toEqual(second);
  });

  it('is erased from it by id, and nobody else is', async () => {
    const id = await confirmed();
    const { id: by, name } = world.caseworker;
    await app.database.query('update person set name = $2 where id = $1', [world.colleague.id, name]);
    expect((await world.colleague.client.post('/api/v1/me/erasure', { confirmed: true })).status).toBe(200);
    expect(await confirmations(id)).toEqual([
      { name, id: by },
      { name: 'Slettet person', id: world.colleague.id },
    ]);
    expect(await spell(id)).toEqual({ name: 'Slettet person', id: world.colleague.id });
  });
});
