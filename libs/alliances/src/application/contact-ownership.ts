import type { Transaction } from '#libs/platform';

/** How many partners of the alliance somebody is contact owner of. */
export async function countOwnedPartners(tx: Transaction, personId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    'select count(*)::int as n from membership where alliance_id = $1 and contact_owner_id = $2',
    [tx.allianceId, personId],
  );
  return row?.n ?? 0;
}

/**
 * Takes the partners from somebody who holds no role in the alliance any more: nobody stays contact owner from outside.
 * @param memberId the role that was ended last, for the event
 */
export async function releasePartners(tx: Transaction, personId: string, memberId: string): Promise<void> {
  const released = await tx.query(
    `with released as (
       update membership set contact_owner_id = null
       where alliance_id = $1 and contact_owner_id = $2 and not exists (
         select from alliance_member m where m.alliance_id = $1 and m.person_id = $2 and m.ended_at is null)
       returning organisation_id)
     update organisation set version = version + 1
     where alliance_id = $1 and id in (select organisation_id from released) returning id`,
    [tx.allianceId, personId],
  );
  if (released.length === 0) return;
  const subject = { kind: 'member', id: memberId };
  await tx.append('alliances.contact-owner-ended', subject, { partners: released.length });
}
