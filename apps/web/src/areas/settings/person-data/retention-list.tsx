import { useState } from 'react';
import type { ReactElement } from 'react';
import { useAlliance, useHasRole } from '../../../api/session.js';
import { useApi } from '../../../api/use-api.js';
import { Button, EmptyState, Loaded, Section, Table } from '../../../kit/index.js';
import { useLanguage } from '../../../language/language-provider.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { ChangeRetention } from './change-retention.js';
import { retentionPath, type Rule, type Rules } from './retention-rule.js';

/** How long things are kept, when the rules run next, and what they did. */
export function RetentionList(): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const rules = useApi<Rules>(retentionPath, { path: { allianceId } });
  return (
    <Section title={t('personData.rules')}>
      <Loaded query={rules}>{(found) => <RuleTable rules={found} />}</Loaded>
    </Section>
  );
}

function RuleTable({ rules }: { rules: Rules }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { language } = useLanguage();
  const mayChange = useHasRole('secretariat');
  const [changing, setChanging] = useState<Rule | null>(null);
  if (rules.items.length === 0)
    return <EmptyState title={t('personData.noRules')}>{t('personData.noRulesHelp')}</EmptyState>;
  return (
    <>
      <p>{t('personData.nextRun', { when: f.dateTime(rules.nextRunAt) })}</p>
      <Table<Rule>
        name={t('personData.rules')}
        rows={rules.items}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'title',
            header: t('personData.rule'),
            isName: true,
            cell: ({ title }) => title[language],
          },
          {
            key: 'explains',
            header: t('personData.explains'),
            cell: ({ explains }) => <span className="cell-text">{explains[language]}</span>,
          },
          {
            key: 'months',
            header: t('personData.keptFor'),
            cell: ({ months }) => t('personData.months', { months }),
          },
          {
            key: 'lastRun',
            header: t('personData.lastRun'),
            cell: ({ lastRun }) =>
              lastRun === null
                ? t('personData.neverRan')
                : t('personData.ran', { when: f.dateTime(lastRun.at), rows: lastRun.rows }),
          },
          {
            key: 'rowsInAll',
            header: t('personData.inAll'),
            align: 'end',
            cell: ({ rowsInAll }) => f.number(rowsInAll),
          },
          ...(mayChange
            ? [
                {
                  key: 'actions',
                  header: t('personData.actions'),
                  isActions: true,
                  cell: (rule: Rule) => (
                    <Button
                      kind="tertiary"
                      aria-label={t('personData.changeOf', { rule: rule.title[language] })}
                      onClick={() => {
                        setChanging(rule);
                      }}
                    >
                      {t('personData.change')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing === null ? null : (
        <ChangeRetention
          rule={changing}
          onClose={() => {
            setChanging(null);
          }}
        />
      )}
    </>
  );
}
