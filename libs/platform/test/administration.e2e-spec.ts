import type { Installation, InstallationAlliance, InstallationJobs } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { INSTALLATION, JobRegistry, systemActor, UnitOfWork } from '#libs/platform';
import { eventually, startTestApp, type TestApp, type TestPerson } from '#libs/testing';

describe('the administration', () => {
  let app: TestApp;
  let admin: TestPerson;
  const base = '/api/v1/admin';
  /** Queues whose jobs fail until they are told not to. */
  const failing = new Set<string>();
  let queues = 0;

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
    admin = await app.world.person([], { isAdmin: true });
  });
  afterAll(() => app.close());

  /** A queue of its own with a job that was given up, and a secret in its payload. */
  async function deadJob(allianceId: string): Promise<{ queue: string; id: string }> {
    const queue = `test.failing-${String((queues += 1))}`;
    failing.add(queue);
    app
      .get(JobRegistry)
      .handle(
        queue,
        () =>
          failing.has(queue)
            ? Promise.reject(new RangeError('words of somebody: 010190-1234'))
            : Promise.resolve(),
        { maxAttempts: 1 },
      );
    const id = newId();
    await app.database.query(
      `insert into job (id, queue, key, payload, state, run_at, attempts, max_attempts, last_error, finished_at)
       values ($1, $2, 'k', $3, 'dead', now(), 1, 1, 'RangeError', now())`,
      [id, queue, { allianceId, secret: 'skjult' }],
    );
    return { queue, id };
  }

  const jobs = async (): Promise<InstallationJobs> =>
    (await admin.client.get<InstallationJobs>(`${base}/jobs`)).body;

  it('says how the installation is, without its secrets', async () => {
    const { body, text, status } = await admin.client.get<Installation>(`${base}/installation`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      mail: { mode: 'screen' },
    });
    expect(body.disk?.freeBytes).toBeGreaterThan(0);
    const secret = body.settings.find(({ name }) => name === 'SECRET_KEY');
    expect(secret).toMatchObject({ value: null, isSecret: true });
    const [role] = await app.database.query<{ name: string }>('select current_user as name');
    expect(text).not.toContain(`:${role?.name ?? ''}@`);
    expect(body.settings.find(({ name }) => name === 'DATABASE_URL')?.value ?? '').not.toMatch(/:[^/@]+@/);
  });

  it('lists alliances by name, people and last activity, and nothing of what they do', async () => {
    const alliance = await app.world.alliance({ name: 'Ærø for unge' });
    const secretary = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
    const { body } = await admin.client.get<{ items: InstallationAlliance[] }>(`${base}/alliances`);
    const mine = body.items.find(({ id }) => id === alliance.id);
    expect(mine).toMatchObject({ name: 'Ærø for unge', people: 1, isExample: false });
    expect(Object.keys(mine ?? {}).sort()).toEqual(
      ['createdAt', 'id', 'isExample', 'lastActivityAt', 'name', 'people', 'slug'].sort(),
    );
    expect((await secretary.client.get(`${base}/alliances`)).status).toBe(403);
    const seen = await app
      .get(UnitOfWork)
      .readAs(secretary.actor(alliance.id), (tx) =>
        tx.query('select * from rygrad_alliances_of_installation()'),
      );
    expect(seen).toEqual([]);
  });

  it('shows what was given up by the name of its error, never by its words or payload', async () => {
    const alliance = await app.world.alliance({ name: 'Alliancen' });
    const { queue, id } = await deadJob(alliance.id);
    const { dead, queues: all } = await jobs();
    expect(dead.find((job) => job.id === id)).toMatchObject({
      queue,
      allianceName: 'Alliancen',
      lastError: 'RangeError',
    });
    expect(all.find((one) => one.queue === queue)).toMatchObject({ dead: 1, waiting: 0, scheduled: 0 });
    expect(JSON.stringify([dead, all])).not.toContain('skjult');
  });

  it('tries a given-up job again, once, however often it is asked', async () => {
    const { queue, id } = await deadJob(INSTALLATION);
    failing.delete(queue);
    const answers = await Promise.all([1, 2].map(() => admin.client.post(`${base}/jobs/${id}/retry`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { length } = await app.database.query(
      `select from event where type = 'administration.jobs-retried' and subject_id = $1`,
      [id],
    );
    expect(length).toBe(1);
    const state = async () =>
      (await app.database.query<{ state: string }>('select state from job where id = $1', [id]))[0]?.state;
    expect(['pending', 'running', 'done']).toContain(await state());
  });

  it('tries all of a queue again', async () => {
    const { queue } = await deadJob(INSTALLATION);
    failing.delete(queue);
    const answer = await admin.client.post<{ retried: number }>(`${base}/jobs/retry-dead`, { queue });
    expect(answer.body).toEqual({ retried: 1 });
    expect((await jobs()).queues.find((one) => one.queue === queue)?.dead).toBe(0);
  });

  it('cancels a given-up job for good', async () => {
    const { id } = await deadJob(INSTALLATION);
    expect((await admin.client.post(`${base}/jobs/${id}/cancel`)).status).toBe(204);
    expect((await admin.client.post(`${base}/jobs/${id}/retry`)).status).toBe(409);
    expect((await jobs()).dead.find((job) => job.id === id)).toBeUndefined();
    expect((await admin.client.post(`${base}/jobs/${newId()}/cancel`)).status).toBe(404);
  });

  it('runs what was put back', async () => {
    const registry = app.get(JobRegistry);
    const queue = registry.all()[0]?.name ?? '';
    expect(queue).not.toBe('');
    const id = await app.get(UnitOfWork).actAs(systemActor(INSTALLATION, 'test'), async (tx) => {
      await tx.enqueue({
        queue,
        key: newId(),
        payload: { allianceId: INSTALLATION },
        runAt: new Date(Date.now() + 3_600_000),
      });
      const [job] = await tx.query<{ id: string }>(
        'select id from job where queue = $1 order by id desc limit 1',
        [queue],
      );
      return job?.id ?? '';
    });
    await app.database.query(`update job set state = 'dead', attempts = max_attempts where id = $1`, [id]);
    await admin.client.post(`${base}/jobs/${id}/retry`);
    const attempts = await eventually('the job is tried again', async () => {
      const [job] = await app.database.query<{ attempts: number; state: string }>(
        'select attempts, state from job where id = $1',
        [id],
      );
      return job !== undefined && job.attempts > 0 && job.state !== 'running' ? job.attempts : undefined;
    });
    expect(attempts).toBe(1);
  });
});
