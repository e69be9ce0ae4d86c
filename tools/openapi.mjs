/**
 * The published API, asked from the application itself: it is put together without database or listening, its
 * OpenAPI document goes to .cache/openapi.json, and from that come the types of the page's client. `npm run generate`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at } from './prepare/fingerprint.mjs';

const built = (path) => import(pathToFileURL(at('dist', path)).href);

/** Nobody listens there: the application is put together, not started. */
const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing';

async function describeApi() {
  await import('reflect-metadata');
  const platform = await built('libs/platform/src/index.js');
  const { AppModule } = await built('apps/composition/app.module.js');
  const config = platform.readConfig({
    DATABASE_URL: nowhere,
    MIGRATION_DATABASE_URL: nowhere,
    LOG_LEVEL: 'error',
  });
  const app = await platform.createHttpApp(
    AppModule.forRoot({ config, keyRing: new platform.KeyRing([Buffer.alloc(32)]) }),
    {
      config,
    },
  );
  try {
    if (platform.openApiDocument !== undefined) return await platform.openApiDocument(app);
    const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
    return SwaggerModule.createDocument(
      app,
      new DocumentBuilder().setTitle('Rygrad').setVersion('1').build(),
    );
  } finally {
    await app.close().catch(() => undefined); // some of it only closes what was opened
  }
}

function writeWhenChanged(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes .cache/openapi.json and apps/web/src/generated/api.d.ts; answers the number of addresses. */
export async function writeApiTypes() {
  const document = await describeApi();
  writeWhenChanged(at('.cache', 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTypescript(structuredClone(document)));
  writeWhenChanged(
    at('apps/web/src/generated/api.d.ts'),
    `/** Written by \`npm run generate\` from the API itself. */\n${types}`,
  );
  return Object.keys(document.paths).length;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(`${await writeApiTypes()} addresses described in .cache/openapi.json`);
  process.exit(0); // whatever a module left open is of no use here
}
