import type { ReactElement } from 'react';
import { useText } from '../language/use-text.js';

/** The five things a figure may be; they never look alike. Zero is a value. */
export type Cell =
  | { state: 'value'; value: number }
  | { state: 'stale'; value: number }
  | { state: 'suppressed'; below: number }
  | { state: 'missing' }
  | { state: 'not-applicable' };

/** A figure, or what stands in its place. */
export function CellFigure({
  cell,
  format,
}: {
  cell: Cell;
  format: (value: number) => string;
}): ReactElement {
  const t = useText();
  switch (cell.state) {
    case 'value':
      return <span className="figure">{format(cell.value)}</span>;
    case 'stale':
      return (
        <span className="figure figure-stale">
          {format(cell.value)} <span className="figure-note">({t('kit.cell.stale')})</span>
        </span>
      );
    case 'suppressed':
      return (
        <span className="figure figure-suppressed" title={t('kit.cell.suppressed', { below: cell.below })}>
          <span aria-hidden="true">&lt;{cell.below}</span>
          <span className="sr-only">{t('kit.cell.suppressed', { below: cell.below })}</span>
        </span>
      );
    case 'missing':
      return <span className="figure figure-missing">{t('kit.cell.missing')}</span>;
    case 'not-applicable':
      return (
        <span className="figure figure-none">
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t('kit.cell.notApplicable')}</span>
        </span>
      );
  }
}
