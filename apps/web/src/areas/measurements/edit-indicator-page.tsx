import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { IndicatorDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { IndicatorForm } from './indicator-form.js';
import { editIndicatorRoute } from './routes.js';

const path = '/api/v1/alliances/{allianceId}/indicators/{id}';

/** Changes what is said of an indicator. */
export function EditIndicatorPage(): ReactElement {
  const { indicatorId: id } = useRouteParams(editIndicatorRoute);
  const { id: allianceId } = useAlliance();
  const indicator = useApi<IndicatorDetail>(path, { path: { allianceId, id } });
  return <Loaded query={indicator}>{(shown) => <Edit indicator={shown} />}</Loaded>;
}

function Edit({ indicator }: { indicator: IndicatorDetail }): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  const navigate = useNavigate();
  const save = useSend<IndicatorDetail>('PUT', path);
  const here = `/a/${slug}/maalinger/${indicator.id}`;
  const back = (): void => void navigate({ to: here });
  const { name, definition, unit, direction, source, metricKey, frequency, level } = indicator;
  const { responsibleOrganisationId, baselineValue, baselinePeriod, targetValue, targetBy, published } =
    indicator;
  return (
    <Page
      title={t('measurements.edit')}
      narrow
      breadcrumbs={[
        { label: t('measurements.title'), to: `/a/${slug}/maalinger` },
        { label: name, to: here },
      ]}
    >
      <IndicatorForm
        defaultValues={{
          name,
          definition,
          unit,
          direction,
          source,
          metricKey,
          frequency,
          level,
          responsibleOrganisationId,
          baselineValue,
          baselinePeriod,
          targetValue,
          targetBy,
          published,
        }}
        onSave={(body) =>
          save.mutateAsync({ path: { allianceId, id: indicator.id }, body, version: indicator.version })
        }
        onSaved={back}
        onCancel={back}
      />
    </Page>
  );
}
