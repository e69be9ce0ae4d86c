import { resolve } from 'node:path';
import { startTestApp, type TestApp } from '#libs/testing';

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml' } };

describe('an address where nothing is', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: [], webRoot: resolve('dist/web') });
  });
  afterAll(() => app.close());

  it('shows a person the page, which says so', async () => {
    const { status, text, headers } = await app.world.stranger.get<string>('/findes-ikke', asBrowser);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('<div id="app">');
  });

  it('tells a program, and everybody below /api, in a problem document', async () => {
    for (const answer of [
      await app.world.stranger.get('/findes-ikke'),
      await app.world.stranger.get('/api/findes-ikke', asBrowser),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: 'platform/not-found' });
    }
  });

  it('still shows the pages there are', async () => {
    expect((await app.world.stranger.get('/sign-in', asBrowser)).status).toBe(200);
    expect((await app.world.stranger.get('/healthz', asBrowser)).status).toBe(200);
  });
});
