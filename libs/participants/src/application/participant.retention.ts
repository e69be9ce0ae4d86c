import { copenhagenDate } from '#libs/kernel';
import type { RetentionRule, Transaction } from '#libs/platform';

async function over(tx: Transaction, before: Date, withdrawn: boolean): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from participant where alliance_id = $1 and consent_ends_on < $2 and consent_withdrawn = $3 order by id`,
    [tx.allianceId, copenhagenDate(before), withdrawn],
  );
  return rows.map(({ id }) => id);
}

function rule(withdrawn: boolean): RetentionRule['apply'] {
  return async (tx, before, tools) => {
    const ids = await over(tx, before, withdrawn);
    for (const id of ids) await tools.erase({ kind: 'participant', id });
    return { rows: ids.length };
  };
}

/** Young people whose consent was withdrawn, some time ago. */
export const withdrawnRetention: RetentionRule = {
  name: 'participants.consent-withdrawn',
  explains: {
    da: 'Den unge slettes med samtykker, destinationer, CPR-nummer og forbundne henvendelser. Oplysningerne er skjult, fra samtykket trækkes tilbage; tiden regnes fra den dag. Antal uden person bliver stående i målingerne.',
    en: 'The participant is erased with consents, destinations, CPR number and linked enquiries. The data is hidden from the moment of withdrawal; the time counts from that day. Counts without a person stay in the measurements.',
  },
  defaultMonths: 1,
  shortestMonths: 1,
  longestMonths: 6,
  apply: rule(true),
};

/** Young people whose consent expired some time ago and was not given anew. */
export const expiredRetention: RetentionRule = {
  name: 'participants.consent-expired',
  explains: {
    da: 'Den unge slettes med samtykker, destinationer, CPR-nummer og forbundne henvendelser, når samtykket ikke er fornyet. Tiden regnes fra samtykkets sidste dag. Antal uden person bliver stående i målingerne.',
    en: 'The participant is erased with consents, destinations, CPR number and linked enquiries when the consent was not renewed. The time counts from the last day of the consent. Counts without a person stay in the measurements.',
  },
  defaultMonths: 12,
  shortestMonths: 1,
  longestMonths: 60,
  apply: rule(false),
};
