/**
 * Who may import whom. Each rule names the record that decided it, and has a fixture in tools/boundaries/fixtures
 * that it must refuse (`npm run boundaries`).
 */
const specs = '\\.(spec|e2e-spec)\\.ts$|^libs/[^/]+/test/|^test/|^bench/';
const door = '^libs/[^/]+/src/index\\.ts$';
const foundation = 'kernel|api-schema|platform|testing';
const record = 'docs/adr/0001-modular-monolith-with-checked-boundaries.md';

/** One forbidden import; `why` becomes what the finding says. */
const forbid = (name, why, from, to, decidedIn = record) => ({
  name,
  severity: 'error',
  comment: `${why} (${decidedIn})`,
  from,
  to,
});

export default {
  forbidden: [
    forbid(
      'no-cycles',
      'Files that need each other to load are one file in two places (what is loaded later, by import(), may know who loads it).',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    ),
    forbid(
      'domain-knows-the-kernel-only',
      'Rules are free of framework, database and clock: a domain folder imports itself, the kernel and types of api-schema; hashing and the calendar of holidays are functions of their input.',
      { path: '^libs/([^/]+)/src/domain/', pathNot: specs },
      {
        pathNot: [
          ...['^libs/$1/src/domain/', '^libs/kernel/src/index\\.ts$', '^libs/api-schema/src/index\\.ts$'],
          ...['^(node:)?crypto$', 'node_modules/date-holidays/'],
        ],
      },
    ),
    forbid(
      'domain-takes-only-types-from-api-schema',
      'A rule may name an error code or a payload, but runs no schema.',
      { path: '^libs/[^/]+/src/domain/', pathNot: specs },
      { path: '^libs/api-schema/', dependencyTypesNot: ['type-only'] },
      'docs/adr/0008-domain-may-import-types-of-api-schema.md',
    ),
    forbid(
      'application-knows-neither-data-nor-entry',
      'An action defines the port; the data and entry folders come to it.',
      { path: '^libs/([^/]+)/src/application/', pathNot: specs },
      { path: '^libs/$1/src/(data|entry)/' },
    ),
    forbid(
      'data-serves-its-own-module',
      "A data folder imports its own domain and application, the foundation and the driver; other modules' rows come through published views.",
      { path: '^libs/([^/]+)/src/data/', pathNot: specs },
      {
        path: '^(libs|apps)/',
        pathNot: ['^libs/$1/src/(domain|application|data)/', `^libs/(${foundation})/src/index\\.ts$`],
      },
    ),
    forbid(
      'entry-speaks-to-its-application-only',
      'A controller, listener or processor calls its own actions; it reaches no rule and no row past them.',
      { path: '^libs/([^/]+)/src/entry/', pathNot: specs },
      { path: '^libs/$1/src/(domain|data)/' },
    ),
    forbid(
      'entry-takes-only-types-from-other-modules',
      'An entry learns of other modules by their event types; calls go through its own application.',
      { path: '^libs/([^/]+)/src/entry/', pathNot: specs },
      {
        path: '^libs/',
        pathNot: ['^libs/$1/', `^libs/(${foundation})/`],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'only-through-the-door',
      'Another library is imported by its index.ts only: what stands there is its promise, the rest is its own business.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', door] },
    ),
    forbid(
      'apps-only-through-the-door',
      'Applications, migrations and journeys use a library by its index.ts only.',
      { path: '^(apps|test|bench|migrations)/' },
      { path: '^libs/', pathNot: door },
    ),
    forbid(
      'libraries-know-no-app',
      'Applications are put together from libraries, never the other way.',
      { path: '^libs/' },
      { path: '^apps/' },
    ),
    forbid(
      'kernel-stands-alone',
      'Everything stands on the kernel; it stands on the language alone.',
      { path: '^libs/kernel/', pathNot: specs },
      { path: '^libs/|^apps/|node_modules/', pathNot: '^libs/kernel/' },
    ),
    forbid(
      'api-schema-knows-zod-only',
      'Server and browser share it: it imports zod and nothing that only one of them has.',
      { path: '^libs/api-schema/', pathNot: specs },
      { pathNot: ['^libs/api-schema/', 'node_modules/zod/'] },
    ),
    forbid(
      'platform-knows-no-module',
      'Mechanisms know nothing of the domain.',
      { path: '^libs/platform/' },
      { path: '^libs/', pathNot: `^libs/(${foundation})/` },
    ),
    forbid(
      'alliances-stands-below',
      'Every module knows alliances and organisations; alliances knows none of them.',
      { path: '^libs/alliances/src/' },
      { path: '^libs/', pathNot: `^libs/(alliances|${foundation})/` },
    ),
    forbid(
      'ports-know-no-module',
      'Reminders and measurements define ports; the modules come to them with what is due and what is counted.',
      { path: '^libs/(reminders|measurements)/src/' },
      { path: '^libs/', pathNot: `^libs/($1|alliances|${foundation})/` },
    ),
    forbid(
      'driver-in-data-only',
      'Only the unit of work and data folders hold a database driver: elsewhere it would step round row-level security.',
      { path: '^libs/', pathNot: ['^libs/(platform|testing)/', '^libs/[^/]+/src/data/', specs] },
      { path: 'node_modules/(@types/)?(typeorm|pg|@nestjs/typeorm)/' },
      'docs/adr/0003-row-level-security-and-unit-of-work.md',
    ),
    forbid(
      'web-knows-api-schema-only',
      'The page speaks to the server by its published API and shares the schemas, nothing else.',
      { path: '^apps/web/' },
      { path: '^(libs|apps|migrations)/', pathNot: ['^apps/web/', '^libs/api-schema/src/index\\.ts$'] },
    ),
    forbid(
      'only-tests-know-testing',
      'What builds worlds for specs is never part of the product.',
      { path: '^(libs|apps)/', pathNot: [specs, '^libs/testing/'] },
      { path: '^libs/testing/' },
    ),
    forbid(
      'server-runs-without-development-packages',
      'The image is installed without development packages.',
      {
        path: '^(libs|apps|migrations)/',
        pathNot: [specs, '^apps/web/', '^libs/testing/', '/typescript-source\\.mjs$'],
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'packages-are-listed',
      'A package used is a package in package.json, pinned.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('imports-resolve', 'An import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^apps/web/src/generated/', '\\.(css|svg|png|woff2?)$', '\\?'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default', 'require'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
};
