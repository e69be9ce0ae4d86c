import { systemActor, UnitOfWork } from '#libs/platform';
import { type DueItem, type DueItemSource, DueItemSources } from '#libs/reminders';
import { type ContractScene, type ContractWorld, startContractWorld } from './contract.builder.js';

let world: ContractWorld;
let source: DueItemSource;

beforeAll(async () => {
  world = await startContractWorld();
  const found = world.app.get(DueItemSources).find('partner-contracts.contract-unsigned');
  if (found === undefined) throw new Error('the source is not registered');
  source = found;
});
afterAll(() => world.close());

const days = 86_400_000;

function due(scene: ContractScene, inDays: number): Promise<readonly DueItem[]> {
  const later = new Date(Date.now() + inDays * days);
  return world.app
    .get(UnitOfWork)
    .readAs(systemActor(scene.allianceId, 'test'), (tx) => source.due(tx, later, { afterDays: 7 }));
}

function stillDue(scene: ContractScene, item: DueItem): Promise<boolean> {
  return world.app
    .get(UnitOfWork)
    .readAs(systemActor(scene.allianceId, 'test'), (tx) => source.stillDue(tx, item));
}

describe('a contract that is not signed', () => {
  it('is due so many days after it was sent, for the person it was sent to, in that person’s language', async () => {
    const scene = await world.scene({ locale: 'en' });
    const { id } = await scene.sent();
    expect(await due(scene, 6)).toEqual([]);
    const [item, another] = await due(scene, 7.01);
    expect(another).toBeUndefined();
    expect(item).toMatchObject({
      subject: { kind: 'contract', id },
      recipient: { email: scene.email, locale: 'en' },
      path: `kontrakter/${id}`,
      title: { da: 'Partnerskabsaftalen for Nørreå Tømrer ApS venter på underskrift' },
    });
  });

  it('is reminded of with a link that signs', async () => {
    const scene = await world.scene();
    await scene.sent();
    const [item] = await due(scene, 8);
    if (item === undefined) throw new Error('nothing is due');
    const url = await world.app
      .get(UnitOfWork)
      .actAs(systemActor(scene.allianceId, 'test'), async (tx) => (await source.link?.(tx, item)) ?? '');
    expect((await world.app.world.stranger.get(new URL(url).pathname)).status).toBe(200);
  });

  it('is no longer due once it is signed, withdrawn, or passed on to another', async () => {
    const [signed, withdrawn, passedOn] = [await world.scene(), await world.scene(), await world.scene()];
    const items: DueItem[] = [];
    const contracts: { id: string; page: string }[] = [];
    for (const scene of [signed, withdrawn, passedOn]) {
      contracts.push(await scene.sent());
      items.push(...(await due(scene, 8)));
    }
    const [first, second, third] = items;
    if (first === undefined || second === undefined || third === undefined) throw new Error('nothing is due');
    expect(await stillDue(signed, first)).toBe(true);
    await signed.sign(contracts[0]?.page ?? '');
    await withdrawn.secretary.client.post(`${withdrawn.contracts}/${contracts[1]?.id ?? ''}/withdrawal`, {
      reason: 'x',
    });
    await world.app.world.stranger.form(`${contracts[2]?.page ?? ''}/pass-on`, {
      name: 'Dorthe Direktør',
      email: `anden-${passedOn.allianceId}@partner.example`,
      language: 'da',
    });
    expect(await stillDue(signed, first)).toBe(false);
    expect(await stillDue(withdrawn, second)).toBe(false);
    expect(await stillDue(passedOn, third)).toBe(false);
    expect(await due(signed, 8)).toEqual([]);
    expect(await due(withdrawn, 8)).toEqual([]);
  });

  it('of another alliance is none of ours', async () => {
    const [mine, theirs] = [await world.scene(), await world.scene()];
    await theirs.sent();
    expect(await due(mine, 30)).toEqual([]);
  });
});
