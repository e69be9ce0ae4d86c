import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { PartnerField, RowVerdict } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { Button, DataTable, Section, Status, useSearchText } from '../../kit/index.js';
import type { Column, StatusTone } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { EditRow } from './edit-row.js';
import { FindingLine, RowFindings } from './row-findings.js';
import { reasonText } from './import-words.js';
import type { Import, ImportRow } from './import-words.js';
import { importRowsPath } from './paths.js';
import { useMendRow } from './use-mend-row.js';

const tones: Readonly<Record<RowVerdict | 'skipped', StatusTone>> = {
  new: 'good',
  match: 'waiting',
  unchanged: 'neutral',
  problem: 'bad',
  empty: 'ended',
  skipped: 'ended',
};

/** The rows of the file with what they are and what becomes of them; mended here while it is a preview. */
export function ImportRows({ shown }: { shown: Import }): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const [search] = useSearchText();
  const verdict = search['verdict'] ?? '';
  const [editing, setEditing] = useState<ImportRow | null>(null);
  return (
    <Section title={t('partners.import.rows')}>
      <Tally shown={shown} chosen={verdict} />
      <DataTable<ImportRow>
        name={t('partners.import.rowsOf', { name: shown.fileName })}
        path={importRowsPath}
        params={{ allianceId: id, importId: shown.id }}
        {...(verdict === '' ? {} : { fixed: { verdict } })}
        columns={useColumns(shown, setEditing)}
        rowKey={(row) => row.id}
        defaultSort="line"
        search={false}
        empty={<p>{t('kit.table.nothingFound')}</p>}
      />
      <EditRow
        shown={shown}
        row={editing}
        onClose={() => {
          setEditing(null);
        }}
      />
    </Section>
  );
}

/** How many rows are what; each figure shows just those rows. */
function Tally({ shown, chosen }: { shown: Import; chosen: string }): ReactElement {
  const t = useText();
  const [, setSearch] = useSearchText();
  const { counts } = shown;
  const kinds = [
    ['', 'all', counts.rows],
    ['problem', 'problem', counts.problem],
    ['new', 'new', counts.new],
    ['match', 'match', counts.match],
    ['unchanged', 'unchanged', counts.unchanged],
    ['note', 'note', counts.notes],
    ['skipped', 'skipped', counts.skipped],
    ['empty', 'empty', counts.empty],
    ['kept', 'kept', counts.kept],
  ] as const;
  return (
    <ul className="partners-tally bare-list no-max-width" aria-label={t('partners.import.show')}>
      {kinds
        .filter(([verdict, , count]) => count > 0 || verdict === chosen)
        .map(([verdict, kind, count]) => (
          <li key={kind}>
            <button
              type="button"
              aria-pressed={verdict === chosen}
              onClick={() => {
                setSearch({
                  verdict: verdict === '' ? undefined : verdict,
                  after: undefined,
                  page: undefined,
                });
              }}
            >
              {t(`partners.import.count.${kind}`, { count })}
            </button>
          </li>
        ))}
    </ul>
  );
}

function useColumns(shown: Import, edit: (row: ImportRow) => void): Column<ImportRow>[] {
  const t = useText();
  const isPreview = shown.state === 'preview';
  const cellOf = (row: ImportRow, field: PartnerField): string =>
    row.cells[shown.columns[field] ?? -1]?.trim() ?? '';
  const columns: (Column<ImportRow> | false)[] = [
    { key: 'line', header: t('partners.import.line'), cell: ({ line }) => line },
    {
      key: 'name',
      header: t('partners.field.name'),
      isName: true,
      cell: (row) => (
        <>
          {cellOf(row, 'name') || row.organisationName || '–'}
          <RowPlace cvr={cellOf(row, 'cvr')} city={cellOf(row, 'city')} />
        </>
      ),
      text: (row) => cellOf(row, 'name'),
    },
    { key: 'verdict', header: t('partners.import.verdict'), cell: (row) => <Verdict row={row} /> },
    {
      key: 'what',
      header: t(isPreview ? 'partners.import.what' : 'partners.import.outcome'),
      cell: (row) => (isPreview ? <RowFindings shown={shown} row={row} /> : <Outcome row={row} />),
    },
    isPreview && {
      key: 'actions',
      header: t('partners.import.rowActions'),
      isActions: true,
      align: 'end',
      cell: (row) => (row.verdict === 'empty' ? null : <RowActions shown={shown} row={row} edit={edit} />),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What tells two companies of one name apart. */
function RowPlace({ cvr, city }: { cvr: string; city: string }): ReactElement | null {
  const told = [cvr === '' ? '' : `CVR ${cvr}`, city].filter((each) => each !== '').join(' · ');
  return told === '' ? null : <span className="partners-under">{told}</span>;
}

function Verdict({ row }: { row: ImportRow }): ReactElement {
  const t = useText();
  if (row.effect !== null) {
    const tone = row.effect === 'created' || row.effect === 'updated' ? 'good' : 'neutral';
    return <Status tone={tone}>{t(`partners.import.effect.${row.effect}`)}</Status>;
  }
  const verdict = row.skipped ? 'skipped' : row.verdict;
  return <Status tone={tones[verdict]}>{t(`partners.import.verdict.${verdict}`)}</Status>;
}

function Outcome({ row }: { row: ImportRow }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const { slug } = useAlliance();
  return (
    <>
      {row.organisationId !== null && row.organisationName !== null ? (
        <Link to={`/a/${slug}/partnere/${row.organisationId}`}>{row.organisationName}</Link>
      ) : null}
      {row.effect === 'skipped'
        ? row.findings.map((finding) => <FindingLine key={finding.code} finding={finding} />)
        : null}
      {row.undo === null ? null : ` ${t(`partners.import.undo.${row.undo}`)}`}
      {row.undoReason === null ? null : `: ${reasonText(row.undoReason, language)}`}
    </>
  );
}

interface RowActionsProps {
  shown: Import;
  row: ImportRow;
  edit: (row: ImportRow) => void;
}

function RowActions({ shown, row, edit }: RowActionsProps): ReactElement {
  const t = useText();
  const mend = useMendRow(shown);
  const { line, skipped } = row;
  return (
    <span className="partners-row-actions">
      <Button
        kind="tertiary"
        aria-label={t('partners.import.editRow', { line })}
        onClick={() => {
          edit(row);
        }}
      >
        {t('partners.import.edit')}
      </Button>
      <Button
        kind="tertiary"
        busy={mend.isPending}
        aria-label={t(skipped ? 'partners.import.takeRow' : 'partners.import.skipRow', { line })}
        onClick={() => {
          mend.send(row, { skipped: !skipped });
        }}
      >
        {t(skipped ? 'partners.import.take' : 'partners.import.skip')}
      </Button>
    </span>
  );
}
