import { newId } from '#libs/kernel';
import { AnswerEnquiry } from '../src/application/answer-enquiry.js';
import { ReceiveEnquiry } from '../src/application/receive-enquiry.js';
import { type ContractScene, type ContractWorld, startContractWorld } from './contract.builder.js';
import { giveContract, linkActor } from './enquiry.world.js';

let world: ContractWorld;
let scene: ContractScene;

beforeAll(async () => {
  world = await startContractWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  scene = await world.scene();
});

interface Acted {
  what: string;
  name: string | null;
  id: string | null;
}
const contractSteps = (contractId: string): Promise<Acted[]> =>
  world.app.database.query<Acted>(
    'select step as what, by_name as name, by_id as id from contract_step where contract_id = $1 order by happened_at, id',
    [contractId],
  );
const enquirySteps = (enquiryId: string): Promise<Acted[]> =>
  world.app.database.query<Acted>(
    'select kind as what, by_name as name, by_id as id from enquiry_step where enquiry_id = $1 order by id',
    [enquiryId],
  );
const texts = (): Promise<Acted[]> =>
  world.app.database.query<Acted>(
    `select 'text' as what, created_by_name as name, created_by_id as id from contract_template_text
     where alliance_id = $1 order by id`,
    [scene.allianceId],
  );

/** An enquiry that a caseworker logged with the partner of the scene. */
async function logged(): Promise<{ id: string; caseworker: { id: string; name: string } }> {
  const { app } = world;
  const organisation = await app.world.organisation(scene.allianceId, { kind: 'municipality' });
  await giveContract(app, scene.allianceId, scene.partner.id, 5);
  const caseworker = await app.world.person([
    { allianceId: scene.allianceId, role: 'caseworker', organisationId: organisation.id },
  ]);
  const { id } = await app.get(ReceiveEnquiry).log(caseworker.actor(scene.allianceId), {
    partnerId: scene.partner.id,
    channel: 'caseworker',
    firstName: 'Jonas',
    ageBand: '16-17',
    wish: 'Vil gerne bygge huse',
    contact: { channel: 'through-caseworker' },
    consent: true,
  });
  return { id, caseworker };
}

describe('whoever acts with an account', () => {
  it('is known by id in contracts and templates; whoever signed by a link is not, and the night is nobody', async () => {
    const { secretary } = scene;
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await scene.counterSign(id);
    const own = { name: 'Mette Sørensen', id: secretary.id };
    const steps = await contractSteps(id);
    expect(steps.filter(({ what }) => what !== 'sealed')).toEqual([
      { what: 'drafted', ...own },
      { what: 'sent', ...own },
      { what: 'signed', name: 'Kaj Nør', id: null },
      { what: 'counter-signed', ...own },
    ]);
    expect(steps.filter(({ what, id: by }) => what === 'sealed' && by !== null)).toEqual([]);
    const template = `/api/v1/alliances/${scene.allianceId}/contract-templates/${scene.templateId}`;
    const { body } = await secretary.client.get<{ name: string; text: object }>(template);
    const changed = await secretary.client.put(
      template,
      { name: body.name, text: body.text },
      { ifMatch: 1 },
    );
    expect(changed.status).toBeLessThan(300);
    expect(await texts()).toEqual([
      { what: 'text', ...own },
      { what: 'text', ...own },
    ]);
  });

  it('is known by id in an enquiry where their own name stands, not where they act as their organisation', async () => {
    const { id, caseworker } = await logged();
    const partner = await world.app.world.person([
      { allianceId: scene.allianceId, role: 'partner', organisationId: scene.partner.id },
    ]);
    const answers = world.app.get(AnswerEnquiry);
    await answers.answer(partner.actor(scene.allianceId), id, { kind: 'ask-for-help', note: '' });
    await answers.withdraw(
      linkActor(scene.allianceId, { purpose: 'enquiry-withdrawal', subjectId: id, organisationId: null }),
      null,
    );
    expect(await enquirySteps(id)).toEqual([
      { what: 'received', name: caseworker.name, id: caseworker.id },
      { what: 'help-wanted', name: scene.partner.name, id: null },
      { what: 'withdrawn', name: 'young-person', id: null },
    ]);
  });

  it('is erased by id from what they did, also when somebody is called the same and did the same', async () => {
    const { app } = world;
    const first = await scene.sent();
    await app.world.person([{ allianceId: scene.allianceId, role: 'secretariat' }], {
      name: 'Mette Sørensen',
    });
    const foreign = await world.scene();
    const theirs = await foreign.sent();
    const erased = await scene.secretary.client.post('/api/v1/me/erasure', { confirmed: true });
    expect(erased.status).toBe(200);
    expect((await contractSteps(first.id)).map(({ name }) => name)).toEqual([
      'Slettet person',
      'Slettet person',
    ]);
    expect((await texts()).map(({ name }) => name)).toEqual(['Slettet person']);
    expect(await contractSteps(theirs.id)).toEqual([
      { what: 'drafted', name: 'Mette Sørensen', id: foreign.secretary.id },
      { what: 'sent', name: 'Mette Sørensen', id: foreign.secretary.id },
    ]);
  });

  it('keeps what they did when they change their name, and takes nothing by somebody else’s', async () => {
    const { app } = world;
    const { id } = await scene.sent();
    const taker = await app.world.person([{ allianceId: scene.allianceId, role: 'member' }]);
    await app.database.query(`update person set name = 'Mette Nielsen' where id = $1`, [scene.secretary.id]);
    await app.database.query(`update person set name = 'Mette Sørensen' where id = $1`, [taker.id]);
    expect((await taker.client.post('/api/v1/me/erasure', { confirmed: true })).status).toBe(200);
    expect((await contractSteps(id)).map(({ name }) => name)).toEqual(['Mette Sørensen', 'Mette Sørensen']);
    await app.world.person([{ allianceId: scene.allianceId, role: 'secretariat' }]);
    await scene.secretary.client.post('/api/v1/me/erasure', { confirmed: true });
    expect((await contractSteps(id)).map(({ name }) => name)).toEqual(['Slettet person', 'Slettet person']);
  });

  it('is still found by name in what was written before ids were, while nobody else is called so', async () => {
    const { app } = world;
    const { id } = await scene.sent();
    const name = `Inger ${newId().slice(-8)}`;
    const person = await app.world.person([{ allianceId: scene.allianceId, role: 'member' }], { name });
    const old = (by: string) =>
      app.database.query('update contract_step set by_id = null, by_name = $2 where contract_id = $1', [
        id,
        by,
      ]);
    await old(name);
    const namesake = await app.world.person([], { name });
    await person.client.post('/api/v1/me/erasure', { confirmed: true });
    expect((await contractSteps(id)).map(({ name: by }) => by)).toEqual([name, name]);
    await app.database.query(`update person set name = 'Inger Andersen' where id = $1`, [namesake.id]);
    const again = await app.world.person([{ allianceId: scene.allianceId, role: 'member' }], { name });
    await again.client.post('/api/v1/me/erasure', { confirmed: true });
    expect((await contractSteps(id)).map(({ name: by }) => by)).toEqual(['Slettet person', 'Slettet person']);
  });
});
