import { Injectable } from '@nestjs/common';
import type { MetricMonth, MetricSource, MonthSpan } from '#libs/measurements';
import type { Transaction } from '#libs/platform';

/** "Share of young people with a positive destination": tells measurements the counts of each month's last day. */
@Injectable()
export class PositiveDestinationMetric implements MetricSource {
  readonly key = 'participants.positive-destination';
  readonly label = {
    da: 'Unge med en positiv destination',
    en: 'Young people with a positive destination',
  };
  readonly definition = {
    da: 'Unge, hvis bekræftede destination på månedens sidste dag er positiv, ud af alle unge med en bekræftet, kendt destination den dag. Unge uden destination, med en ukendt eller en, der ikke er bekræftet til tiden, tælles som ukendte. Har en ung flere destinationer samme dag, gælder den mest positive.',
    en: 'Young people whose confirmed destination on the last day of the month is positive, out of all with a confirmed, known destination that day. Those without one, with an unknown one, or with one not confirmed in time, count as unknown. Of several destinations on one day the most positive counts.',
  };
  readonly refreshedBy = [
    'participants.participant-registered',
    'participants.destination-logged',
    'participants.destination-confirmed',
    'participants.destination-ended',
    'participants.destination-retracted',
    'participants.consent-given',
    'participants.consent-withdrawn',
  ] as const;

  compute(tx: Transaction, span: MonthSpan): Promise<readonly MetricMonth[]> {
    return tx.query<MetricMonth>(
      `select month,
         coalesce(sum(people) filter (where confirmed and class = 'positive'), 0)::int as numerator,
         coalesce(sum(people) filter (where confirmed and class <> 'unknown'), 0)::int as denominator,
         coalesce(sum(people) filter (where not confirmed or class = 'unknown'), 0)::int as unknown
       from participants_destination_month
       where alliance_id = $1 and month between $2 and $3 group by month order by month`,
      [tx.allianceId, span.fromMonth, span.toMonth],
    );
  }
}
