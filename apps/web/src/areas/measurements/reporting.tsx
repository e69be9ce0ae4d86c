import { useState } from 'react';
import type { ReactElement } from 'react';
import type { IndicatorDetail, Observation, ObservationList, ObservationState } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Button, Loaded, Notice, Section, Status, Table } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { FigureOf } from './current-figure.js';
import { EnterDialog } from './enter-dialog.js';
import type { Entry } from './enter-dialog.js';
import { ObservationSteps } from './observation-steps.js';
import { useFigureWords } from './use-figure-words.js';

const tones: Readonly<Record<ObservationState, StatusTone>> = {
  draft: 'neutral',
  submitted: 'waiting',
  sent_back: 'attention',
  published: 'good',
};

/** What was reported, what is still awaited, and the way to report it. */
export function Reporting({ indicator }: { indicator: IndicatorDetail }): ReactElement {
  const t = useText();
  const words = useFigureWords();
  const { id: allianceId } = useAlliance();
  const [entry, setEntry] = useState<Entry | null>(null);
  const reported = useApi<ObservationList>('/api/v1/alliances/{allianceId}/indicators/{id}/observations', {
    path: { allianceId, id: indicator.id },
  });
  return (
    <div className="measurements-report">
      <Section
        title={t('measurements.report')}
        actions={
          <Button
            kind="secondary"
            onClick={() => {
              setEntry({ period: reported.data?.awaited[0] ?? '', version: 0 });
            }}
          >
            {t('measurements.enter')}
          </Button>
        }
      >
        <p className="measurements-soft">{t('measurements.reportLead')}</p>
        <Loaded query={reported}>
          {({ items, awaited }) => (
            <>
              {awaited.length === 0 ? null : (
                <Notice kind="warning">
                  <p>
                    {t('measurements.awaited', {
                      count: awaited.length,
                      periods: awaited.slice(0, 6).map(words.period).join(', '),
                    })}
                  </p>
                </Notice>
              )}
              {items.length === 0 ? null : (
                <Reported indicator={indicator} items={items} onCorrect={setEntry} />
              )}
            </>
          )}
        </Loaded>
      </Section>
      <EnterDialog
        indicator={indicator}
        entry={entry}
        onClose={() => {
          setEntry(null);
        }}
      />
    </div>
  );
}

interface ReportedProps {
  indicator: IndicatorDetail;
  items: readonly Observation[];
  onCorrect: (entry: Entry) => void;
}

function Reported({ indicator, items, onCorrect }: ReportedProps): ReactElement {
  const t = useText();
  const f = useFormats();
  const words = useFigureWords();
  const isSecretariat = useHasRole('secretariat');
  const mayCorrect = ({ state }: Observation): boolean =>
    isSecretariat || state === 'draft' || state === 'sent_back';
  return (
    <Table<Observation>
      name={t('measurements.report')}
      rows={items}
      rowKey={({ period }) => period}
      columns={[
        {
          key: 'period',
          header: t('measurements.period'),
          isName: true,
          cell: ({ period }) => words.period(period),
        },
        {
          key: 'figure',
          header: t('measurements.value'),
          align: 'end',
          cell: ({ figure, cell }) => {
            if (figure?.kind === 'share')
              return `${f.number(figure.numerator)} / ${f.number(figure.denominator)}`;
            if (figure?.kind === 'value') return words.figure(figure.value, indicator.unit);
            return <FigureOf cell={cell} unit={indicator.unit} />;
          },
        },
        {
          key: 'state',
          header: t('measurements.status'),
          cell: ({ state, sentBackReason }) => (
            <>
              <Status tone={tones[state]}>{t(`measurements.observation.${state}`)}</Status>
              {state === 'sent_back' ? <span className="measurements-soft"> {sentBackReason}</span> : null}
            </>
          ),
        },
        {
          key: 'by',
          header: t('measurements.enteredBy'),
          wide: true,
          cell: ({ enteredBy, changedAt }) => `${enteredBy}, ${f.date(changedAt)}`,
        },
        {
          key: 'steps',
          header: t('measurements.actions'),
          align: 'end',
          cell: (row) => (
            <span className="measurements-steps">
              {mayCorrect(row) ? (
                <Button
                  kind="tertiary"
                  aria-label={t('measurements.correctFor', { period: words.period(row.period) })}
                  onClick={() => {
                    onCorrect({
                      period: row.period,
                      version: row.version,
                      note: row.note,
                      ...(row.figure === null ? {} : { figure: row.figure }),
                    });
                  }}
                >
                  {t('measurements.correct')}
                </Button>
              ) : null}
              <ObservationSteps indicatorId={indicator.id} row={row} />
            </span>
          ),
        },
      ]}
    />
  );
}
