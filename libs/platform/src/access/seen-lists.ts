import type { PermissionWords } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';
import type { AccessSql } from './access-sql.js';

/** The rows of a kind of thing that whoever acts may read, as SQL. */
export type RowsAllowed = (subject: string, at: { alias: string; firstParam: number }) => AccessSql;

/** A list that a policy opens, for counting how many of its rows somebody would find. */
export interface SeenList {
  readonly key: string;
  readonly label: PermissionWords;
  /** Rows are people: a small number is not told. */
  readonly isPersonData?: boolean;
  /** As whoever the unit of work is done for; reads no more than the number. */
  count(tx: Transaction, allowed: RowsAllowed): Promise<number>;
  /** What the rows are called, where that is for the secretariat's eyes: groups. */
  names?(tx: Transaction): Promise<readonly string[]>;
}

/**
 * A list whose rows are those of a table that a policy opens.
 * @param given.table a table with alliance_id and the columns that the policy names; its alias is `t`
 */
export function seenRows(
  given: Pick<SeenList, 'key' | 'label' | 'isPersonData'> & {
    subject: string;
    table: string;
    where?: string;
  },
): SeenList {
  const { subject, table, where, ...list } = given;
  return {
    ...list,
    async count(tx, allowed) {
      const rows = allowed(subject, { alias: 't', firstParam: 2 });
      const [row] = await tx.query<{ n: number }>(
        `select count(*)::int as n from ${table} t where t.alliance_id = $1 and ${where ?? 'true'} and ${rows.sql}`,
        [tx.allianceId, ...rows.params],
      );
      return row?.n ?? 0;
    },
  };
}
