import { useState } from 'react';
import type { ReactElement, SyntheticEvent } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { partnerImportList } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Notice, Page, problemText, Section, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ImportState } from './import-words.js';
import { importsPath } from './paths.js';
import './partners.css';

type Earlier = z.infer<typeof partnerImportList>['items'][number];

/** Where a partner list is handed over, as a file or pasted, and where earlier ones are found again. */
export function UploadPage(): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  return (
    <Page
      title={t('partners.import.title')}
      lead={t('partners.import.lead')}
      breadcrumbs={[{ label: t('partners.title'), to: `/a/${slug}/partnere` }]}
    >
      <Upload />
      <EarlierImports />
    </Page>
  );
}

function Upload(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { id, slug } = useAlliance();
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [isMissing, setMissing] = useState(false);
  const upload = useSend<{ id: string }>('POST', importsPath, { freshens: [importsPath] });
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const chosen =
      file ?? (pasted.trim() === '' ? null : new File([pasted], t('partners.import.pastedName')));
    setMissing(chosen === null);
    if (chosen === null) return;
    const body = new FormData();
    body.set('file', chosen);
    upload.mutate(
      { path: { allianceId: id }, body },
      { onSuccess: (made) => void navigate({ to: `/a/${slug}/partnere/import/${made.id}` }) },
    );
  };
  return (
    <form className="form" onSubmit={send} noValidate>
      {upload.isError ? (
        <Notice kind="error" urgent>
          <p>{problemText(upload.error, t)}</p>
        </Notice>
      ) : null}
      <div className={isMissing ? 'field field-wrong' : 'field'}>
        <p className="field-label">{t('partners.import.file')}</p>
        <p className="field-hint" id="file-hint">
          {t('partners.import.fileHint')}
        </p>
        <input
          id="file"
          className="sr-only"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,text/csv"
          aria-describedby={isMissing ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={isMissing || undefined}
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setMissing(false);
          }}
        />
        <label htmlFor="file" className="button button-secondary">
          {t('partners.import.choose')}
        </label>{' '}
        <span>{file?.name ?? t('partners.import.noFile')}</span>
        {isMissing ? (
          <p className="field-fault" id="file-error" role="alert">
            <span aria-hidden="true">× </span>
            {t('partners.import.fileMissing')}
          </p>
        ) : null}
      </div>
      <details className="partners-paste">
        <summary>{t('partners.import.paste')}</summary>
        <div className="field">
          <label className="field-label" htmlFor="pasted">
            {t('partners.import.pasteHint')}
          </label>
          <textarea
            id="pasted"
            className="form-input"
            rows={8}
            value={pasted}
            onChange={(event) => {
              setPasted(event.target.value);
            }}
          />
        </div>
      </details>
      <div className="form-actions">
        <Button type="submit" busy={upload.isPending}>
          {t('partners.import.upload')}
        </Button>
      </div>
    </form>
  );
}

function EarlierImports(): ReactElement | null {
  const t = useText();
  const formats = useFormats();
  const { id, slug } = useAlliance();
  const query = useApi<z.infer<typeof partnerImportList>>(importsPath, { path: { allianceId: id } });
  if (!query.data || query.data.items.length === 0) return null;
  const columns: Column<Earlier>[] = [
    {
      key: 'fileName',
      header: t('partners.import.fileName'),
      isName: true,
      cell: (each) => <Link to={`/a/${slug}/partnere/import/${each.id}`}>{each.fileName}</Link>,
    },
    { key: 'state', header: t('partners.import.state'), cell: ({ state }) => <ImportState state={state} /> },
    {
      key: 'outcome',
      header: t('partners.import.outcome'),
      cell: ({ state, counts }) =>
        state === 'imported' || state === 'undone' ? t('partners.import.done', counts) : '–',
    },
    { key: 'by', header: t('partners.import.by'), wide: true, cell: ({ uploadedBy }) => uploadedBy },
    { key: 'at', header: t('partners.import.at'), cell: ({ createdAt }) => formats.dateTime(createdAt) },
  ];
  return (
    <Section title={t('partners.import.earlier')}>
      <Table
        name={t('partners.import.earlier')}
        columns={columns}
        rows={query.data.items}
        rowKey={(each) => each.id}
      />
    </Section>
  );
}
