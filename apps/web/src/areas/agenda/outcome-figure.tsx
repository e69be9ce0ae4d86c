import type { ReactElement } from 'react';
import type { IndicatorDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { CurrentFigureLine } from '../measurements/current-figure.js';

/** The figure of an outcome's indicator now, when the reader may see it. */
export function OutcomeFigure({ indicatorId }: { indicatorId: string }): ReactElement | null {
  const { id: allianceId } = useAlliance();
  const { data } = useApi<IndicatorDetail>('/api/v1/alliances/{allianceId}/indicators/{id}', {
    path: { allianceId, id: indicatorId },
  });
  return data === undefined ? null : <CurrentFigureLine current={data.current} unit={data.unit} />;
}
