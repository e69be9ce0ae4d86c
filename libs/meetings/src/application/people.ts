import type { ErrorCode, RoomPerson } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

const people = `select distinct person_id as "personId", name from alliances_member
  where alliance_id = $1 and role <> 'observer'`;

/** Everybody who can be a member, chair or owner: the alliance's people, by name. */
export async function listPeople(tx: Transaction): Promise<RoomPerson[]> {
  return tx.query<RoomPerson>(`select * from (${people}) p order by name collate "da-x-icu", "personId"`, [
    tx.allianceId,
  ]);
}

/** One person of the alliance, or null. */
export async function findPerson(tx: Transaction, personId: string): Promise<RoomPerson | null> {
  const [found] = await tx.query<RoomPerson>(`${people} and person_id = $2`, [tx.allianceId, personId]);
  return found ?? null;
}

/** Throws unless all of them belong to the alliance. */
export async function requirePeople(
  tx: Transaction,
  personIds: readonly (string | null | undefined)[],
  code: ErrorCode,
  field: string,
): Promise<void> {
  const asked = new Set(personIds.filter((one) => one != null));
  if (asked.size === 0) return;
  const found = await tx.query(`${people} and person_id = any ($2::uuid[])`, [tx.allianceId, [...asked]]);
  if (new Set(found.map((row) => row['personId'])).size < asked.size) throw new DomainError(code, {}, field);
}
