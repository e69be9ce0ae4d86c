import type { ReactElement } from 'react';
import type { IndicatorDetail, IndicatorSeries } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, ButtonLink, Facts, Loaded, Page, Section, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { AgeOf, CompletenessOf, FigureOf, MovementOf, useWhy } from './current-figure.js';
import { IndicatorCurve } from './indicator-curve.js';
import { Reporting } from './reporting.js';
import { indicatorRoute } from './routes.js';
import { useFigureWords } from './use-figure-words.js';
import './measurements.css';

/** One indicator: the figure now, its curve and table, what it means, and reporting for those who report. */
export function IndicatorPage(): ReactElement {
  const { indicatorId: id } = useRouteParams(indicatorRoute);
  const { id: allianceId } = useAlliance();
  const path = { allianceId, id };
  const indicator = useApi<IndicatorDetail>('/api/v1/alliances/{allianceId}/indicators/{id}', { path });
  const series = useApi<IndicatorSeries>('/api/v1/alliances/{allianceId}/indicators/{id}/series', { path });
  return (
    <Loaded query={indicator}>
      {(shown) => (
        <IndicatorSheet indicator={shown}>
          <Loaded query={series}>{(curve) => <IndicatorCurve series={curve} />}</Loaded>
        </IndicatorSheet>
      )}
    </Loaded>
  );
}

interface SheetProps {
  indicator: IndicatorDetail;
  children: ReactElement;
}

function IndicatorSheet({ indicator, children }: SheetProps): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const why = useWhy()(indicator.current.cell);
  return (
    <Page
      title={indicator.name}
      breadcrumbs={[{ label: t('measurements.title'), to: `/a/${slug}/maalinger` }]}
      actions={
        <>
          {indicator.may.edit ? (
            <ButtonLink kind="secondary" to={`/a/${slug}/maalinger/${indicator.id}/ret`}>
              {t('measurements.edit')}
            </ButtonLink>
          ) : null}
          <Button
            kind="secondary"
            onClick={() => {
              window.print();
            }}
          >
            {t('measurements.print')}
          </Button>
        </>
      }
    >
      <Now indicator={indicator} />
      {why === null ? null : <p className="measurements-why">{why}</p>}
      {children}
      <Meaning indicator={indicator} />
      {indicator.may.report ? <Reporting indicator={indicator} /> : null}
      <ThingHistory kind="indicator" id={indicator.id} />
    </Page>
  );
}

function Now({ indicator: { current, unit } }: { indicator: IndicatorDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const words = useFigureWords();
  return (
    <dl className="measurements-now">
      <div className="measurements-big">
        <dt>{current.period === null ? t('measurements.now') : words.period(current.period)}</dt>
        <dd>
          <FigureOf cell={current.cell} unit={unit} />
        </dd>
      </div>
      {current.ageDays === null ? null : (
        <div>
          <dt>{t('measurements.age')}</dt>
          <dd>
            <AgeOf current={current} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('measurements.completeness')}</dt>
        <dd>
          <CompletenessOf figure={current} />
        </dd>
      </div>
      {current.movement === null ? null : (
        <div>
          <dt>{t('measurements.sinceLast')}</dt>
          <dd>
            <MovementOf movement={current.movement} />
          </dd>
        </div>
      )}
      {current.sinceBaseline === null ? null : (
        <div>
          <dt>{t('measurements.sinceBaseline')}</dt>
          <dd>
            <MovementOf movement={current.sinceBaseline} />
          </dd>
        </div>
      )}
      {current.towardsTarget === null ? null : (
        <div>
          <dt>{t('measurements.towardsTarget')}</dt>
          <dd>{f.percent(current.towardsTarget / 100)}</dd>
        </div>
      )}
    </dl>
  );
}

function Meaning({ indicator }: { indicator: IndicatorDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const words = useFigureWords();
  const { language } = useLanguage();
  const { baselineValue, baselinePeriod, targetValue, targetBy, unit } = indicator;
  return (
    <Section title={t('measurements.definition')}>
      <p className="measurements-definition">{indicator.definition}</p>
      <Facts
        rows={[
          [t('measurements.counting'), indicator.counting?.[language] ?? null],
          [t('measurements.direction'), t(`measurements.direction.${indicator.direction}`)],
          [
            t('measurements.baseline'),
            baselineValue === null || baselinePeriod === null
              ? null
              : t('measurements.baselineLine', {
                  value: words.figure(baselineValue, unit),
                  period: words.period(baselinePeriod),
                }),
          ],
          [
            t('measurements.target'),
            targetValue === null || targetBy === null
              ? null
              : t('measurements.targetLine', {
                  value: words.figure(targetValue, unit),
                  date: f.date(targetBy),
                }),
          ],
          [t('measurements.source'), t(`measurements.source.${indicator.source}`)],
          [t('measurements.frequency'), t(`measurements.frequency.${indicator.frequency}`)],
          [t('measurements.level'), t(`measurements.level.${indicator.level}`)],
          [t('measurements.responsible'), indicator.responsibleOrganisationName],
          [
            t('measurements.status'),
            indicator.published ? t('measurements.published') : t('measurements.notPublished'),
          ],
        ]}
      />
    </Section>
  );
}
