import { resolve } from 'node:path';
import { startTestApp, type TestApp } from '#libs/testing';

const token = 'a-token-of-the-test-0123456789';
const throughProxy = { 'x-forwarded-for': '127.0.0.1' };

describe('/metrics', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({
      modules: [],
      webRoot: resolve('dist/web'),
      settings: { METRICS_TOKEN: token },
    });
  });
  afterAll(() => app.close());

  it('answers on this machine, and elsewhere to whoever has the token', async () => {
    const { stranger } = app.world;
    for (const headers of [{}, { ...throughProxy, authorization: `Bearer ${token}` }]) {
      const { status, text } = await stranger.get<string>('/metrics', { headers });
      expect([status, text]).toEqual([200, expect.stringContaining('# TYPE ')]);
    }
  });

  it.each(['text/html', '*/*'])('is to everybody else an address where nothing is (%s)', async (accept) => {
    const { stranger } = app.world;
    const id = { 'x-correlation-id': 'one-and-the-same' };
    const nothing = await stranger.get('/findes-ikke', { headers: { ...id, accept } });
    for (const given of [throughProxy, { authorization: `Bearer ${token.toUpperCase()}` }])
      for (const path of ['/metrics', '/%6detrics', '/metrics?x=1']) {
        const answer = await stranger.get(path, { headers: { ...id, ...given, accept } });
        expect([path, answer.status, answer.text]).toEqual([path, 404, nothing.text]);
        expect(answer.headers.get('content-type')).toBe(nothing.headers.get('content-type'));
      }
  });
});
