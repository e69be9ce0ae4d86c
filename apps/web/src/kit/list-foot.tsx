import { useId } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../language/use-text.js';
import { Button } from './button.js';
import type { List } from './use-list.js';

interface ListFootProps {
  list: List<never> | List<unknown>;
  total: number;
  shown: number;
  hasNext: boolean;
  /** A larger total says only that there are more than these. */
  mostCounted: number;
}

const sizes = ['50', '100', '200'];

/** How many rows there are, which are shown, and the way to the next. */
export function ListFoot({ list, total, shown, hasNext, mostCounted }: ListFootProps): ReactElement {
  const t = useText();
  const id = useId();
  const from = (list.page - 1) * list.limit + 1;
  const isPaged = total > shown || list.page > 1;
  return (
    <div className="list-foot">
      <p role="status">
        {isPaged && shown > 0
          ? t(total > mostCounted ? 'kit.table.rangeOfMore' : 'kit.table.range', {
              from,
              to: from + shown - 1,
              total: Math.min(total, mostCounted),
            })
          : t('kit.table.rows', { count: total })}
      </p>
      {isPaged ? (
        <>
          <div className="list-size">
            <label htmlFor={id}>{t('kit.table.perPage')}</label>
            <select
              id={id}
              className="form-select"
              value={String(list.limit)}
              onChange={(event) => {
                list.choose({ limit: event.target.value });
              }}
            >
              {sizes.map((size) => (
                <option key={size}>{size}</option>
              ))}
            </select>
          </div>
          <nav aria-label={t('kit.table.pages')} className="list-pages">
            <Button kind="secondary" disabled={list.page <= 1} onClick={list.back}>
              {t('kit.table.previous')}
            </Button>
            <Button kind="secondary" disabled={!hasNext} onClick={list.forward}>
              {t('kit.table.next')}
            </Button>
          </nav>
        </>
      ) : null}
    </div>
  );
}
