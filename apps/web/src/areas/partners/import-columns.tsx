import type { ReactElement } from 'react';
import { partnerFields } from '#libs/api-schema';
import type { ColumnMatches, PartnerField } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Notice, problemText, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Import } from './import-words.js';
import { importPath, importRowsPath } from './paths.js';

interface FileColumn {
  at: number;
  name: string;
  samples: readonly string[];
  field: PartnerField | undefined;
}

/** Which column of the file is which, as it was guessed; a choice is kept at once and every row judged anew. */
export function ImportColumns({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const match = useSend<Import>('PUT', '/api/v1/alliances/{allianceId}/partner-imports/{importId}/columns', {
    freshens: [importPath, importRowsPath],
  });
  const columns: FileColumn[] = shown.header.map(({ name, samples }, at) => ({
    at,
    name,
    samples,
    field: partnerFields.find((field) => shown.columns[field] === at),
  }));
  const choose = (column: FileColumn, field: PartnerField | undefined): void => {
    const kept: ColumnMatches = Object.fromEntries(
      Object.entries(shown.columns).filter(([each, at]) => each !== field && at !== column.at),
    );
    match.mutate({
      path: { allianceId: id, importId: shown.id },
      body: { columns: field === undefined ? kept : { ...kept, [field]: column.at } },
    });
  };
  const known = columns.filter(({ field }) => field !== undefined).length;
  return (
    <details className="partners-columns-table" open={known < 2}>
      <summary>{t('partners.import.columnsKnown', { known, all: columns.length })}</summary>
      {match.isError ? (
        <Notice kind="error" urgent>
          <p>{problemText(match.error, t)}</p>
        </Notice>
      ) : null}
      <Table
        name={t('partners.import.columns')}
        columns={tableColumns(t, choose)}
        rows={columns}
        rowKey={({ at }) => String(at)}
      />
    </details>
  );
}

function tableColumns(
  t: ReturnType<typeof useText>,
  choose: (column: FileColumn, field: PartnerField | undefined) => void,
): Column<FileColumn>[] {
  return [
    { key: 'name', header: t('partners.import.columnInFile'), isName: true, cell: ({ name }) => name },
    {
      key: 'samples',
      header: t('partners.import.columnSamples'),
      cell: ({ samples }) => <span className="partners-soft">{samples.join(' · ')}</span>,
    },
    {
      key: 'field',
      header: t('partners.import.columnIs'),
      cell: (column) => (
        <select
          className="form-select"
          aria-label={t('partners.import.columnOf', { name: column.name })}
          value={column.field ?? ''}
          onChange={(event) => {
            choose(
              column,
              partnerFields.find((field) => field === event.target.value),
            );
          }}
        >
          <option value="">{t('partners.import.columnUnused')}</option>
          {partnerFields.map((field) => (
            <option key={field} value={field}>
              {t(`partners.field.${field}`)}
            </option>
          ))}
        </select>
      ),
    },
  ];
}
