import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';
import type { Finding } from '#libs/api-schema';
import { Button, problemText } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { findingText } from './import-words.js';
import type { Import, ImportRow } from './import-words.js';
import { useMendRow } from './use-mend-row.js';

interface RowProps {
  shown: Import;
  row: ImportRow;
}

/** What happens to a row: what it becomes, what it changes, what stands in the way and how that is mended. */
export function RowFindings({ shown, row }: RowProps): ReactElement {
  const problems = row.findings.filter(({ level }) => level === 'problem');
  const notes = row.findings.filter(({ level }) => level === 'note');
  return (
    <ul className="partners-findings bare-list no-max-width">
      {problems.length === 0 ? (
        <li>
          <WhatHappens row={row} />
        </li>
      ) : null}
      {problems.map((finding) => (
        <li key={`${finding.code}-${finding.field ?? ''}`}>
          <Problem shown={shown} row={row} finding={finding} />
        </li>
      ))}
      {notes.map((finding) => (
        <li key={`${finding.code}-${finding.field ?? ''}`}>
          <FindingLine finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function WhatHappens({ row }: { row: ImportRow }): ReactElement {
  const t = useText();
  if (row.verdict === 'empty') return <p>{t('partners.import.isEmpty')}</p>;
  if (row.verdict === 'unchanged') return <p>{t('partners.import.isUnchanged')}</p>;
  if (row.verdict === 'new') return <p>{t('partners.import.becomesNew')}</p>;
  return (
    <>
      <p>{t(`partners.import.matchOn.${row.matchOn ?? 'cvr'}`, { name: row.organisationName ?? '' })}</p>
      {row.changes.map(({ field, from, to }) => (
        <p key={field} className="partners-change">
          {t(`partners.field.${field}`)}: <del>{from ?? t('partners.import.blank')}</del> → <ins>{to}</ins>
        </p>
      ))}
    </>
  );
}

/** One finding with the name of its field. */
export function FindingLine({ finding }: { finding: Finding }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const field = finding.field === null ? '' : `${t(`partners.field.${finding.field}`)}: `;
  return (
    <p>
      {field}
      {findingText(finding, language)}
    </p>
  );
}

/** A problem with the box that mends it; Enter judges the row anew. */
function Problem({ shown, row, finding }: RowProps & { finding: Finding }): ReactElement {
  const t = useText();
  const column = finding.field === null ? undefined : shown.columns[finding.field];
  const original = column === undefined ? '' : (row.cells[column] ?? '');
  const [typed, setTyped] = useState(original);
  const mend = useMendRow(shown);
  if (row.skipped || column === undefined || finding.field === null) return <FindingLine finding={finding} />;
  const id = `mend-${row.id}-${finding.field}`;
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!mend.isPending) mend.send(row, { cells: { [column]: typed } });
  };
  return (
    <form onSubmit={save}>
      <FindingLine finding={finding} />
      <div className="partners-mend">
        <input
          id={id}
          className="form-input"
          aria-label={t('partners.import.mendField', {
            field: t(`partners.field.${finding.field}`),
            line: row.line,
          })}
          value={typed}
          maxLength={5000}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <Button type="submit" kind="secondary" busy={mend.isPending}>
          {t('partners.import.mend')}
        </Button>
      </div>
      {mend.error ? (
        <p className="field-fault" role="alert">
          {problemText(mend.error, t)}
        </p>
      ) : null}
    </form>
  );
}
