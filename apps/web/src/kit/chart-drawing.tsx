import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import * as Plot from '@observablehq/plot';
import type { ChartProps, Series } from './chart.js';

interface DrawingProps extends ChartProps {
  write: (value: number) => string;
  writePeriod: (period: string) => string;
  targetLabel: string;
}

interface Point {
  series: string;
  period: Date;
  label: string;
  value: number | null;
  state: string;
}

// Told apart by shade and by dash, and named in the table; never by hue alone.
const shades = ['#00596b', '#b3541e', '#5b4a8a', '#4d6b00', '#8a1f4d'];

function pointsOf(series: readonly Series[], writePeriod: (period: string) => string): Point[] {
  return series.flatMap(({ name, points }) =>
    points.map(({ period, cell }) => ({
      series: name,
      period: new Date(period.length === 7 ? `${period}-01` : period),
      label: writePeriod(period),
      value: 'value' in cell ? cell.value : null,
      state: cell.state,
    })),
  );
}

/** The drawing of a chart (loaded only where one is shown). Hidden from screen readers: the table beside it says the same. */
export function ChartDrawing(props: DrawingProps): ReactElement {
  const { series, format, target, write, writePeriod, targetLabel } = props;
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = place.current;
    if (!box) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    watcher.observe(box);
    return () => {
      watcher.disconnect();
    };
  }, []);
  useEffect(() => {
    const box = place.current;
    if (!box || width === 0) return undefined;
    const points = pointsOf(series, writePeriod);
    const forecasts = new Set(series.filter(({ kind }) => kind === 'forecast').map(({ name }) => name));
    const drawing = Plot.plot({
      width,
      height: Math.max(200, Math.min(340, Math.round(width * 0.42))),
      marginLeft: 52,
      marginBottom: 32,
      className: 'plot',
      x: {
        label: null,
        type: 'utc',
        ticks: Math.max(2, Math.floor(width / 110)),
        tickFormat: tickOf(writePeriod),
      },
      y: { label: null, grid: true, zero: format === 'percent', tickFormat: write, ticks: 5, nice: true },
      color: { domain: series.map(({ name }) => name), range: shades },
      marks: [
        ...(target === undefined
          ? []
          : [
              Plot.ruleY([target], { stroke: '#1a1a1a', strokeDasharray: '2 4' }),
              Plot.text([target], {
                y: (value: number) => value,
                text: () => `${targetLabel} ${write(target)}`,
                frameAnchor: 'left',
                dx: 4,
                dy: -8,
                textAnchor: 'start',
              }),
            ]),
        ...series.map(({ name }) =>
          Plot.line(
            points.filter((point) => point.series === name),
            {
              x: 'period',
              y: 'value',
              stroke: 'series',
              strokeWidth: 2,
              ...(forecasts.has(name) ? { strokeDasharray: '6 4' } : {}),
            },
          ),
        ),
        Plot.dot(
          points.filter(({ state }) => state === 'value'),
          { x: 'period', y: 'value', fill: 'series', r: 3.5 },
        ),
        Plot.dot(
          points.filter(({ state }) => state === 'stale'),
          {
            x: 'period',
            y: 'value',
            stroke: 'series',
            fill: 'white',
            r: 4,
          },
        ),
        Plot.dot(
          points.filter(({ state }) => state === 'suppressed'),
          {
            x: 'period',
            frameAnchor: 'bottom',
            symbol: 'times',
            stroke: '#595959',
            r: 4,
            dy: -6,
          },
        ),
        Plot.tip(
          points.filter(({ value }) => value !== null),
          Plot.pointerX({
            x: 'period',
            y: 'value',
            title: (point: Point) => `${point.label}\n${point.series}: ${write(point.value ?? 0)}`,
          }),
        ),
        ...(series.length > 1
          ? [
              Plot.text(
                points.filter((point) => isLast(point, points)),
                { x: 'period', y: 'value', text: 'series', fill: 'series', textAnchor: 'end', dy: -10 },
              ),
            ]
          : []),
      ],
    });
    // Plot brings a <style> of its own, which a strict content policy refuses; chart.css says the same.
    for (const style of drawing.querySelectorAll('style')) style.remove();
    box.replaceChildren(drawing);
    return () => {
      drawing.remove();
    };
  }, [series, format, target, write, writePeriod, targetLabel, width]);
  return <div ref={place} className="chart-drawing" aria-hidden="true" />;
}

function isLast(point: Point, points: readonly Point[]): boolean {
  return (
    point.value !== null &&
    points.findLast(({ series, value }) => series === point.series && value !== null) === point
  );
}

function tickOf(writePeriod: (period: string) => string): (date: Date) => string {
  return (date) => writePeriod(date.toISOString().slice(0, 7));
}
