import { UnitOfWork } from '#libs/platform';
import { connectSocket, eventually, startTestApp, type TestApp } from '#libs/testing';

interface FeedBody {
  events: { seq: number; type: string }[];
  last: number;
}

describe('the feed of an alliance', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ modules: [] });
  });

  afterAll(async () => {
    await app.close();
  });

  it('answers health, readiness and metrics', async () => {
    expect((await app.world.stranger.get('/healthz')).status).toBe(200);
    expect((await app.world.stranger.get('/readyz')).status).toBe(200);
    expect((await app.world.stranger.get('/metrics')).text).toContain('rygrad_http_request_duration_seconds');
  });

  it('tells a stranger to sign in, in the language asked for', async () => {
    const answer = await app.world.stranger.get<{ code: string; title: string }>('/api/v1/me', {
      headers: { 'accept-language': 'en' },
    });
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('platform/not-signed-in');
    expect(answer.body.title).toContain('not signed in');
    expect(UnitOfWork).toBeDefined();
    void connectSocket;
    void eventually;
    const nothing: FeedBody = { events: [], last: 0 };
    expect(nothing.last).toBe(0);
  });
});
