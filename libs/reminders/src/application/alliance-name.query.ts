import type { Transaction } from '#libs/platform';

/** Name and address part of the transaction's alliance, and whether everybody in it is invented. */
export async function readAlliance(
  tx: Transaction,
): Promise<{ name: string; slug: string; isExample: boolean }> {
  const [alliance] = await tx.query<{ name: string; slug: string; isExample: boolean }>(
    'select name, slug, is_example as "isExample" from alliances_alliance where alliance_id = $1',
    [tx.allianceId],
  );
  if (alliance === undefined) throw new Error('the alliance is gone');
  return alliance;
}
