import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What only the unit of work and repositories in a `data` folder may hold: everything else goes through `actAs`. */
const databaseAccess = {
  name: 'typeorm',
  importNames: ['DataSource', 'Repository', 'EntityManager', 'QueryRunner', 'getRepository'],
  message:
    'Outside libs/platform and a data folder the database is reached through the unit of work (docs/adr/0003).',
};
const injectedDatabase = {
  name: '@nestjs/typeorm',
  importNames: ['InjectRepository', 'InjectDataSource', 'InjectEntityManager', 'TypeOrmModule'],
  message: 'A global repository steps round row-level security: use the unit of work (docs/adr/0003).',
};

const settings = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read in libs/platform/src/config only, once, by one schema.',
};
const chance = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Use node:crypto: Math.random can be guessed.',
};
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A rule has no clock of its own: take the instant as a parameter.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A rule has no clock of its own: take the instant as a parameter.',
  },
];

const tests = [
  ...['**/*.spec.ts', '**/*.e2e-spec.ts', 'libs/*/test/**/*.ts', 'libs/testing/**/*.ts'],
  ...['test/**/*.ts', 'bench/**/*.ts'],
];
const typescript = ['**/*.ts', '**/*.tsx'];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      '.cache/**',
      '.data/**',
      'apps/web/src/generated/**',
      'tools/boundaries/fixtures/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNever: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A generic return type is how a row or an answer gets its type (`query<Row>`, `inject<T>`).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Index signatures are read as `row['name']` only where TypeScript asks for it.
      '@typescript-eslint/dot-notation': 'off',
      // Options of Nest are object literals of a class type by design.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Marked so by its maker only to stand out: used for an identity provider on this very machine, never in production.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // `async` keeps a port's contract (a promise, also for what throws at once).
      '@typescript-eslint/require-await': 'off',
      'no-restricted-imports': ['error', { paths: [databaseAccess, injectedDatabase] }],
      'no-restricted-syntax': ['error', settings, chance],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // The unit of work itself, and the repositories it hands its connection to.
    files: ['libs/platform/**/*.ts', 'libs/*/src/data/**/*.ts', 'libs/testing/**/*.ts', 'migrations/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['libs/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', settings, chance, ...clock] },
  },
  {
    // CASL binds what a policy takes from its builder.
    files: ['**/*.policy.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['libs/platform/src/config/**/*.ts', '**/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', chance] },
  },
  {
    files: tests,
    rules: {
      'no-restricted-imports': 'off',
      // Specs read where the services answer, and may print what they measured.
      'no-restricted-syntax': ['error', chance],
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: ['describe', 'it', 'test'] },
      ],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // They speak to the person at the terminal.
    files: ['apps/cli/**/*.ts', 'apps/api/main.ts', 'apps/worker/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // An event handler may be asynchronous: its promise is the query's or mutation's to report.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // TanStack Router's `redirect` and `notFound` are thrown by design.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    rules: { 'no-unused-vars': 'error', 'no-undef': 'off', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
);
