import type { ReactElement, ReactNode } from 'react';
import { useText } from '../language/use-text.js';

/** One column. */
export interface Column<Row> {
  /** Unique; the key the server sorts by when `sortable`. */
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  /** Numbers stand at the end. */
  align?: 'end';
  /** The row's name: a row header, and the title of the card on a phone. */
  isName?: boolean;
  /** A day, a time or a period: it keeps its lines whole, on paper too. */
  isWhen?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
  /** Holds buttons: its header is only for those who do not see the table, and it is left out of files and print. */
  isActions?: boolean;
  /** What an exported file says; needed where `cell` is not plain text. */
  text?: (row: Row) => string;
}

interface TableProps<Row> {
  /** What the table is, for those who do not see it. */
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** 'name' or '-name' */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  /** Cards on a phone (default) or a table that scrolls sideways, for figures that are compared. */
  phone?: 'cards' | 'scroll';
}

/** A dense table: 40 px rows, a head that stays, cards on a phone. Shows the rows it is given; see DataTable for lists. */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { name, columns, rows, rowKey, sort, onSort, phone = 'cards' } = props;
  const t = useText();
  const table = (
    <table className={`dense-table ${phone === 'cards' ? 'dense-table-cards' : ''}`}>
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (phone === 'cards') return <div className="table-fit">{table}</div>;
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className="table-scroll" role="region" aria-label={t('kit.table.scroll', { name })} tabIndex={0}>
      {table}
    </div>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>): ReactElement {
  const { key, header, sortable, align, wide, isActions } = column;
  const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined;
  const place = classes(align === 'end' && 'cell-end', wide && 'cell-wide', isActions && 'cell-actions');
  if (!sortable || !onSort) {
    return (
      <th scope="col" className={place}>
        {isActions ? <span className="sr-only">{header}</span> : header}
      </th>
    );
  }
  return (
    <th scope="col" className={place} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className="sort-button"
        onClick={() => {
          onSort(direction === 'ascending' ? `-${key}` : key);
        }}
      >
        {header}
        <span className="sort-mark" aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
        </span>
      </button>
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }): ReactElement {
  const { header, cell, align, wide, isName, isActions, isWhen } = column;
  const place = classes(
    isWhen && 'cell-when',
    align === 'end' && 'cell-end',
    wide && 'cell-wide',
    isName && 'cell-name',
    isActions && 'cell-actions',
  );
  if (isName) {
    return (
      <th scope="row" className={place}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td className={place} data-label={isActions ? '' : header}>
      {cell(row)}
    </td>
  );
}

function classes(...names: (string | false | undefined)[]): string | undefined {
  const all = names.filter(Boolean).join(' ');
  return all === '' ? undefined : all;
}
