import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { erasureList } from '#libs/api-schema';
import { useAlliance } from '../../../api/session.js';
import { useApi } from '../../../api/use-api.js';
import { EmptyState, Loaded, Section, Status, Table } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';

type Erasures = z.output<typeof erasureList>;

/** Who was erased, without names: when, what kind, why, and whether it was done again after a restore. */
export function ErasureTable(): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const erasures = useApi<Erasures>('/api/v1/alliances/{allianceId}/erasures', { path: { allianceId } });
  return (
    <Section title={t('personData.erasures')}>
      <p>{t('personData.erasuresLead')}</p>
      <Loaded query={erasures}>{(found) => <Rows erasures={found} />}</Loaded>
    </Section>
  );
}

function Rows({ erasures }: { erasures: Erasures }): ReactElement {
  const t = useText();
  const f = useFormats();
  if (erasures.items.length === 0)
    return <EmptyState title={t('personData.noErasures')}>{t('personData.noErasuresHelp')}</EmptyState>;
  return (
    <Table
      name={t('personData.erasures')}
      rows={erasures.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'askedAt',
          header: t('personData.when'),
          isName: true,
          cell: ({ askedAt }) => f.dateTime(askedAt),
        },
        { key: 'kind', header: t('personData.who'), cell: ({ kind }) => t(`personData.kind.${kind}`) },
        {
          key: 'reason',
          header: t('personData.why'),
          cell: ({ reason }) => t(`personData.reason.${reason}`),
        },
        { key: 'rows', header: t('personData.rows'), align: 'end', cell: ({ rows }) => f.number(rows) },
        {
          key: 'state',
          header: t('personData.state'),
          cell: ({ doneAt, replayedAt }) => (
            <Status tone={doneAt === null ? 'waiting' : 'good'}>
              {doneAt === null
                ? t('personData.underWay')
                : replayedAt === null
                  ? t('personData.done')
                  : t('personData.replayed', { when: f.dateTime(replayedAt) })}
            </Status>
          ),
        },
      ]}
    />
  );
}
