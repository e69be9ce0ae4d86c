import type { RetentionRule } from '#libs/platform';

/** Invitations that are over; what came of an accepted one, the role, stays. */
export const invitationRetention: RetentionRule = {
  name: 'alliances.ended-invitations',
  explains: {
    da: 'Invitationer, der er taget imod, trukket tilbage eller udløbet, fjernes med navn og mail. Tiden regnes fra det, der skete først. Den rolle, en invitation gav, bliver.',
    en: 'Invitations that were accepted, withdrawn or expired are removed with name and mail. The time counts from whichever came first. The role an invitation gave stays.',
  },
  defaultMonths: 12,
  shortestMonths: 1,
  longestMonths: 60,
  apply: async (tx, before) => {
    const gone = await tx.query(
      `delete from invitation
       where alliance_id = $1 and least(accepted_at, withdrawn_at, expires_at) < $2 returning id`,
      [tx.allianceId, before],
    );
    return { rows: gone.length };
  },
};
