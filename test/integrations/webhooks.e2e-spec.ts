import { AlliancesModule } from '#libs/alliances';
import { FixedClock, newId } from '#libs/kernel';
import { systemActor, UnitOfWork } from '#libs/platform';
import { eventually, startTestApp, type TestApp, type TestClient, type TestPerson } from '#libs/testing';
import { verified, WebhookReceiver } from './webhook-receiver.js';

interface Made {
  id: string;
  secret: string;
}
interface Log {
  items: {
    id: string;
    type: string;
    state: string;
    attempts: number;
    status: number | null;
    fault: string | null;
  }[];
  total: number;
}
interface Shown {
  items: { id: string; state: string; pauseReason: string | null; version: number }[];
}

const hour = 3_600_000;

describe('webhooks', () => {
  const clock = new FixedClock(new Date());
  const receiver = new WebhookReceiver();
  let app: TestApp;
  let alliance: string;
  let secretary: TestPerson;
  let client: TestClient;
  let base: string;

  beforeAll(async () => {
    await receiver.listen();
    app = await startTestApp({ modules: [AlliancesModule], clock });
  });

  afterAll(async () => {
    await app.close();
    receiver.close();
  });

  beforeEach(async () => {
    clock.setTo(new Date());
    receiver.clear();
    alliance = (await app.world.alliance()).id;
    secretary = await app.world.person([{ allianceId: alliance, role: 'secretariat' }]);
    client = secretary.client;
    base = `/api/v1/alliances/${alliance}/webhooks`;
  });

  const create = async (types: readonly string[] = ['alliances.partner-added']): Promise<Made> => {
    const made = await client.post<Made>(base, { name: 'Fagsystem', url: receiver.url, types });
    expect([made.status, made.text]).toEqual([201, expect.any(String)]);
    return made.body;
  };

  const happen = (organisationName = 'Bager Ø', id = newId()): Promise<string> =>
    app
      .get(UnitOfWork)
      .actAs(systemActor(alliance, 'spec'), (tx) =>
        tx.append('alliances.partner-added', { kind: 'partner', id }, { organisationName }),
      );

  const log = async (id: string): Promise<Log['items']> =>
    (await client.get<Log>(`${base}/${id}/messages`)).body.items;

  const logged = (id: string, state: string, count = 1): Promise<Log['items']> =>
    eventually(`${String(count)} messages ${state}`, async () => {
      const items = (await log(id)).filter((item) => item.state === state);
      return items.length >= count && items;
    });

  const shown = async (id: string): Promise<Shown['items'][number]> => {
    const found = (await client.get<Shown>(base)).body.items.find((item) => item.id === id);
    if (found === undefined) throw new Error('the webhook is not in the list');
    return found;
  };

  it('tell what happened: signed, thin, once, and only what was asked for', async () => {
    const { id, secret } = await create();
    expect(secret).toMatch(/^whsec_/);
    const partner = newId();
    const event = await happen('Bager Ø', partner);
    const [call] = await receiver.have(1);
    const message = verified(call, secret);
    expect(message).toEqual({
      type: 'alliances.partner-added',
      timestamp: clock.now().toISOString(),
      data: {
        id: event,
        allianceId: alliance,
        seq: expect.any(Number) as number,
        subject: { kind: 'partner', id: partner },
        payload: { organisationName: 'Bager Ø' },
      },
    });
    expect(call?.headers['webhook-id']).toBe(event);
    expect(call?.headers['content-type']).toBe('application/json; charset=utf-8');
    // Its own making is an event too, but not of the type that was asked for.
    expect((await logged(id, 'delivered')).map(({ type }) => type)).toEqual(['alliances.partner-added']);
    expect(receiver.calls).toHaveLength(1);
  });

  it('are not believed with another secret, another body or another time', async () => {
    const { secret } = await create();
    await happen();
    const [call] = await receiver.have(1);
    if (call === undefined) throw new Error('no call');
    expect(() => verified(call, `whsec_${Buffer.alloc(32, 7).toString('base64')}`)).toThrow(
      'No matching signature',
    );
    expect(() => verified({ ...call, body: call.body.replace('Bager', 'Slagter') }, secret)).toThrow();
    const old = { ...call.headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 3600) };
    expect(() => verified({ ...call, headers: old }, secret)).toThrow('too old');
  });

  it('sign with both secrets for a day after a new one was made', async () => {
    const { id, secret: before } = await create();
    const { body } = await client.post<Made>(`${base}/${id}/secret`);
    expect(body.secret).not.toBe(before);
    await happen();
    const [first] = await receiver.have(1);
    expect(verified(first, before)).toEqual(verified(first, body.secret));
    expect(String(first?.headers['webhook-signature']).split(' ')).toHaveLength(2);
    clock.moveBy(25 * hour);
    await happen();
    const second = (await receiver.have(2))[1];
    expect(String(second?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  it('keep their secrets sealed, and show them once', async () => {
    const { id, secret } = await create();
    const [row] = await app.database.query<{ text: string }>(
      'select w::text as text from webhook w where id = $1',
      [id],
    );
    const bare = secret.replace('whsec_', '');
    expect(row?.text).not.toContain(bare);
    expect(row?.text).not.toContain(Buffer.from(bare).toString('hex'));
    expect((await client.get(base)).text).not.toContain(bare);
    const events = await app.database.query<{ text: string }>(
      'select e::text as text from event e where alliance_id = $1',
      [alliance],
    );
    expect(events.map(({ text }) => text).join()).not.toContain(bare);
  });

  it('try again under the same id until it is accepted, and keep what was answered', async () => {
    receiver.answer(503, 'optaget\u0000 lige nu <b>');
    const { id, secret } = await create();
    const event = await happen();
    await receiver.have(1);
    await eventually('the failure is written down', async () => (await log(id))[0]?.status === 503);
    receiver.answer(200, 'ok');
    clock.moveBy(6000);
    const [, second] = await receiver.have(2);
    verified(second, secret);
    expect(second?.headers['webhook-id']).toBe(event);
    const [message] = await logged(id, 'delivered');
    const detail = await client.get<{ body: string; tries: { status: number; answer: string }[] }>(
      `${base}/${id}/messages/${message?.id ?? ''}`,
    );
    expect(detail.body.tries.map(({ status, answer }) => [status, answer])).toEqual([
      [200, 'ok'],
      [503, 'optaget lige nu <b>'],
    ]);
    expect(detail.body.body).toBe(second?.body);
  });

  it('take no redirect for an acceptance, and do not follow it', async () => {
    const elsewhere = new WebhookReceiver();
    await elsewhere.listen();
    receiver.answer(302, '', { location: elsewhere.url });
    const { id } = await create();
    await happen();
    await eventually('the redirect is written down', async () => (await log(id))[0]?.status === 302);
    expect(elsewhere.calls).toHaveLength(0);
    elsewhere.close();
  });

  it.each([
    ['https://10.0.0.7/hook', 'outgoing/internal-address'],
    ['https://169.254.169.254/latest/meta-data', 'outgoing/internal-address'],
    ['https://[fd00::1]/hook', 'outgoing/internal-address'],
    ['https://postgres:5432/', 'outgoing/internal-address'],
    ['http://fagsystem.dk/hook', 'outgoing/not-https'],
    ['gopher://fagsystem.dk/', 'outgoing/unusable-address'],
  ])('refuse an address inside or in the clear: %s', async (url, code) => {
    const answer = await client.post<{ code: string; errors: { field: string }[] }>(base, {
      name: 'Inde',
      url,
    });
    expect([answer.status, answer.body.code, answer.body.errors[0]?.field]).toEqual([422, code, 'url']);
    expect(await app.database.query('select from webhook where alliance_id = $1', [alliance])).toEqual([]);
  });

  it('are not sent inside either when a name turns there later', async () => {
    const { id } = await create();
    // As if the name had led outside when it was entered.
    await app.database.query(`update webhook set url = 'https://10.0.0.7/hook' where id = $1`, [id]);
    await happen();
    await eventually('the refusal is written down', async () => {
      const [message] = await log(id);
      return message?.fault === 'outgoing/internal-address';
    });
  });

  it('refuse types that are not theirs to know', async () => {
    for (const type of ['participants.participant-registered', 'platform.signed-in', 'no.such-thing']) {
      const answer = await client.post(base, { name: 'Unge', url: receiver.url, types: [type] });
      expect([type, answer.status]).toEqual([type, 422]);
    }
    const { id } = await create([]);
    await app.get(UnitOfWork).actAs(systemActor(alliance, 'spec'), (tx) =>
      tx.append(
        'participants.participant-registered',
        { kind: 'participant', id: newId() },
        {
          organisationName: 'Kommunen',
        },
      ),
    );
    await happen();
    await eventually('the partner is told of', async () =>
      (await log(id)).some(({ type }) => type === 'alliances.partner-added'),
    );
    expect((await log(id)).map(({ type }) => type)).not.toContain('participants.participant-registered');
  });

  it('are paused when the receiver is gone, with a mail, and lose nothing by it', async () => {
    receiver.answer(410);
    const { id } = await create();
    await happen('Den første');
    await eventually('paused', async () => (await shown(id)).state === 'paused');
    expect((await shown(id)).pauseReason).toBe('gone');
    const mails = await app.database.query<{ recipient_email: string }>(
      `select recipient_email from delivery where alliance_id = $1 and template = 'integrations.webhook-stopped'`,
      [alliance],
    );
    expect(mails.map((mail) => mail.recipient_email)).toEqual([secretary.email]);
    await happen('Den anden');
    receiver.clear();
    expect((await client.post(`${base}/${id}/resume`, { catchUp: true })).status).toBe(204);
    const calls = await receiver.have(2);
    expect(calls.map(({ body }) => /Den \p{L}+/u.exec(body)?.[0]).sort()).toEqual([
      'Den anden',
      'Den første',
    ]);
  });

  it('are paused when nothing was accepted for three days', async () => {
    const { id } = await create();
    receiver.answer(500);
    await happen();
    await eventually('one failure', async () => (await log(id))[0]?.attempts === 1);
    // As after the tenth try, three days on.
    await app.database.query('update webhook_message set attempts_this_round = 10 where webhook_id = $1', [
      id,
    ]);
    clock.moveBy(72 * hour);
    await eventually('paused', async () => (await shown(id)).state === 'paused');
    expect((await shown(id)).pauseReason).toBe('failing');
  });

  it('send nothing while they are paused by hand, and begin from now when asked to', async () => {
    const { id } = await create();
    await client.post(`${base}/${id}/pause`);
    await happen('Mens den hvilede');
    expect((await client.post(`${base}/${id}/test`)).status).toBe(409);
    await eventually('it is sealed', async () => {
      const rows = await app.database.query(
        `select from event_seal s join event e on e.id = s.event_id where s.alliance_id = $1 and e.type = 'alliances.partner-added'`,
        [alliance],
      );
      return rows.length === 1;
    });
    await client.post(`${base}/${id}/resume`, { catchUp: false });
    await happen('Bagefter');
    await receiver.have(1);
    expect(receiver.calls.map(({ body }) => body).join()).not.toContain('Mens den hvilede');
  });

  it('that the administrator paused are resumed when the administrator has released them', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const { id } = await create();
    const act = (what: string) => admin.client.post(`/api/v1/admin/integrations/webhooks/${id}/${what}`, {});
    const resume = () => client.post<{ code: string }>(`${base}/${id}/resume`, { catchUp: true });
    await client.post(`${base}/${id}/pause`);
    expect((await act('pause')).status).toBe(204);
    expect((await shown(id)).pauseReason).toBe('administrator');
    await client.post(`${base}/${id}/pause`);
    await happen('Mens den var stoppet');
    const refused = await resume();
    expect([refused.status, refused.body.code]).toEqual([409, 'integrations/paused-by-administrator']);
    expect((await client.post(`/api/v1/admin/integrations/webhooks/${id}/release`, {})).status).toBe(403);
    expect((await act('release')).status).toBe(204);
    expect(await shown(id)).toMatchObject({ state: 'paused', pauseReason: 'released' });
    expect(receiver.calls).toHaveLength(0);
    expect((await resume()).status).toBe(204);
    await receiver.have(1);
    expect(receiver.calls.map(({ body }) => body).join()).toContain('Mens den var stoppet');
    expect((await act('release')).status).toBe(204);
    expect((await shown(id)).state).toBe('active');
  });

  it('can be tried out, and send again one message or all since an instant', async () => {
    const { id, secret } = await create();
    await client.post(`${base}/${id}/test`);
    expect(verified((await receiver.have(1))[0], secret).type).toBe('webhook.test');
    const event = await happen();
    await receiver.have(2);
    const [message] = (await logged(id, 'delivered', 2)).filter(({ type }) => type !== 'webhook.test');
    expect((await client.post(`${base}/${id}/messages/${message?.id ?? ''}/replay`)).status).toBe(204);
    const third = (await receiver.have(3))[2];
    expect(third?.headers['webhook-id']).toBe(event);
    await eventually('delivered again', async () => (await logged(id, 'delivered', 2)).length === 2);
    const again = await client.post<{ count: number }>(`${base}/${id}/replay`, {
      since: new Date(clock.now().getTime() - hour).toISOString(),
    });
    expect([again.status, again.body]).toEqual([201, { count: 1 }]);
    expect((await receiver.have(4))[3]?.headers['webhook-id']).toBe(event);
  });

  it('belong to their alliance and its secretariat', async () => {
    const { id } = await create();
    const other = await app.world.alliance();
    const stranger = await app.world.person([{ allianceId: other.id, role: 'secretariat' }]);
    const member = await app.world.person([{ allianceId: alliance, role: 'observer' }]);
    const theirs = `/api/v1/alliances/${other.id}/webhooks/${id}/messages`;
    expect((await stranger.client.get(theirs)).status).toBe(404);
    expect((await stranger.client.post(`/api/v1/alliances/${other.id}/webhooks/${id}/secret`)).status).toBe(
      404,
    );
    expect((await member.client.get(base)).status).toBe(403);
  });

  it('lose no update', async () => {
    const { id } = await create();
    const body = { name: 'Nyt navn', url: receiver.url, types: [] };
    const { version } = await shown(id);
    const answers = await Promise.all(
      [1, 2].map(() => client.put(`${base}/${id}`, body, { ifMatch: version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
  });
});
