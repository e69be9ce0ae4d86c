import { isUtf8 } from 'node:buffer';
import { isIP } from 'node:net';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
/** How many proxies, or which; false for none. */
const proxies = z.string().transform((text, context): false | number | string[] => {
  if (text === 'false' || text === '0') return false;
  if (text === 'true') return 1;
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(',').map((address) => address.trim());
  if (addresses.every((address) => isIP(address) !== 0 || isRange(address))) return addresses;
  context.addIssue({
    code: 'custom',
    message: 'must be true, false, a number from 1 to 9, or addresses such as 10.0.0.0/8,192.168.1.4',
  });
  return z.NEVER;
});

function isRange(text: string): boolean {
  return z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success;
}

/** Every setting of an installation, its meaning and its default. */
const settings = z.object({
  /** Connection of the application's role. Absent = embedded PostgreSQL in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Connection of the role that owns the tables, for migrations. Required with DATABASE_URL. */
  MIGRATION_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Redis for bull. Absent = jobs are claimed from PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** What this process does: answer requests, work through jobs, or both. */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  /** Address and port to listen on; without a port the first free one from 3000 on. */
  HOST: z.string().default('127.0.0.1'),
  PORT: port.optional(),
  /** The address people use, for links in mails. Default: the address listened on. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Mail server. Absent = mails are shown on screen and nothing is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of all mails. */
  MAIL_FROM: z.string().default('Rygrad <rygrad@localhost>'),
  /** Data of an embedded installation: database, keys, certificate. */
  DATA_DIR: z.string().default('./.data'),
  /** Connections to the database held by this process. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Verbosity of the structured log. */
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** `production` refuses to start with development secrets or without TLS in front. */
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Hours without use after which a session ends, and hours after which it ends in any case. */
  SESSION_IDLE_HOURS: z.coerce.number().int().min(1).max(2160).default(336),
  SESSION_ABSOLUTE_HOURS: z.coerce.number().int().min(1).max(8760).default(720),
  /**
   * The TLS-terminating proxies in front whose X-Forwarded-* is believed: how many (`true` = one), or their addresses
   * (`10.0.0.0/8,192.168.1.4`). Whatever a visitor claims beyond them is ignored.
   */
  TRUST_PROXY: proxies.default(false),
  /** 32 bytes as base64: encrypts what must not lie readable in the database. Absent = key file in DATA_DIR. */
  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes, base64 encoded')
    .optional(),
  /** Keys that SECRET_KEY followed, comma separated: they still open what they closed. Take one out after `rygrad keys rotate`. */
  SECRET_KEYS_OLD: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((key) => key !== ''))
    .refine(
      (keys) => keys.every((key) => Buffer.from(key, 'base64').length === 32),
      'each must be 32 bytes, base64 encoded',
    ),
  /** Lets whoever sends it as `Authorization: Bearer …` read /metrics from elsewhere. Absent = whoever sits at the machine of an installation for nobody else. */
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{24,200}$/,
      'must be 24 to 200 letters and digits; make one with: openssl rand -hex 24',
    )
    .optional(),
});

/** The settings of this process, read once. */
export type Config = z.infer<typeof settings>;

/** A setting is wrong: says its name, what was found and what is allowed. */
export class ConfigError extends Error {}

const secret = /KEY|PASSWORD|TOKEN|URL/;

/**
 * Reads the settings from environment variables. Empty variables count as absent.
 * @throws ConfigError naming every wrong setting, what was found (secrets masked) and what is allowed
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const found = secret.test(name) ? '(hidden)' : JSON.stringify(given[name]);
      return `${name}: found ${found}; ${issue.message}`;
    });
    throw new ConfigError(`Settings that cannot be used:\n  ${lines.join('\n  ')}`);
  }
  return refuseUnsafe(parsed.data);
}

function refuseUnsafe(config: Config): Config {
  if (config.DATABASE_URL !== undefined && config.MIGRATION_DATABASE_URL === undefined)
    throw new ConfigError(
      'MIGRATION_DATABASE_URL: found nothing; set it to the connection of the role that owns the tables (another role than in DATABASE_URL)',
    );
  if (config.NODE_ENV === 'production') refuseInProduction(config);
  return config;
}

/** Passwords that stand in instructions and images: everybody knows them. */
const knownPasswords = new Set([
  ...['', 'admin', 'changeme', 'change-me', 'password', 'postgres', 'rygrad', 'rygrad_app', 'rygrad_owner'],
  ...['secret', 'test', 'test-only', '1234', '123456'],
]);

/** A key that nobody drew at random: a few bytes over and over, or words. */
function isDrawnByHand(key: string): boolean {
  const bytes = Buffer.from(key, 'base64');
  return new Set(bytes).size < 12 || (isUtf8(bytes) && !/\p{Cc}/u.test(bytes.toString('utf8')));
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}

/** Security.md 30: no default secret, TLS in front, nothing that is meant for development. */
function refuseInProduction(config: Config): void {
  const problems: string[] = [];
  if (config.SECRET_KEY === undefined)
    problems.push('SECRET_KEY: found nothing; production needs 32 random bytes, base64 encoded');
  for (const [name, keys] of [
    ['SECRET_KEY', [config.SECRET_KEY ?? []].flat()],
    ['SECRET_KEYS_OLD', config.SECRET_KEYS_OLD],
  ] as const)
    if (keys.some(isDrawnByHand))
      problems.push(
        `${name}: found a key that is not random (hidden); make one with: openssl rand -base64 32`,
      );
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const) {
    const url = config[name];
    if (url !== undefined && knownPasswords.has(passwordOf(url)))
      problems.push(`${name}: found a password that everybody knows (hidden); choose a random one`);
  }
  if (config.PUBLIC_URL?.startsWith('https://') !== true || config.TRUST_PROXY === false)
    problems.push(
      'PUBLIC_URL and TRUST_PROXY: production needs an https:// address and TRUST_PROXY=true behind a TLS-terminating proxy',
    );
  if (config.LOG_LEVEL === 'debug') problems.push('LOG_LEVEL: found "debug"; production logs at most "info"');
  if (problems.length > 0)
    throw new ConfigError(`Settings that production refuses:\n  ${problems.join('\n  ')}`);
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('CONFIG');
