import type { Transaction } from '../database/transaction.js';
import type { OtherAtAddress, PersonDataSource, PersonSubject, SharedAddress } from './person-data-source.js';

/** The addresses of a person, parted by whether somebody else has them, too. */
export interface PartedAddresses {
  readonly emails: readonly string[];
  readonly shared: readonly SharedAddress[];
}

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
  if (emails.length === 0 || subjects.some(({ kind }) => kind === 'person')) return { emails, shared: [] };
  const others: OtherAtAddress[] = [];
  for (const source of sources) others.push(...((await source.others?.(tx, emails, subjects)) ?? []));
  if (others.length === 0) return { emails, shared: [] };
  const shared: SharedAddress[] = [];
  for (const source of sources)
    for (const subject of subjects)
      for (const { name, email } of (await source.madeOut?.(tx, subject)) ?? []) {
        const there = others.filter((other) => other.email === email);
        if (there.length === 0) continue;
        const everywhere = there.every((other) => other.name !== null && other.name !== name);
        shared.push({ name, email, everywhere });
      }
  return { emails: emails.filter((email) => !others.some((other) => other.email === email)), shared };
}

/**
 * SQL that says whether a row was sent to the person by an address that somebody else has, too.
 * @param columns the row's columns for the addressee's name and address, and for what it is about
 * @param subjects parameter with the ids of the person's subjects, `$2`
 * @param shared parameter with {@link SharedAddress}es as JSON, `$5`
 */
export function sentByShared(
  columns: { readonly name: string; readonly email: string; readonly about: string },
  subjects: string,
  shared: string,
): string {
  return `exists (select from jsonb_to_recordset(${shared}::jsonb) s (name text, email text, everywhere boolean)
    where s.email = lower(${columns.email}::text) and s.name = ${columns.name}
      and (s.everywhere or ${columns.about} = any (${subjects})))`;
}
