import type { ReactElement } from 'react';
import type { z } from 'zod';
import { accessPurposes } from '#libs/api-schema';
import type { accessLogPage } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Loaded, Section, Table } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { personDataPaths } from './person-data-paths.js';
import type { RightsOf } from './person-data-paths.js';

type Log = z.output<typeof accessLogPage>;

/** Who has seen somebody's data, newest first. Looking here is a line of its own. */
export function WhoHasSeen({ kind, subjectId }: RightsOf): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const log = useApi<Log>(personDataPaths.accessLog, { path: { allianceId, subjectKind: kind, subjectId } });
  return (
    <Section title={t('rights.seen')}>
      <p>{t('rights.seenLead')}</p>
      <Loaded query={log}>{(found) => <Entries log={found} />}</Loaded>
    </Section>
  );
}

function Entries({ log }: { log: Log }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { language } = useLanguage();
  if (log.items.length === 0) return <p>{t('rights.seenNone')}</p>;
  const rows = log.items.map((item, index) => ({ ...item, key: `${item.at} ${String(index)}` }));
  return (
    <>
      <Table
        name={t('rights.seen')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'at', header: t('rights.seenAt'), isName: true, cell: ({ at }) => f.dateTime(at) },
          { key: 'who', header: t('rights.seenWho'), cell: ({ who }) => who ?? t('rights.seenProduct') },
          {
            key: 'organisation',
            header: t('rights.seenFor'),
            cell: ({ organisation }) => organisation ?? '',
          },
          {
            key: 'purpose',
            header: t('rights.seenWhy'),
            cell: ({ purpose }) => accessPurposes[purpose]?.[language] ?? purpose,
          },
        ]}
      />
      {log.total > log.items.length ? (
        <p>{t('rights.seenMore', { shown: log.items.length, total: log.total })}</p>
      ) : null}
    </>
  );
}
