import { FixedClock, newId } from '#libs/kernel';
import { startTestApp, type TestAnswer, type TestApp, type TestPerson } from '#libs/testing';

const minute = 60_000;
const path = '/api/v1/mail-test';

interface Queued {
  deliveryId?: string;
  code?: string;
}

describe('a request with a key', () => {
  let test: TestApp;
  let clock: FixedClock;
  let admin: TestPerson;

  beforeAll(async () => {
    clock = new FixedClock('2026-11-24T09:00:00Z');
    test = await startTestApp({ modules: [], clock });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    admin = await test.world.person([], { isAdmin: true });
  });

  const send = (key: string, to = path): Promise<TestAnswer<Queued>> =>
    admin.client.post<Queued>(to, {}, { headers: { 'idempotency-key': key } });
  const mails = async (): Promise<number> => {
    const rows = await test.database.query('select id from delivery where recipient_email = $1', [
      admin.email,
    ]);
    return rows.length;
  };

  it('happens once, and is answered the same again', async () => {
    const key = newId();
    const [first, second] = [await send(key), await send(key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await mails()).toBe(1);
  });

  it('happens once when it comes several times at the same moment', async () => {
    const key = newId();
    const answers = await Promise.all([send(key), send(key), send(key)]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    for (const { status, body } of answers)
      if (status !== 201) expect(['platform/repeated-key', 'platform/already-done']).toContain(body.code);
    expect(await mails()).toBe(1);
  });

  it('keeps its answer sealed', async () => {
    const key = newId();
    const { body } = await send(key);
    const [row] = await test.database.query<{ row: string; sealed: Buffer }>(
      'select idempotency::text as row, sealed_body as sealed from idempotency where key = $1',
      [key],
    );
    expect(row?.row).not.toContain(body.deliveryId);
    expect(row?.sealed.toString('utf8')).not.toContain(body.deliveryId);
    expect(row?.sealed.length).toBeGreaterThan(40);
  });

  it('is refused when the key belonged to another request', async () => {
    const key = newId();
    await send(key);
    expect((await send(key, '/api/v1/me/step-up/code')).body.code).toBe('platform/repeated-key');
  });

  it('is not done again when the process died between the commit and the answer, however late it comes', async () => {
    const key = newId();
    await send(key);
    await test.database.query('update idempotency set status = null, sealed_body = null where key = $1', [
      key,
    ]);
    expect((await send(key)).body.code).toBe('platform/already-done');
    clock.moveBy(11 * minute);
    expect((await send(key)).body.code).toBe('platform/already-done');
    expect(await mails()).toBe(1);
  });

  it('is done when the process died before the commit', async () => {
    const key = newId();
    await send(key);
    await test.database.query(
      'update idempotency set status = null, sealed_body = null, acted_at = null where key = $1',
      [key],
    );
    expect((await send(key)).body.code).toBe('platform/repeated-key');
    clock.moveBy(11 * minute);
    expect((await send(key)).status).toBe(201);
    expect(await mails()).toBe(2);
  });

  it('gives its key back when it was refused', async () => {
    const key = newId();
    for (let tries = 0; tries < 5; tries += 1) await send(newId(), '/api/v1/me/step-up/code');
    expect((await send(key, '/api/v1/me/step-up/code')).status).toBe(429);
    expect((await send(key, '/api/v1/me/step-up/code')).status).toBe(429);
  });
});
