import { defaultContractTemplate, type Contract } from '#libs/api-schema';
import { addDays, FixedClock } from '#libs/kernel';
import { eventually } from '#libs/testing';
import { systemActor, UnitOfWork } from '#libs/platform';
import { InvitationCheck } from '../src/application/invitation-check.js';
import { ExpireContract } from '../src/application/expire-contract.js';
import { type ContractScene, type ContractWorld, startContractWorld } from './contract.builder.js';

let world: ContractWorld;

beforeAll(async () => {
  world = await startContractWorld();
});
afterAll(() => world.close());

interface Problem {
  code: string;
  errors?: { field: string; message: string }[];
}

function order(scene: ContractScene, given: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    templateId: scene.templateId,
    partners: [{ organisationId: scene.partner.id }],
    answerBy: '2099-01-31',
    send: true,
    ...given,
  };
}

describe('templates', () => {
  it('get a new number with each text; contracts keep the text they were sent with', async () => {
    const scene = await world.scene();
    const { id } = await scene.sent();
    const path = `/api/v1/alliances/${scene.allianceId}/contract-templates/${scene.templateId}`;
    const text = { ...defaultContractTemplate, termMonths: 12 };
    const changed = await scene.secretary.client.put(path, { name: 'Ny', text }, { ifMatch: 1 });
    expect(changed.status).toBe(204);
    const stale = await scene.secretary.client.put<Problem>(path, { name: 'Ny', text }, { ifMatch: 1 });
    expect([stale.status, stale.body.code]).toEqual([412, 'platform/stale']);
    const shown = await scene.secretary.client.get<{
      number: number;
      text: { termMonths: number };
      history: unknown[];
    }>(path);
    expect(shown.body).toMatchObject({ number: 2, text: { termMonths: 12 } });
    expect(shown.body.history).toHaveLength(2);
    expect(await scene.show(id)).toMatchObject({
      templateNumber: 1,
      newestTemplateNumber: 2,
      text: { termMonths: 24 },
    });
  });

  it.each([
    [
      'an unknown placeholder',
      { title: { da: 'Aftale med {firma}', en: 'x' } },
      'partner-contracts/unknown-placeholder',
    ],
    ['no mandatory commitment', { mandatory: [] }, 'platform/invalid-input'],
    ['a key nobody knows', { colour: 'blue' }, 'platform/invalid-input'],
  ])('with %s are refused', async (_case, part, code) => {
    const scene = await world.scene();
    const answer = await scene.secretary.client.post<Problem>(
      `/api/v1/alliances/${scene.allianceId}/contract-templates`,
      { name: 'Anden', text: { ...defaultContractTemplate, ...part } },
    );
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('have a name of their own', async () => {
    const scene = await world.scene();
    const answer = await scene.secretary.client.post<Problem>(
      `/api/v1/alliances/${scene.allianceId}/contract-templates`,
      { name: 'PARTNERSKABSAFTALE', text: defaultContractTemplate },
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'partner-contracts/template-name-taken']);
  });

  it('can be seen as the partner will see them', async () => {
    const scene = await world.scene();
    const path = `/api/v1/alliances/${scene.allianceId}/contract-templates/${scene.templateId}/preview?locale=da`;
    const answer = await scene.secretary.client.get<{ welcome: string; read: string }>(path);
    expect(answer.body.welcome).toContain('Mette Sørensen fra Ungegarantien beder Eksempel ApS');
    expect(answer.body.read).toContain('Det vælger I selv');
  });
});

describe('contracts are made and sent', () => {
  it('to several partners at once, each to its contact person, each with the true state of its mail', async () => {
    const scene = await world.scene();
    const others = await Promise.all(
      ['Bageriet', 'Ålborg Å/S'].map((name) => world.app.world.organisation(scene.allianceId, { name })),
    );
    const partners = [scene.partner, ...others].map(({ id }) => ({ organisationId: id }));
    const answer = await scene.secretary.client.post<{ items: { id: string; status: string }[] }>(
      scene.contracts,
      order(scene, { partners }),
    );
    expect([answer.status, answer.body.items.map((each) => each.status)]).toEqual([
      201,
      ['sent', 'sent', 'sent'],
    ]);
    const list = await eventually('all mails are sent', async () => {
      const { body } = await scene.secretary.client.get<{
        items: { organisationName: string; deliveryState: string }[];
        total: number;
      }>(`${scene.contracts}?sort=organisationName`);
      return body.items.every((each) => each.deliveryState === 'sent') && body;
    });
    expect(list.total).toBe(3);
    expect(list.items.map((each) => each.organisationName)).toEqual([
      'Bageriet',
      'Nørreå Tømrer ApS',
      'Ålborg Å/S',
    ]);
  });

  it('says when the mail server refused', async () => {
    const scene = await world.scene();
    world.smtp.behave((recipient) =>
      recipient === scene.email ? { refuse: 550, at: 'recipient' } : 'accept',
    );
    const { body } = await scene.secretary.client.post<{ items: { id: string }[] }>(
      scene.contracts,
      order(scene),
    );
    const shown = await eventually('the refusal is noted', async () => {
      const contract = await scene.show(body.items[0]?.id ?? '');
      return contract.messages[0]?.state === 'failed' && contract;
    });
    expect(shown.status).toBe('sent');
    world.smtp.behave('accept');
    expect((await scene.secretary.client.post(`${scene.contracts}/${shown.id}/resending`)).status).toBe(204);
    await world.smtp.arrival(scene.email);
  });

  it.each([
    [
      'a partner twice',
      (scene: ContractScene) => ({
        partners: [scene.partner, scene.partner].map(({ id }) => ({ organisationId: id })),
      }),
      'partner-contracts/organisation-twice',
    ],
    ['a deadline that is past', () => ({ answerBy: '2020-01-01' }), 'partner-contracts/date-passed'],
    [
      'a partner that is not there',
      () => ({ partners: [{ organisationId: '0193a7c2-1b1e-7c3a-9c1d-0a1b2c3d4e5f' }] }),
      'platform/not-found',
    ],
    ['no partner', () => ({ partners: [] }), 'platform/invalid-input'],
  ])('not with %s, and then none at all', async (_case, given, code) => {
    const scene = await world.scene();
    const answer = await scene.secretary.client.post<Problem>(scene.contracts, order(scene, given(scene)));
    expect(answer.body.code).toBe(code);
    expect((await scene.secretary.client.get<{ total: number }>(scene.contracts)).body.total).toBe(0);
    expect(world.smtp.to(scene.email)).toEqual([]);
  });

  it('a partner without an address is named', async () => {
    const scene = await world.scene();
    const silent = await world.app.world.organisation(scene.allianceId, { name: 'Den Tavse ApS' });
    await world.app.database.query('update contact_person set email = null where organisation_id = $1', [
      silent.id,
    ]);
    const partners = [{ organisationId: scene.partner.id }, { organisationId: silent.id }];
    const answer = await scene.secretary.client.post<Problem>(scene.contracts, order(scene, { partners }));
    expect(answer.body).toMatchObject({
      code: 'partner-contracts/no-recipient',
      errors: [{ field: 'partners.1' }],
    });
    expect(answer.text).toContain('Den Tavse ApS har ingen kontaktperson');
  });

  it('a partner has one contract under way, also when two are sent at the same moment', async () => {
    const scene = await world.scene();
    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.secretary.client.post(scene.contracts, order(scene))),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  });

  it('a draft is sent later', async () => {
    const scene = await world.scene();
    const { body } = await scene.secretary.client.post<{ items: { id: string }[] }>(
      scene.contracts,
      order(scene, { send: false }),
    );
    const id = body.items[0]?.id ?? '';
    expect(await scene.show(id)).toMatchObject({ status: 'draft', messages: [] });
    expect((await scene.secretary.client.post(`${scene.contracts}/${id}/sending`)).status).toBe(204);
    const again = await scene.secretary.client.post<Problem>(`${scene.contracts}/${id}/sending`);
    expect([again.status, again.body.code]).toEqual([409, 'partner-contracts/not-a-draft']);
    await world.smtp.arrival(scene.email);
  });

  it('sent to another person, the first link ends; to the same person, it keeps working', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.secretary.client.post(`${scene.contracts}/${id}/resending`);
    expect((await world.app.world.stranger.get(page)).status).toBe(200);
    const recipient = { name: 'Ny Person', email: `ny-${id}@partner.example`, locale: 'en' };
    await scene.secretary.client.post(`${scene.contracts}/${id}/resending`, { recipient });
    expect((await world.app.world.stranger.get(page)).status).toBe(410);
    expect((await world.smtp.arrival(recipient.email)).subject).toContain('asks you to sign');
  });
});

describe('an invitation that was overtaken', () => {
  it('is not sent: the contract was withdrawn, or is for somebody else now', async () => {
    const scene = await world.scene();
    const { id } = await scene.sent();
    const ask = (email: string): Promise<unknown> =>
      world.app.get(UnitOfWork).readAs(systemActor(scene.allianceId, 'test'), (tx) =>
        world.app.get(InvitationCheck).compose(tx, {
          id,
          about: { kind: 'contract', id },
          to: { name: 'Kaj Nør', email, locale: 'da' },
        }),
      );
    expect(await ask(scene.email)).toBe('as-queued');
    expect(await ask('en-anden@partner.example')).toBe('unwanted');
    await scene.secretary.client.post(`${scene.contracts}/${id}/withdrawal`, { reason: 'x' });
    expect(await ask(scene.email)).toBe('unwanted');
  });
});

describe('a signed contract', () => {
  it('is counter-signed: it is in force for two years and published to other modules', async () => {
    const clock = new FixedClock('2028-02-29T10:00:00Z');
    const other = await startContractWorld(clock);
    try {
      const scene = await other.scene();
      const { id, page } = await scene.sent();
      await scene.sign(page);
      await scene.counterSign(id);
      expect(await scene.show(id)).toMatchObject({
        status: 'active',
        startsOn: '2028-02-29',
        endsOn: '2030-02-28',
        signatures: [{ side: 'partner' }, { side: 'secretariat', identifiedBy: 'signed-in' }],
      });
      const [published] = await other.app.database.query(
        `select organisation_id, response_days, starts_on::text, ends_on::text, commitments
         from partner_contracts_active_contract where contract_id = $1`,
        [id],
      );
      expect(published).toEqual({
        organisation_id: scene.partner.id,
        response_days: 5,
        starts_on: '2028-02-29',
        ends_on: '2030-02-28',
        commitments: [{ key: 'apprenticeship', count: 2 }],
      });
      const status = async (): Promise<unknown> =>
        (
          await other.app.database.query<{ status: string }>('select status from contract where id = $1', [
            id,
          ])
        )[0]?.status;
      clock.setTo('2030-02-28T12:00:00Z');
      await other.app.get(ExpireContract).run(scene.allianceId, id);
      expect(await status()).toBe('active');
      clock.setTo('2030-03-01T12:00:00Z');
      await eventually('it expires by itself', async () => (await status()) === 'expired');
    } finally {
      await other.close();
    }
  });

  it('is counter-signed once, whoever else does it at the same moment', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    const { textHash } = await scene.show(id);
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        scene.secretary.client.post(`${scene.contracts}/${id}/counter-signature`, {
          name: 'Mette',
          textHash,
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409, 409]);
  });

  it('is not counter-signed over another text, nor before the partner has signed', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const path = `${scene.contracts}/${id}/counter-signature`;
    const { textHash } = await scene.show(id);
    const early = await scene.secretary.client.post<Problem>(path, { name: 'Mette', textHash });
    expect(early.body.code).toBe('partner-contracts/not-awaiting-counter-signature');
    await scene.sign(page);
    const other = await scene.secretary.client.post<Problem>(path, {
      name: 'Mette',
      textHash: 'a'.repeat(64),
    });
    expect(other.body.code).toBe('partner-contracts/text-changed');
    const past = await scene.secretary.client.post<Problem>(path, {
      name: 'Mette',
      textHash,
      startsOn: '2020-01-01',
    });
    expect(past.body).toMatchObject({
      code: 'partner-contracts/start-passed',
      errors: [{ field: 'startsOn' }],
    });
  });

  it('withdrawn after the partner signed is void, and its signature no longer holds', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await scene.secretary.client.post(`${scene.contracts}/${id}/withdrawal`, { reason: 'Fejl i teksten' });
    const contract = await scene.show(id);
    expect(contract).toMatchObject({ status: 'void', signatures: [] });
    expect(contract.steps.at(-1)).toMatchObject({
      type: 'voided',
      note: 'Fejl i teksten',
      by: 'Mette Sørensen',
    });
  });

  it('in force can be ended early with a reason', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await scene.counterSign(id);
    const path = `${scene.contracts}/${id}/ending`;
    const outside = await scene.secretary.client.post<Problem>(path, { reason: 'x', lastDay: '2001-01-01' });
    expect(outside.body.code).toBe('partner-contracts/last-day-outside');
    const { startsOn } = await scene.show(id);
    expect((await scene.secretary.client.post(path, { reason: 'Lukket', lastDay: startsOn })).status).toBe(
      204,
    );
    expect(await scene.show(id)).toMatchObject({ status: 'ended', endsOn: startsOn });
    expect(
      (await scene.secretary.client.post<Problem>(path, { reason: 'x', lastDay: startsOn })).status,
    ).toBe(409);
  });

  it('runs on until a last day ahead, and ends with its reason the night after', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await scene.counterSign(id);
    const { startsOn } = await scene.show(id);
    const lastDay = addDays(startsOn ?? '', 10);
    await scene.secretary.client.post(`${scene.contracts}/${id}/ending`, { reason: 'Lukker', lastDay });
    expect(await scene.show(id)).toMatchObject({ status: 'active', endsOn: lastDay });
    const expire = world.app.get(ExpireContract);
    await expire.run(scene.allianceId, id);
    expect((await scene.show(id)).status).toBe('active');
    await world.app.database.query(
      `update contract set starts_on = starts_on - 30, ends_on = ends_on - 30 where id = $1`,
      [id],
    );
    await expire.run(scene.allianceId, id);
    const over = await scene.show(id);
    expect(over.status).toBe('ended');
    expect(over.steps.filter(({ type }) => type === 'ended' || type === 'expired')).toMatchObject([
      { type: 'ended', note: 'Lukker' },
    ]);
  });
});

describe('who may see and do', () => {
  it('another alliance’s secretariat meets the same answer as for a contract that is not there', async () => {
    const [mine, theirs] = [await world.scene(), await world.scene()];
    const { id } = await theirs.sent();
    const nowhere = '0193a7c2-1b1e-7c3a-9c1d-0a1b2c3d4e5f';
    const bodies: [string, unknown][] = [
      ['withdrawal', { reason: 'x' }],
      ['resending', {}],
      ['sending', {}],
      ['revision', {}],
      ['ending', { reason: 'x', lastDay: '2099-01-01' }],
      ['counter-signature', { name: 'x', textHash: 'a'.repeat(64) }],
    ];
    for (const [action, body] of bodies) {
      const foreign = await mine.secretary.client.post<Problem>(`${mine.contracts}/${id}/${action}`, body);
      const missing = await mine.secretary.client.post<Problem>(
        `${mine.contracts}/${nowhere}/${action}`,
        body,
      );
      expect([foreign.status, foreign.body.code]).toEqual([404, 'platform/not-found']);
      expect(without(foreign.body)).toEqual(without(missing.body));
    }
    expect((await mine.secretary.client.get(`${mine.contracts}/${id}`)).status).toBe(404);
    expect((await mine.secretary.client.get(`${mine.contracts}/${id}/document.pdf`)).status).toBe(404);
    expect((await mine.secretary.client.get(`${theirs.contracts}/${id}`)).status).toBe(404);
    expect((await theirs.show(id)).status).toBe('sent');
  });

  it('a partner with an account reads its own contract, sent ones only, and does nothing to it', async () => {
    const scene = await world.scene();
    const { id } = await scene.sent();
    const other = await world.app.world.organisation(scene.allianceId);
    const partner = await world.app.world.person([
      { allianceId: scene.allianceId, role: 'partner', organisationId: scene.partner.id },
    ]);
    const neighbour = await world.app.world.person([
      { allianceId: scene.allianceId, role: 'partner', organisationId: other.id },
    ]);
    await scene.secretary.client.post(
      scene.contracts,
      order(scene, { partners: [{ organisationId: other.id }], send: false }),
    );
    expect((await partner.client.get<Contract>(`${scene.contracts}/${id}`)).body.id).toBe(id);
    expect((await partner.client.get<{ total: number }>(scene.contracts)).body.total).toBe(1);
    expect((await neighbour.client.get<{ total: number }>(scene.contracts)).body.total).toBe(0);
    expect((await neighbour.client.get(`${scene.contracts}/${id}`)).status).toBe(404);
    expect((await partner.client.post(`${scene.contracts}/${id}/withdrawal`, { reason: 'x' })).status).toBe(
      403,
    );
  });

  it('caseworkers, members, observers and strangers do not', async () => {
    const scene = await world.scene();
    for (const role of ['caseworker', 'member', 'observer'] as const) {
      const person = await world.app.world.person([
        { allianceId: scene.allianceId, role, organisationId: scene.partner.id },
      ]);
      expect((await person.client.get(scene.contracts)).status).toBe(403);
    }
    expect((await world.app.world.stranger.get(scene.contracts)).status).toBe(401);
  });
});

describe('the example alliance', () => {
  it('has contracts in every state and sends nobody a mail', async () => {
    const admin = await world.app.world.person([], { isAdmin: true });
    const mails = world.smtp.messagesHandedOver;
    const made = await admin.client.post<{ id: string }>('/api/v1/example-alliances', {
      example: 'ungegarantien',
    });
    expect([made.status, made.text]).toEqual([201, expect.stringContaining('eksempel-ungegarantien')]);
    const { body } = made;
    const path = `/api/v1/alliances/${body.id}`;
    const count = async (status: string): Promise<number> =>
      (await admin.client.get<{ total: number }>(`${path}/contracts?status=${status}&limit=1`)).body.total;
    for (const status of ['signed', 'sent', 'expired']) expect(await count(status)).toBeGreaterThan(0);
    expect(await count('active')).toBeGreaterThan(100);
    const list = await admin.client.get<{ items: { id: string; endsOn: string }[] }>(
      `${path}/contracts?status=active&sort=endsOn&limit=1`,
    );
    const [next] = list.body.items;
    expect(next && next.endsOn >= new Date().toISOString().slice(0, 10)).toBe(true);
    const shown = await admin.client.get<Contract>(`${path}/contracts/${next?.id ?? ''}`);
    expect(shown.body).toMatchObject({ status: 'active', document: 'none', signatures: [{}, {}] });
    const partners = await admin.client.get<{ total: number }>(
      `${path}/partners?contractStatus=active&limit=1`,
    );
    expect(partners.body.total).toBe(await count('active'));
    expect(world.smtp.messagesHandedOver).toBe(mails);
    expect((await admin.client.delete(`${path}/example`)).status).toBe(204);
  });
});

function without(problem: Problem): unknown {
  return { ...problem, correlationId: undefined };
}
