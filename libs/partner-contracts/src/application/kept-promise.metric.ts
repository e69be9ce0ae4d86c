import { Injectable } from '@nestjs/common';
import type { MetricMonth, MetricSource, MonthSpan } from '#libs/measurements';
import type { Transaction } from '#libs/platform';
import { promisesAt } from './kept-promise-rate.query.js';

/** "Kept promises": tells measurements the counts per month in which a promise was settled. */
@Injectable()
export class KeptPromiseMetric implements MetricSource {
  readonly key = 'partner-contracts.kept-promise';
  readonly label = { da: 'Holdte løfter', en: 'Kept promises' };
  readonly definition = {
    da: 'Henvendelser, som partneren besvarede inden for kontraktens svarfrist, og som endte med et tilbud om en plads eller en videregivelse, der blev taget imod, ud af alle henvendelser, der er afsluttet, eller hvis svarfrist er passeret. Henvendelser, som den unge trak tilbage, mens partneren ikke var for sent på den, tælles ikke med. Måneden er den, hvor henvendelsen blev afsluttet, eller hvor svarfristen udløb, hvis det skete først.',
    en: 'Enquiries that the partner answered within the contract’s response time and that ended in an offer or an accepted hand-on, out of all that have ended or are past their response time. Enquiries withdrawn while the partner was not late are left out. The month is that of the end, or of the end of the response time if that came first.',
  };
  readonly refreshedBy = [
    'enquiries.enquiry-received',
    'enquiries.place-offered',
    'enquiries.enquiry-handed-on',
    'enquiries.help-wanted',
    'enquiries.hand-on-accepted',
    'enquiries.enquiry-withdrawn',
  ] as const;

  compute(tx: Transaction, span: MonthSpan): Promise<readonly MetricMonth[]> {
    return tx.query<MetricMonth>(
      `select v.month, count(*) filter (where v.verdict = 'kept')::int as numerator, count(*)::int as denominator
       from (${promisesAt('$2')}) v
       where v.verdict in ('kept', 'not-kept') and v.month between $3 and $4 group by v.month order by v.month`,
      [tx.allianceId, tx.now(), span.fromMonth, span.toMonth],
    );
  }

  /** The next response time that runs out unanswered: from then on the promise counts as not kept. */
  async nextChangeByClock(tx: Transaction): Promise<Date | null> {
    const [next] = await tx.query<{ at: Date | null }>(
      `select min(response_due_at) as at from enquiry
       where alliance_id = $1 and outcome is null and response_due_at >= $2`,
      [tx.allianceId, tx.now()],
    );
    return next?.at ?? null;
  }
}
