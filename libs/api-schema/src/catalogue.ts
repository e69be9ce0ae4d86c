import type { z } from 'zod';

/** The languages of the product; Danish is the default. */
export const locales = ['da', 'en'] as const;
/** A language of the product. */
export type Locale = (typeof locales)[number];

/** What a person may be in an alliance (domain.md, "Who uses it"). The administrator is not an alliance role. */
export const allianceRoles = ['secretariat', 'partner', 'caseworker', 'member', 'observer'] as const;
/** One of the roles of an alliance. */
export type AllianceRole = (typeof allianceRoles)[number];

/** One expected failure: HTTP status and a message in each language, with `{name}` placeholders. */
export interface ErrorEntry {
  readonly status: number;
  readonly da: string;
  readonly en: string;
}

/** Error codes of one module. */
export type ErrorCatalogue = Readonly<Record<`${string}/${string}`, ErrorEntry>>;

/** One type of event: its payload (no person data), who sees it in the feed, and its feed line in each language. */
export interface EventEntry {
  readonly payload: z.ZodType<Readonly<Record<string, unknown>>>;
  /** Roles that see the event in the alliance's feed; an empty list keeps it to the audit trail. */
  readonly audience: readonly AllianceRole[];
  /** Stands in the history, but is no news to anybody who comes back after a while (the overview). */
  readonly routine?: true;
  readonly da: string;
  readonly en: string;
}

/** Event types of one module, `module.something-happened`. */
export type EventCatalogue = Readonly<Record<`${string}.${string}`, EventEntry>>;
