import type { ReactElement } from 'react';
import type { CurrentFigure, FigureCell, Movement, Unit } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useFigureWords } from './use-figure-words.js';
import './measurements.css';

/** One of the five things a cell can say; each looks different and says what it is. */
export function FigureOf({ cell, unit }: { cell: FigureCell; unit: Unit }): ReactElement {
  const t = useText();
  const words = useFigureWords();
  switch (cell.state) {
    case 'value':
      return <span className="figure">{words.figure(cell.value, unit)}</span>;
    case 'stale':
      return (
        <span className="figure measurements-stale">
          {words.figure(cell.value, unit)}{' '}
          <span className="measurements-soft">({t('measurements.state.stale')})</span>
        </span>
      );
    case 'suppressed':
      return (
        <span className="measurements-hidden">
          {t('measurements.state.suppressed', { below: cell.below })}
        </span>
      );
    case 'missing':
      return <span className="measurements-missing">{t('measurements.state.missing')}</span>;
    case 'not_applicable':
      return <span className="measurements-soft">{t('measurements.state.notApplicable')}</span>;
  }
}

/** What a cell that is no plain value means, in a sentence; nothing for a value. */
export function useWhy(): (cell: FigureCell) => string | null {
  const t = useText();
  const words = useFigureWords();
  return (cell) => {
    switch (cell.state) {
      case 'value':
        return null;
      case 'stale':
        return t('measurements.state.staleWhy', { period: words.period(cell.period) });
      case 'suppressed':
        return t('measurements.state.suppressedWhy', { below: cell.below });
      case 'missing':
        return t('measurements.state.missingWhy');
      case 'not_applicable':
        return t('measurements.state.notApplicableWhy');
    }
  };
}

const tones: Readonly<Record<Movement, StatusTone>> = {
  progress: 'good',
  setback: 'bad',
  unchanged: 'neutral',
};

/** Which way it moved, judged by the direction: a falling figure that should fall is progress. */
export function MovementOf({ movement }: { movement: Movement | null }): ReactElement | null {
  const t = useText();
  if (movement === null) return null;
  return <Status tone={tones[movement]}>{t(`measurements.movement.${movement}`)}</Status>;
}

/** How old a figure is. */
export function AgeOf({ current }: { current: CurrentFigure }): ReactElement | null {
  const t = useText();
  const words = useFigureWords();
  if (current.ageDays === null) return null;
  return <>{current.preliminary ? t('measurements.running') : words.age(current.ageDays)}</>;
}

/** The response rate behind a figure, or why there is none. */
export function CompletenessOf({
  figure: { completeness, known, unknown },
}: {
  figure: Pick<CurrentFigure, 'completeness' | 'known' | 'unknown'>;
}): ReactElement {
  const t = useText();
  const words = useFigureWords();
  if (completeness !== null) return <>{words.rate(completeness)}</>;
  const hidden = known?.state === 'suppressed' || unknown?.state === 'suppressed';
  return (
    <span className="measurements-soft">
      {hidden ? t('measurements.rateHidden') : t('measurements.notCounted')}
    </span>
  );
}

/** A figure in a running text, with its period and response rate. */
export function CurrentFigureLine({ current, unit }: { current: CurrentFigure; unit: Unit }): ReactElement {
  const t = useText();
  const words = useFigureWords();
  const beside = [
    current.period === null ? null : words.period(current.period),
    current.completeness === null ? null : t('measurements.rate', { rate: words.rate(current.completeness) }),
  ].filter((part) => part !== null);
  return (
    <span className="measurements-line">
      <FigureOf cell={current.cell} unit={unit} />{' '}
      {beside.length === 0 ? null : <span className="measurements-soft">{beside.join(' · ')}</span>}
    </span>
  );
}
