import { useState } from 'react';
import type { KeyboardEvent, ReactElement, SyntheticEvent } from 'react';
import { partnerFields } from '#libs/api-schema';
import type { PartnerField } from '#libs/api-schema';
import { Button, Dialog, Notice, problemText } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { findingText } from './import-words.js';
import type { Import, ImportRow } from './import-words.js';
import { useMendRow } from './use-mend-row.js';

interface EditRowProps {
  shown: Import;
  row: ImportRow | null;
  onClose: () => void;
}

/** All cells of one row, to be written anew. */
export function EditRow({ shown, row, onClose }: EditRowProps): ReactElement {
  const t = useText();
  const title = row === null ? '' : t('partners.import.editRow', { line: row.line });
  return (
    <Dialog open={row !== null} title={title} onClose={onClose}>
      {row === null ? null : <RowForm key={row.id} shown={shown} row={row} onClose={onClose} />}
    </Dialog>
  );
}

function RowForm({ shown, row, onClose }: EditRowProps & { row: ImportRow }): ReactElement {
  const t = useText();
  const [cells, setCells] = useState(row.cells);
  const mend = useMendRow(shown, onClose);
  const used = partnerFields.flatMap((field) => {
    const column = shown.columns[field];
    return column === undefined ? [] : [{ field, column }];
  });
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const changed = used.filter(({ column }) => cells[column] !== row.cells[column]);
    const written = Object.fromEntries(changed.map(({ column }) => [column, cells[column] ?? '']));
    mend.send(row, { cells: written });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className="form" onSubmit={save} onKeyDown={onKeyDown}>
      {mend.error ? (
        <Notice kind="error" urgent>
          <p>{problemText(mend.error, t)}</p>
        </Notice>
      ) : null}
      {used.map(({ field, column }) => (
        <CellField
          key={field}
          row={row}
          field={field}
          value={cells[column] ?? ''}
          onChange={(text) => {
            setCells(cells.map((cell, at) => (at === column ? text : cell)));
          }}
        />
      ))}
      <div className="form-actions">
        <Button type="submit" busy={mend.isPending}>
          {t('kit.save')}
        </Button>
        <Button kind="secondary" onClick={onClose}>
          {t('kit.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface CellFieldProps {
  row: ImportRow;
  field: PartnerField;
  value: string;
  onChange: (text: string) => void;
}

function CellField({ row, field, value, onChange }: CellFieldProps): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const id = `cell-${field}`;
  const problem = row.findings.find((finding) => finding.field === field && finding.level === 'problem');
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {t(`partners.field.${field}`)}
      </label>
      <input
        id={id}
        className="form-input"
        value={value}
        maxLength={5000}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {problem ? (
        <p className="field-fault" id={`${id}-error`}>
          <span aria-hidden="true">× </span>
          {findingText(problem, language)}
        </p>
      ) : null}
    </div>
  );
}
