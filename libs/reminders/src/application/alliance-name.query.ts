import type { Transaction } from '#libs/platform';

/** Name and address part of the transaction's alliance. */
export async function readAlliance(tx: Transaction): Promise<{ name: string; slug: string }> {
  const [alliance] = await tx.query<{ name: string; slug: string }>(
    'select name, slug from alliances_alliance where alliance_id = $1',
    [tx.allianceId],
  );
  if (alliance === undefined) throw new Error('the alliance is gone');
  return alliance;
}
