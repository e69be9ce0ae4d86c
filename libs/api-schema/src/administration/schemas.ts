import { z } from 'zod';
import { id, instant } from '../lists.js';

const both = z.object({ da: z.string(), en: z.string() });

/** Where the value of a setting comes from. */
export const settingSources = ['environment', 'default', 'start', 'unset'] as const;

/** One setting of the installation as it is in force; a secret is never shown. */
export const installationSetting = z.object({
  name: z.string(),
  explains: both,
  /** Null when nothing is set, or when it is a secret. */
  value: z.string().nullable(),
  isSecret: z.boolean(),
  /** environment: given · default · start: the installation found it itself when it started · unset */
  source: z.enum(settingSources),
});

/** How the installation is. */
export const installation = z.object({
  version: z.string(),
  node: z.string(),
  startedAt: instant,
  publicUrl: z.string(),
  database: z.object({
    version: z.string(),
    isEmbedded: z.boolean(),
    bytes: z.number(),
    latestMigration: z.string().nullable(),
  }),
  /** The disk that DATA_DIR lies on; null when it cannot be read. */
  disk: z.object({ folder: z.string(), freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  /** screen: no mail server, mails are read in the outbox. */
  mail: z.object({ mode: z.enum(['smtp', 'screen']), from: z.string() }),
  jobs: z.object({ by: z.enum(['postgres', 'redis']) }),
  settings: z.array(installationSetting),
});
/** How the installation is. */
export type Installation = z.output<typeof installation>;

/** An alliance as an administrator knows it: that it is there, and nothing of what it does. */
export const installationAlliance = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  isExample: z.boolean(),
  createdAt: instant,
  people: z.number().int(),
  lastActivityAt: instant.nullable(),
});
/** All alliances of the installation, by name. */
export const installationAlliances = z.object({ items: z.array(installationAlliance) });
/** An alliance as an administrator knows it. */
export type InstallationAlliance = z.output<typeof installationAlliance>;

/** One queue and how its work stands. */
export const jobQueue = z.object({
  queue: z.string(),
  /** Due, and taken by nobody yet. */
  waiting: z.number().int(),
  /** For a later day. */
  scheduled: z.number().int(),
  running: z.number().int(),
  /** Tried before and to be tried again. */
  retrying: z.number().int(),
  dead: z.number().int(),
  /** Done in the last 24 hours. */
  done: z.number().int(),
  /** The oldest that is due and that nobody has taken. */
  oldestDueAt: instant.nullable(),
});
/** A job that was given up. Never what it carries. */
export const deadJob = z.object({
  id,
  queue: z.string(),
  allianceName: z.string().nullable(),
  attempts: z.number().int(),
  /** The error's name, never its message. */
  lastError: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
/** The work behind the pages: queues, and what was given up, newest first. */
export const installationJobs = z.object({ queues: z.array(jobQueue), dead: z.array(deadJob) });
/** The work behind the pages. */
export type InstallationJobs = z.output<typeof installationJobs>;
/** Try all given-up jobs of a queue again. */
export const retryDeadJobs = z.strictObject({ queue: z.string().min(1).max(100) });
/** How many were put back. */
export const retriedJobs = z.object({ retried: z.number().int() });
/** Steps of a job take no input. */
export const noJobInput = z.strictObject({}).nullish();
