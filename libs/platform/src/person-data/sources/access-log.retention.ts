import type { RetentionRule } from '../retention-rules.js';

/** Entries of the access log; the database itself refuses to forget any that are younger than two years. */
export const accessLogRetention: RetentionRule = {
  name: 'platform.access-log',
  explains: {
    da: 'Linjer om, hvem der har set en persons oplysninger, fjernes, når de er ældre end dette. Tiden regnes fra det øjeblik, oplysningerne blev set.',
    en: 'Lines on who has seen a person’s data are removed when they are older than this. The time counts from the moment the data was seen.',
  },
  defaultMonths: 60,
  shortestMonths: 24,
  longestMonths: 120,
  apply: async (tx, before) => {
    const [gone] = await tx.query<{ rows: string }>('select rygrad_forget_access_log($1, $2) as rows', [
      tx.allianceId,
      before,
    ]);
    return { rows: Number(gone?.rows ?? 0) };
  },
};
