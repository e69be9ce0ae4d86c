/** Who may do what, told by the policies themselves: writes docs/permissions.md. Part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './prepare/fingerprint.mjs';

const built = (path) => import(pathToFileURL(at('dist', path)).href);

await import('reflect-metadata');
const platform = await built('libs/platform/src/index.js');
const { AppModule } = await built('apps/composition/app.module.js');
const nowhere = 'postgresql://nobody@127.0.0.1:1/nothing';
const config = platform.readConfig({
  DATABASE_URL: nowhere,
  MIGRATION_DATABASE_URL: nowhere,
  LOG_LEVEL: 'error',
});
const keyRing = new platform.KeyRing([Buffer.alloc(32)]);
const app = await platform.createHttpApp(AppModule.forRoot({ config, keyRing }), { config });
writeFileSync(at('docs/permissions.md'), platform.permissionsDocument(app.get(platform.Policies)));
console.log('docs/permissions.md says who may do what');
process.exit(0); // whatever a module left open is of no use here
