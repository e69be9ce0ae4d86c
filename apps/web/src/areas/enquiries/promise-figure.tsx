import type { ReactElement } from 'react';
import type { PromiseCount } from '#libs/api-schema';
import { CellFigure } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

/** A rate with the counts behind it; hidden when they are few, and in words when there is nothing to measure. */
export function PromiseFigure({ count }: { count: PromiseCount }): ReactElement {
  const t = useText();
  const f = useFormats();
  if (count.state === 'suppressed') return <CellFigure cell={count} format={f.percent} />;
  const { kept, counted, rate } = count;
  return (
    <>
      {rate === null
        ? t('enquiries.promiseNone')
        : `${f.percent(rate)} (${t('enquiries.promiseOf', { kept, counted })})`}
    </>
  );
}
