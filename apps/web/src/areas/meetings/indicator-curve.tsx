import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { indicatorSeries } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Chart, Loading } from '../../kit/index.js';
import type { Cell } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { meetingPaths } from './paths.js';

type Series = z.infer<typeof indicatorSeries>;
type Point = Series['points'][number];

/** Percentages come as 0–100 and are drawn as shares. */
function cellOf({ cell }: Point, scale: number): Cell {
  if (cell.state === 'value' || cell.state === 'stale')
    return { state: cell.state, value: cell.value * scale };
  if (cell.state === 'suppressed') return cell;
  return { state: cell.state === 'not_applicable' ? 'not-applicable' : cell.state };
}

/** The curve of an indicator inside an agenda item: everybody looks at the same figures. */
export function IndicatorCurve({ indicatorId }: { indicatorId: string }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const { data, isError } = useApi<Series>(meetingPaths.series, { path: { allianceId, id: indicatorId } });
  if (isError) return <p className="meetings-soft">{t('meetings.curveMissing')}</p>;
  if (data === undefined) return <Loading />;
  const isShare = data.unit === 'percent';
  const scale = isShare ? 0.01 : 1;
  return (
    <Chart
      title={data.name}
      format={isShare ? 'percent' : 'number'}
      series={[
        {
          name: data.name,
          points: data.points.map((point) => ({ period: point.period, cell: cellOf(point, scale) })),
        },
      ]}
      {...(data.targetValue === null ? {} : { target: data.targetValue * scale })}
    />
  );
}
