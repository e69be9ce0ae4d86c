import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.js';
import { Button } from './button.js';
import { isCprLike } from './cpr-like.js';
import type { ListFilter } from './data-table.js';
import { usePageKey } from './keys.js';
import type { Column } from './table.js';
import type { List } from './use-list.js';

interface ListToolsProps<Row> {
  list: List<Row>;
  filters: readonly ListFilter[];
  columns: readonly Column<Row>[];
  search: boolean;
  defaultSort: string | undefined;
  /** Buttons at the end. */
  children: ReactNode;
}

/** The row above a list: search, filters, sorting (on a phone, where there is no head), export and print. */
export function ListTools<Row>({
  list,
  filters,
  columns,
  search,
  defaultSort,
  children,
}: ListToolsProps<Row>): ReactElement {
  const t = useText();
  const sortable = columns.filter((column) => column.sortable);
  return (
    <div className="list-tools">
      {search ? (
        <SearchBox
          q={list.q}
          onSearch={(q) => {
            list.choose({ q });
          }}
        />
      ) : null}
      {filters.map((filter) => (
        <Choice
          key={filter.key}
          label={filter.label}
          value={list.chosen[filter.key] ?? ''}
          options={[{ value: '', label: t('kit.table.all') }, ...filter.options]}
          onChoose={(value) => {
            list.choose({ [filter.key]: value });
          }}
        />
      ))}
      {sortable.length > 0 ? (
        <div className="phone-only">
          <Choice
            label={t('kit.table.sort')}
            value={list.sort ?? ''}
            options={sortable.flatMap(({ key, header }) => [
              { value: key, label: `${header} ▲` },
              { value: `-${key}`, label: `${header} ▼` },
            ])}
            onChoose={(sort) => {
              list.choose({ sort: sort === defaultSort ? undefined : sort });
            }}
          />
        </div>
      ) : null}
      {list.isNarrowed ? (
        <Button
          kind="tertiary"
          onClick={() => {
            list.choose(
              Object.fromEntries([['q', undefined], ...filters.map(({ key }) => [key, undefined])]) as Record<
                string,
                undefined
              >,
            );
          }}
        >
          {t('kit.table.clear')}
        </Button>
      ) : null}
      <div className="list-tools-end">{children}</div>
    </div>
  );
}

function SearchBox({ q, onSearch }: { q: string; onSearch: (q: string) => void }): ReactElement {
  const t = useText();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  if (known !== q) {
    // The address changed by other means (back, clear filters): show what it says.
    setKnown(q);
    setTyped(q);
  }
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  const isRefused = isCprLike(typed);
  useEffect(() => {
    if (typed === q || isRefused) return undefined;
    const timer = setTimeout(() => {
      setKnown(typed);
      search.current(typed);
    }, 250);
    return () => {
      clearTimeout(timer);
    };
  }, [typed, q, isRefused]);
  usePageKey({ key: '/', label: t('kit.keys.search'), run: useCallback(() => box.current?.focus(), []) });
  return (
    <div className="list-tool list-search">
      <label htmlFor={id}>{t('kit.table.search')}</label>
      <input
        ref={box}
        id={id}
        type="search"
        className="form-input"
        value={typed}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `${id}-refused` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      {isRefused ? (
        <span id={`${id}-refused`} role="status" className="form-error-message">
          {t('kit.table.noCpr')}
        </span>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <div className="list-tool">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="form-select"
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
