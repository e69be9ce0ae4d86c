import type { ReactElement } from 'react';
import type { ParticipantDetail } from '#libs/api-schema';
import { Section, Table } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { useTypeName } from './spell-words.js';

/** What each year counts as: the destination with most days of it. Nothing where no year is known. */
export function YearlyStatus({ participant }: { participant: ParticipantDetail }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const nameOf = useTypeName();
  if (participant.years.length === 0) return null;
  return (
    <Section title={t('participants.years')}>
      <p>{t('participants.yearsLead')}</p>
      <Table<ParticipantDetail['years'][number]>
        name={t('participants.years')}
        rows={participant.years}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'year', header: t('participants.year'), isName: true, cell: ({ year }) => year },
          { key: 'type', header: t('participants.destination'), cell: nameOf },
          {
            key: 'class',
            header: t('participants.class'),
            cell: (status) => t(`participants.class.${status.class}`),
          },
          { key: 'days', header: t('participants.days'), align: 'end', cell: ({ days }) => f.number(days) },
        ]}
      />
    </Section>
  );
}
