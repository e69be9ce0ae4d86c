import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ApiPath, PathValues, QueryValues } from '../api/client.js';
import { useText } from '../language/use-text.js';
import { Button } from './button.js';
import { downloadCsv } from './csv-file.js';
import type { Option } from './fields.js';
import { ListFoot } from './list-foot.js';
import { ListTools } from './list-tools.js';
import { useToast } from './live-region.js';
import { ProblemNotice, problemText } from './problem-notice.js';
import { EmptyState, Loading } from './states.js';
import { Table } from './table.js';
import type { Column } from './table.js';
import { useList } from './use-list.js';

/** A choice above a list; `key` is the API's own parameter. */
export interface ListFilter {
  key: string;
  label: string;
  options: readonly Option[];
}

interface DataTableProps<Row> {
  name: string;
  path: ApiPath;
  params?: PathValues;
  fixed?: QueryValues;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  filters?: readonly ListFilter[];
  /** false = the list has no search. */
  search?: boolean;
  defaultSort?: string;
  /** How far the API counts: a larger total says that there are more than these. */
  mostCounted?: number;
  /** What stands here while the list has never had a row. */
  empty: ReactNode;
  phone?: 'cards' | 'scroll';
  /** Rows that are about to change by themselves: while there are some, the list is read again every few seconds. */
  isUnderWay?: (row: Row) => boolean;
  /** Name of the exported file, without ending: the page makes a CSV of all rows itself. */
  exportAs?: string;
  /** The API's own export of the list (`?format=csv|xlsx` and the list's filters); instead of `exportAs`. */
  exportPath?: ApiPath;
}

/** A list of the API: search, filters, sorting, paging, export and print, with its state in the address. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const {
    name,
    path,
    params,
    fixed,
    columns,
    rowKey,
    filters = [],
    defaultSort,
    empty,
    phone,
    exportAs,
    exportPath,
  } = props;
  const t = useText();
  const toast = useToast();
  const list = useList<Row>({
    path,
    filters: filters.map(({ key }) => key),
    defaultSort,
    ...(params ? { params } : {}),
    ...(fixed ? { fixed } : {}),
    ...(props.isUnderWay ? { isUnderWay: props.isUnderWay } : {}),
  });
  const [all, setAll] = useState<Row[] | null>(null);
  const [busy, setBusy] = useState(false);
  const withEveryRow = async (show: (rows: Row[]) => void): Promise<void> => {
    setBusy(true);
    try {
      show(await list.everyRow());
    } catch (error) {
      toast({ text: problemText(error, t) });
    } finally {
      setBusy(false);
    }
  };
  const print = (rows: Row[]): void => {
    flushSync(() => {
      setAll(rows);
    });
    // Some browsers answer before the dialog is closed, so the rows stay until printing is over.
    window.addEventListener(
      'afterprint',
      () => {
        setAll(null);
      },
      { once: true },
    );
    window.print();
  };
  const { data, isError, error, refetch, isPlaceholderData } = list.query;
  if (!data) return isError ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const rows = all ?? data.items;
  if (data.total === 0 && !list.isNarrowed) return <>{empty}</>;
  return (
    <section className="data-table" aria-label={name} aria-busy={isPlaceholderData || busy}>
      <ListTools
        list={list}
        filters={filters}
        columns={columns}
        search={props.search ?? true}
        defaultSort={defaultSort}
      >
        {exportPath === undefined ? null : (
          <ExportLinks href={(format) => list.exportAddress(exportPath, format)} />
        )}
        {exportAs === undefined ? null : (
          <Button
            kind="tertiary"
            busy={busy}
            onClick={() =>
              void withEveryRow((every) => {
                downloadCsv(exportAs, columns, every);
              })
            }
          >
            {t('kit.table.export')}
          </Button>
        )}
        <Button kind="tertiary" busy={busy} onClick={() => void withEveryRow(print)}>
          {t('kit.table.print')}
        </Button>
      </ListTools>
      {isError ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {rows.length === 0 ? (
        <EmptyState title={t('kit.table.nothingFound')}>{t('kit.table.nothingFoundHelp')}</EmptyState>
      ) : (
        <Table
          name={name}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          sort={list.sort}
          onSort={(sort) => {
            list.choose({ sort: sort === defaultSort ? undefined : sort });
          }}
          {...(phone ? { phone } : {})}
        />
      )}
      {rows.length < data.total ? (
        <p className="print-only">{t('kit.table.partial', { shown: rows.length, total: data.total })}</p>
      ) : null}
      <ListFoot
        list={list}
        total={data.total}
        shown={data.items.length}
        hasNext={data.next !== null}
        mostCounted={props.mostCounted ?? Infinity}
      />
    </section>
  );
}

function ExportLinks({ href }: { href: (format: 'csv' | 'xlsx') => string }): ReactElement {
  const t = useText();
  return (
    <>
      <a className="button button-tertiary" href={href('xlsx')} download>
        {t('kit.table.exportExcel')}
      </a>
      <a className="button button-tertiary" href={href('csv')} download>
        {t('kit.table.export')}
      </a>
    </>
  );
}
