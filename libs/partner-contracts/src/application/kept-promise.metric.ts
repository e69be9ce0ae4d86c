import { Injectable } from '@nestjs/common';
import type { MetricMonth, MetricSource, MonthSpan } from '#libs/measurements';
import type { Transaction } from '#libs/platform';

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
      `select month, count(*) filter (where kept)::int as numerator, count(*) filter (where counted)::int as denominator
       from partner_contracts_promise
       where alliance_id = $1 and counted and month between $2 and $3 group by month order by month`,
      [tx.allianceId, span.fromMonth, span.toMonth],
    );
  }
}
