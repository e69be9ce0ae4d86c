import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { indicatorLevels, indicatorSources } from '#libs/api-schema';
import type { DisclosureRule, IndicatorListed } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, DataTable, EmptyState, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AgeOf, CompletenessOf, FigureOf, MovementOf, useWhy } from './current-figure.js';
import { DisclosureRuleButton } from './disclosure-rule.js';
import { useFigureWords } from './use-figure-words.js';

/** All indicators, each with its newest figure, its age and what it rests on. */
export function IndicatorsPage(): ReactElement {
  const t = useText();
  const words = useFigureWords();
  const why = useWhy();
  const { id: allianceId, slug } = useAlliance();
  const mayEdit = useHasRole('secretariat');
  const rule = useApi<DisclosureRule>('/api/v1/alliances/{allianceId}/disclosure-rule', {
    path: { allianceId },
  });
  const figureText = ({ current, unit }: IndicatorListed): string =>
    current.cell.state === 'value' || current.cell.state === 'stale'
      ? words.figure(current.cell.value, unit)
      : (why(current.cell) ?? '');
  return (
    <Page
      title={t('measurements.title')}
      lead={rule.data === undefined ? null : t('measurements.lead', { below: rule.data.suppressBelow })}
      actions={
        mayEdit ? (
          <>
            <ButtonLink to={`/a/${slug}/maalinger/ny`}>{t('measurements.new')}</ButtonLink>
            {rule.data === undefined ? null : <DisclosureRuleButton rule={rule.data} />}
          </>
        ) : null
      }
    >
      <DataTable<IndicatorListed>
        name={t('measurements.list')}
        path="/api/v1/alliances/{allianceId}/indicators"
        params={{ allianceId }}
        defaultSort="name"
        rowKey={({ id }) => id}
        exportAs="indikatorer"
        filters={[
          {
            key: 'level',
            label: t('measurements.level'),
            options: indicatorLevels.map((value) => ({ value, label: t(`measurements.level.${value}`) })),
          },
          {
            key: 'source',
            label: t('measurements.source'),
            options: indicatorSources.map((value) => ({ value, label: t(`measurements.source.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'name',
            header: t('measurements.name'),
            sortable: true,
            isName: true,
            cell: ({ id, name, published }) => (
              <>
                <Link to={`/a/${slug}/maalinger/${id}`}>{name}</Link>
                {published ? null : (
                  <span className="measurements-soft"> · {t('measurements.notPublished')}</span>
                )}
              </>
            ),
            text: ({ name }) => name,
          },
          {
            key: 'now',
            header: t('measurements.now'),
            align: 'end',
            cell: ({ current, unit }) => <FigureOf cell={current.cell} unit={unit} />,
            text: figureText,
          },
          {
            key: 'movement',
            header: t('measurements.movement'),
            cell: ({ current }) => <MovementOf movement={current.movement} />,
            text: ({ current }) =>
              current.movement === null ? '' : t(`measurements.movement.${current.movement}`),
          },
          {
            key: 'period',
            header: t('measurements.period'),
            cell: ({ current }) => (current.period === null ? null : words.period(current.period)),
            text: ({ current }) => current.period ?? '',
          },
          {
            key: 'age',
            header: t('measurements.age'),
            align: 'end',
            cell: ({ current }) => <AgeOf current={current} />,
            text: ({ current }) => (current.ageDays === null ? '' : words.age(current.ageDays)),
          },
          {
            key: 'completeness',
            header: t('measurements.completeness'),
            align: 'end',
            cell: ({ current }) => <CompletenessOf figure={current} />,
            text: ({ current }) => (current.completeness === null ? '' : words.rate(current.completeness)),
          },
          {
            key: 'target',
            header: t('measurements.target'),
            align: 'end',
            wide: true,
            cell: ({ targetValue, targetBy, unit }) =>
              targetValue === null || targetBy === null
                ? null
                : t('measurements.targetShort', {
                    value: words.figure(targetValue, unit),
                    year: targetBy.slice(0, 4),
                  }),
            text: ({ targetValue, unit }) => (targetValue === null ? '' : words.figure(targetValue, unit)),
          },
        ]}
        empty={
          <EmptyState
            title={t('measurements.empty')}
            action={
              mayEdit ? <ButtonLink to={`/a/${slug}/maalinger/ny`}>{t('measurements.new')}</ButtonLink> : null
            }
          >
            {mayEdit ? t('measurements.emptyHelp') : t('measurements.emptyReader')}
          </EmptyState>
        }
      />
    </Page>
  );
}
