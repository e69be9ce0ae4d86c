/**
 * What the tests stand on: PostgreSQL (npm's), Redis, Chromium, pdfsig and qpdf. Found, else installed where that is
 * allowed (root, with Debian's apt), else named with the exact command that installs them.
 */
import { existsSync } from 'node:fs';
import { install, mayInstall, onPath } from './services/debian.mjs';
import { startPostgres } from './services/postgres.mjs';
import { answers, startRedis } from './services/redis.mjs';

const programs = [
  {
    setting: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    packages: ['chromium', 'fonts-dejavu-core'],
    brew: '--cask chromium',
  },
  { setting: 'PDFSIG_PATH', names: ['pdfsig'], packages: ['poppler-utils'], brew: 'poppler' },
  { setting: 'QPDF_PATH', names: ['qpdf'], packages: ['qpdf'], brew: 'qpdf' },
  { setting: 'REDIS_SERVER_PATH', names: ['redis-server'], packages: ['redis-server'], brew: 'redis' },
];

const locate = ({ setting, names }) => {
  const set = process.env[setting];
  if (set === undefined || set === '') return onPath(...names);
  return existsSync(set) ? set : undefined;
};

function describeMissing(missing) {
  const packages = missing.flatMap((one) => one.packages).join(' ');
  const lines = missing.map(({ setting, names }) => {
    const set = process.env[setting];
    const found = set ? `${setting} is ${set}, where nothing is` : `no ${names.join(', ')} on the path`;
    return `  ${names[0]}: ${found}; or set ${setting} to the program${setting.startsWith('REDIS') ? ', or REDIS_URL to a running Redis' : ''}`;
  });
  return [
    'The tests need programs that are not here:',
    ...lines,
    `Install them:  sudo apt-get install ${packages}   (Debian, Ubuntu)`,
    `          or:  brew install ${missing.map((one) => one.brew).join(' ')}   (macOS)`,
  ].join('\n');
}

async function findPrograms(wanted, log) {
  const lacking = wanted.filter((one) => locate(one) === undefined);
  if (lacking.length > 0 && mayInstall()) {
    const refused = await install(
      lacking.flatMap((one) => one.packages),
      log,
    );
    if (refused !== undefined) log(refused);
  }
  const missing = wanted.filter((one) => locate(one) === undefined);
  if (missing.length > 0) throw new Error(describeMissing(missing));
  return Object.fromEntries(wanted.map((one) => [one.setting, locate(one)]));
}

/** Starts and finds everything; answers `{ env, stop }`, env being what the tests read. */
export async function startServices({ log = console.log } = {}) {
  const redisUrl = process.env.REDIS_URL;
  const ownRedis = redisUrl === undefined || redisUrl === '';
  if (!ownRedis && !(await answers(redisUrl))) {
    throw new Error(
      'No Redis answers at REDIS_URL. Start it, or unset REDIS_URL to let the tests start their own.',
    );
  }
  const found = await findPrograms(
    programs.filter((one) => ownRedis || one.setting !== 'REDIS_SERVER_PATH'),
    log,
  );
  const postgres = await startPostgres();
  const redis = ownRedis
    ? await startRedis(found.REDIS_SERVER_PATH)
    : { url: redisUrl, stop: async () => {} };
  return {
    env: { ...found, TEST_DATABASE_ADMIN_URL: postgres.url, REDIS_URL: redis.url },
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}
