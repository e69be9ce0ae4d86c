import type { ErrorCode, RoomPerson } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { PersonActor, Transaction } from '#libs/platform';

const people = `select distinct person_id as "personId", name from alliances_member
  where alliance_id = $1 and role <> 'observer'`;

/** Those somebody meets: the secretariat, and whoever shares a group or a meeting with them ($2). */
const met = `role = 'secretariat' or person_id = $2 or person_id in (
  select other.person_id from meeting_group_member other
  where other.alliance_id = $1 and other.group_id in (
    select own.group_id from meeting_group_member own where own.alliance_id = $1 and own.person_id = $2
    union select m.group_id from meeting m where m.alliance_id = $1 and m.chair_id = $2))`;

/**
 * Whom the actor can choose as member, chair or owner, by name: everybody of the alliance for who manages its meetings,
 * otherwise those one meets. Nobody learns the names of people they have nothing to do with.
 */
export async function listPeople(
  tx: Transaction,
  actor: PersonActor,
  seesAll: boolean,
): Promise<RoomPerson[]> {
  return tx.query<RoomPerson>(
    `select * from (${people} and ($3 or ${met})) p order by name collate "da-x-icu", "personId"`,
    [tx.allianceId, actor.personId, seesAll],
  );
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
