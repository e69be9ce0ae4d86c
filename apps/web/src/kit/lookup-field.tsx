import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useController, useFormContext } from 'react-hook-form';
import type { ApiPath, PathValues, QueryValues } from '../api/client.js';
import { apiQuery } from '../api/use-api.js';
import { useText } from '../language/use-text.js';
import { isCprLike } from './cpr-like.js';
import { FieldFrame, useFieldTies } from './field.js';
import type { FieldProps } from './field.js';
import type { Option } from './fields.js';
import type { ListPage } from './use-list.js';

interface LookupFieldProps<Row> extends FieldProps {
  /** A list of the API that takes `q`. */
  path: ApiPath;
  params?: PathValues;
  fixed?: QueryValues;
  optionOf: (row: Row) => Option;
  /** How the value that is there already reads. */
  chosenLabel?: string;
  emptyAs?: null | undefined;
}

const most = 12;

/** Finds one thing among many by typing: arrow keys choose, Enter takes, Escape closes. The value is the option's. */
export function LookupField<Row>(props: LookupFieldProps<Row>): ReactElement {
  const { name, path, params, fixed, optionOf, chosenLabel = '', emptyAs, disabled } = props;
  const t = useText();
  const { control } = useFormContext();
  const {
    field: { onChange, onBlur, ref },
  } = useController({ name, control });
  const ties = useFieldTies(props);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [taken, setTaken] = useState(chosenLabel);
  const [at, setAt] = useState(0);
  const q = useDeferredValue(typed ?? '');
  const open = typed !== null;
  const query = useQuery({
    ...apiQuery<ListPage<Row>>(path, { path: params, query: { ...fixed, q, limit: most } }),
    enabled: open && !isCprLike(q),
    placeholderData: keepPreviousData,
  });
  const list = useRef<HTMLUListElement>(null);
  const found = query.data?.items.length ?? 0;
  useEffect(() => {
    if (open && found > 0) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open, found]);
  const options = (query.data?.items ?? []).map(optionOf);
  const take = (option: Option | undefined): void => {
    if (!option) return;
    onChange(option.value);
    setTaken(option.label);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (!open) setTyped('');
      else setAt(Math.max(0, Math.min(options.length - 1, at + step)));
    }
    if (event.key === 'Enter' && !event.ctrlKey && open) {
      event.preventDefault();
      take(options[at]);
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <FieldFrame {...props}>
      <div className="lookup">
        <input
          {...ties}
          ref={ref}
          type="text"
          role="combobox"
          className="form-input"
          autoComplete="off"
          disabled={disabled}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && options[at] ? `${listId}-${String(at)}` : undefined}
          value={typed ?? taken}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            if (event.target.value === '') {
              onChange(emptyAs);
              setTaken('');
            }
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setTyped(null);
            onBlur();
          }}
        />
        <ul
          ref={list}
          id={listId}
          role="listbox"
          aria-label={props.label}
          hidden={!open}
          className="lookup-list bare-list no-max-width"
        >
          {open
            ? options.map((option, index) => (
                <li
                  key={option.value}
                  id={`${listId}-${String(index)}`}
                  role="option"
                  aria-selected={index === at}
                  className={index === at ? 'lookup-option lookup-at' : 'lookup-option'}
                  onPointerDown={(event) => {
                    // Before the input loses focus and the list closes.
                    event.preventDefault();
                    take(option);
                  }}
                >
                  {option.label}
                  {option.hint ? <span className="lookup-hint">{option.hint}</span> : null}
                </li>
              ))
            : null}
        </ul>
        {open && query.isSuccess && !query.isPlaceholderData && options.length === 0 ? (
          <p className="lookup-none" role="status">
            {t('kit.lookup.none')}
          </p>
        ) : null}
      </div>
    </FieldFrame>
  );
}
