import type { Transaction } from '../database/transaction.js';
import type {
  KnownOfPerson,
  OtherAtAddress,
  PersonDataSource,
  PersonSubject,
  SharedAddress,
} from './person-data-source.js';

/** The addresses of a person, parted by whether somebody else has them, too. */
export type PartedAddresses = Pick<KnownOfPerson, 'emails' | 'shared' | 'apart'>;

/**
 * Parts addresses. What an account has proved is its own, whoever else writes it; any other address may be somebody
 * else's as well, and then it says nothing of whose a mail is.
 */
export async function partAddresses(
  tx: Transaction,
  sources: readonly PersonDataSource[],
  subjects: readonly PersonSubject[],
  emails: readonly string[],
): Promise<PartedAddresses> {
  if (subjects.some(({ kind }) => kind === 'person')) return { emails, shared: [], apart: [] };
  const apart = sources.flatMap((source) => source.apart ?? []);
  const others: OtherAtAddress[] = [];
  if (emails.length > 0)
    for (const source of sources) others.push(...((await source.others?.(tx, emails, subjects)) ?? []));
  const shared: SharedAddress[] = [];
  for (const source of sources)
    for (const subject of subjects)
      for (const { name, email, about, isAccounts = false } of (await source.madeOut?.(tx, subject)) ?? []) {
        // Whoever types such a name reaches nothing by it.
        if (apart.includes(name) && source.apart?.includes(name) !== true) continue;
        const there = others.filter((other) => other.email === email);
        if (about !== undefined) shared.push({ name, email, about, isAccounts });
        else if (there.length > 0) {
          const everywhere = there.every((other) => other.name !== null && other.name !== name);
          shared.push({ name, email, about: everywhere ? null : subjects.map(({ id }) => id), isAccounts });
        }
      }
  const own = emails.filter((email) => !others.some((other) => other.email === email));
  return { emails: own, shared, apart };
}

/**
 * SQL that says whether a row is the person's by address: by one that is theirs alone, or by name and address where
 * somebody else has it, too.
 * @param columns the row's columns for name and address, and for the id of what it is about
 * @param emails parameter with the addresses that are theirs alone, `$2`
 * @param shared parameter with {@link SharedAddress}es as JSON, `$3`
 */
export function theirsByAddress(
  columns: { readonly name: string; readonly email: string; readonly about: string },
  emails: string,
  shared: string,
): string {
  return `(lower(${columns.email}::text) = any (${emails}) or ${sentByShared(columns, shared, 'and not shared_accounts')})`;
}

/** SQL of {@link theirsByAddress} for mails and links to addresses that somebody else has, too. */
export function sentByShared(
  columns: { readonly name: string; readonly email: string; readonly about: string },
  shared: string,
  only = '',
): string {
  // The record's columns have names of their own: within the sub-select they would stand before those of the row.
  return `exists (select from (
      select r.name as shared_name, r.email as shared_email, r.about as shared_about, r."isAccounts" as shared_accounts
      from jsonb_to_recordset(${shared}::jsonb) r (name text, email text, about uuid[], "isAccounts" boolean)) shared
    where shared_email = lower(${columns.email}::text) and shared_name = ${columns.name}
      and (shared_about is null or ${columns.about} = any (shared_about)) ${only})`;
}
