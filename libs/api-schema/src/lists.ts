import { z } from 'zod';

/** The most rows one page of a list may hold. */
export const maxPageSize = 200;

/**
 * The query of a list: search, sort (`name` or `-name`), page size, the cursor of the page before, and filters.
 * @param sorts names of sortable columns; the first is the default
 * @param filters extra filters; a filter may be given several times (comma separated)
 */
export function listQuery<S extends readonly [string, ...string[]], F extends z.ZodRawShape>(
  sorts: S,
  filters: F,
) {
  const directions = sorts.flatMap((sort) => [sort, `-${sort}`]) as [S[number] | `-${S[number]}`];
  return z.strictObject({
    q: z.string().trim().max(200).optional(),
    sort: z.enum(directions).default(sorts[0] as never),
    limit: z.coerce.number().int().min(1).max(maxPageSize).default(50),
    after: z.string().max(2000).optional(),
    ...filters,
  });
}

/** A filter that takes one or several values, comma separated. */
export function oneOrMore<T extends z.ZodType<string, string>>(item: T) {
  return z
    .string()
    .max(2000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(50))
    .optional();
}

/** One page of a list: rows, the total that matches, and the cursor of the next page. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });
}

/** A calendar date, `YYYY-MM-DD`. */
export const plainDate = z.iso.date();
/** A month, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
/** The identifier of a thing. */
export const id = z.uuid();
