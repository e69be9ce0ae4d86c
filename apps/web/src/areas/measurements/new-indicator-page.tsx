import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { IndicatorForm } from './indicator-form.js';

/** Makes an indicator. */
export function NewIndicatorPage(): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  const navigate = useNavigate();
  const add = useSend<{ id: string }>('POST', '/api/v1/alliances/{allianceId}/indicators');
  const list = `/a/${slug}/maalinger`;
  return (
    <Page title={t('measurements.new')} narrow breadcrumbs={[{ label: t('measurements.title'), to: list }]}>
      <IndicatorForm
        defaultValues={{
          name: '',
          definition: '',
          unit: 'percent',
          direction: 'should_rise',
          source: 'derived',
          metricKey: null,
          frequency: 'month',
          level: 'performance',
          responsibleOrganisationId: null,
          baselineValue: null,
          baselinePeriod: null,
          targetValue: null,
          targetBy: null,
          published: true,
        }}
        onSave={(body) => add.mutateAsync({ path: { allianceId }, body })}
        onSaved={({ id }) => void navigate({ to: `${list}/${id}` })}
        onCancel={() => void navigate({ to: list })}
      />
    </Page>
  );
}
