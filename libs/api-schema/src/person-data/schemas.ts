import { z } from 'zod';
import { id, instant } from '../lists.js';
import { personSubjectKinds } from './words.js';

const bothLanguages = z.object({ da: z.string(), en: z.string() });

/** Kinds of people whose data is an alliance's; somebody's account is their own. */
export const allianceSubjectKind = z.enum(['participant', 'enquiry', 'contact-person', 'link-holder']);

const personDataSection = z.object({
  key: z.string(),
  title: bothLanguages,
  purpose: bothLanguages.optional(),
  recipients: bothLanguages.optional(),
  retention: bothLanguages.optional(),
  source: bothLanguages.optional(),
  rows: z.array(
    z.object({
      key: z.string(),
      label: bothLanguages,
      value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
      at: z.string().optional(),
    }),
  ),
  /** Files that belong to the record; `path` is where their bytes lie in the ZIP. */
  files: z
    .array(
      z.object({
        name: z.string(),
        mediaType: z.string(),
        size: z.number().int(),
        path: z.string(),
      }),
    )
    .optional(),
});

/** One time somebody saw a person's data. */
export const seenBy = z.object({
  at: instant,
  /** Null = the product itself. */
  who: z.string().nullable(),
  organisation: z.string().nullable(),
  /** Why, as a stable word; see `accessPurposes`. */
  purpose: z.string(),
});

/** Who has seen a person's data, newest first. */
export const accessLogPage = z.object({ items: z.array(seenBy), total: z.number().int() });

/** Everything kept about a person, readable by machines (GDPR art. 15 and 20). */
export const personDataExport = z.object({
  format: z.literal('rygrad/person-data@1'),
  createdAt: instant,
  subject: z.object({ kind: z.enum(personSubjectKinds), id, name: z.string() }),
  places: z.array(
    z.object({
      /** The alliance that keeps it; null = the installation (account and sign-in). */
      alliance: z.string().nullable(),
      sections: z.array(personDataSection),
      accessLog: z.array(seenBy),
    }),
  ),
  rights: bothLanguages,
});

/** What an erasure takes and what it leaves, before it is done. */
export const erasurePreview = z.object({
  name: z.string(),
  goes: z.array(z.object({ title: bothLanguages, rows: z.number().int() })),
  stays: z.array(z.object({ title: bothLanguages, why: bothLanguages })),
});

/** An erasure that was carried out, or is being. */
export const erasureDone = z.object({ id, done: z.boolean() });

/** Erase for good; the confirmation says exactly what. */
export const erasePerson = z.strictObject({ confirmed: z.literal(true) });

/** Erasures of an alliance, newest first: ids and counts, no names. */
export const erasureList = z.object({
  items: z.array(
    z.object({
      id,
      kind: z.enum(personSubjectKinds),
      reason: z.enum(['asked', 'retention']),
      askedAt: instant,
      doneAt: instant.nullable(),
      replayedAt: instant.nullable(),
      rows: z.number().int(),
    }),
  ),
  total: z.number().int(),
});

/** The rules of retention as they stand in an alliance. */
export const retentionRules = z.object({
  nextRunAt: instant,
  items: z.array(
    z.object({
      name: z.string(),
      title: bothLanguages,
      explains: bothLanguages,
      months: z.number().int(),
      defaultMonths: z.number().int(),
      shortestMonths: z.number().int(),
      longestMonths: z.number().int(),
      /** 0 = never changed. */
      version: z.number().int(),
      lastRun: z.object({ at: instant, before: instant, rows: z.number().int() }).nullable(),
      /** What all its runs have removed together. */
      rowsInAll: z.number().int(),
    }),
  ),
});

/** Change how long something is kept. */
export const changeRetention = z.strictObject({ months: z.int().min(1).max(1200) });
/** How much would go at once with another number of months. */
export const retentionPreviewQuery = z.strictObject({ months: z.coerce.number().int().min(1).max(1200) });
/** How much would go at once. */
export const retentionPreview = z.object({ rows: z.number().int(), before: instant });
/** The name of a rule of retention in an address. */
export const retentionRuleName = z.string().regex(/^[a-z0-9.-]{1,100}$/);
