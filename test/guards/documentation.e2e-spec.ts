import { startTestApp, type TestApp } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { routesOf } from './routes.js';

describe('the published API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules });
  });
  afterAll(() => app.close());

  it('describes every route below /api', async () => {
    const { body, status } = await app.world.stranger.get<{ paths: Record<string, object> }>(
      '/api/openapi.json',
    );
    expect(status).toBe(200);
    const described = new Set(
      Object.entries(body.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map(
          (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        ),
      ),
    );
    const routes = routesOf(app).filter((route) => route.path.startsWith('/api/'));
    expect(routes.filter((route) => !described.has(route.name)).map((route) => route.name)).toEqual([]);
  });

  it('can be read by people', async () => {
    const { status, text } = await app.world.stranger.get<string>('/docs');
    expect(status).toBe(200);
    expect(text).toContain('Rygrad API');
  });
});
