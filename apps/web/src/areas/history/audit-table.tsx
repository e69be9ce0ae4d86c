import type { ReactElement, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { type auditFacets, mostCounted } from '#libs/api-schema';
import type { ApiPath, PathValues } from '../../api/client.js';
import { useApi } from '../../api/use-api.js';
import { DataTable, EmptyState, Loaded, useSearchText } from '../../kit/index.js';
import type { Column, ListFilter } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { AuditPeriod } from './audit-period.js';
import { kindWords, lineOf, pageOf, typeWords } from './event-words.js';
import { type HistoryEntry, useWhoDid } from './who-did.js';
import './history.css';

type Entry = HistoryEntry;
type Facets = z.infer<typeof auditFacets>;

interface AuditTableProps {
  path: ApiPath;
  facetsPath: ApiPath;
  params: PathValues;
  /** The alliance whose pages things lead to; absent = the installation. */
  slug?: string;
  /** Beside the choice of a period. */
  actions?: ReactNode;
}

/** The history as a table to search: who, when, what, which thing. */
export function AuditTable({ path, facetsPath, params, slug, actions }: AuditTableProps): ReactElement {
  const facets = useApi<Facets>(facetsPath, { path: params });
  return (
    <>
      <div className="history-tools">
        <AuditPeriod />
        {actions}
      </div>
      <Loaded query={facets}>
        {(found) => <Entries path={path} params={params} facets={found} slug={slug} />}
      </Loaded>
    </>
  );
}

interface EntriesProps {
  path: ApiPath;
  params: PathValues;
  facets: Facets;
  slug: string | undefined;
}

function Entries({ path, params, facets, slug }: EntriesProps): ReactElement {
  const t = useText();
  const filters = useFilters(facets);
  const columns = useColumns(slug);
  const [search] = useSearchText();
  const { fra: from, til: to, ting: subject } = search;
  const isPeriod = from !== undefined || to !== undefined || subject !== undefined;
  return (
    <>
      {subject === undefined ? null : <OneThing subject={subject} />}
      {slug === undefined ? null : <p className="field-hint">{t('history.gaps')}</p>}
      <DataTable<Entry>
        name={t('history.list')}
        path={path}
        params={params}
        fixed={{ from, to, subject }}
        columns={columns}
        rowKey={({ id }) => id}
        defaultSort="-seq"
        filters={filters}
        mostCounted={mostCounted}
        empty={
          <EmptyState title={t(isPeriod ? 'history.nothingThen' : 'history.empty')}>
            {t(isPeriod ? 'history.nothingThenHelp' : 'history.emptyHelp')}
          </EmptyState>
        }
      />
    </>
  );
}

function useFilters(facets: Facets): ListFilter[] {
  const t = useText();
  const { language } = useLanguage();
  const named = (words: (key: string, language: 'da' | 'en') => string, keys: readonly string[]) =>
    keys
      .map((value) => ({ value, label: words(value, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
  return [
    {
      key: 'actorId',
      label: t('history.who'),
      options: facets.people.map(({ id, name }) => ({ value: id, label: name })),
    },
    { key: 'kind', label: t('history.kind'), options: named(kindWords, facets.kinds) },
    { key: 'type', label: t('history.type'), options: named(typeWords, facets.types) },
  ];
}

function useColumns(slug: string | undefined): Column<Entry>[] {
  const t = useText();
  const f = useFormats();
  const { language } = useLanguage();
  const who = useWhoDid();
  return [
    {
      key: 'what',
      header: t('history.what'),
      isName: true,
      cell: (entry) => lineOf(entry, language, f),
      text: (entry) => lineOf(entry, language, f),
    },
    { key: 'who', header: t('history.who'), cell: who },
    {
      key: 'seq',
      header: t('history.when'),
      sortable: true,
      cell: (entry) => (
        <time className="history-when" dateTime={entry.occurredAt}>
          {f.dateTime(entry.occurredAt)}
        </time>
      ),
      text: (entry) => entry.occurredAt,
    },
    {
      key: 'thing',
      header: t('history.thing'),
      cell: (entry) => <Thing entry={entry} slug={slug} />,
      text: (entry) => `${entry.subject.kind}:${entry.subject.id}`,
    },
    {
      key: 'number',
      header: t('history.number'),
      align: 'end',
      wide: true,
      cell: (entry) => f.number(entry.seq),
      text: (entry) => String(entry.seq),
    },
  ];
}

function Thing({ entry, slug }: { entry: Entry; slug: string | undefined }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const [, setSearch] = useSearchText();
  const { subject } = entry;
  const words = entry.subjectName ?? kindWords(subject.kind, language);
  const page = slug === undefined ? undefined : pageOf(slug, subject);
  return (
    <span className="history-thing">
      {page === undefined ? words : <Link to={page}>{words}</Link>}
      <button
        type="button"
        className="button button-tertiary history-only"
        aria-label={t('history.onlyThis', { kind: words })}
        title={t('history.onlyThis', { kind: words })}
        onClick={() => {
          setSearch({ ting: `${subject.kind}:${subject.id}`, after: undefined, page: undefined });
        }}
      >
        {t('history.only')}
      </button>
    </span>
  );
}

function OneThing({ subject }: { subject: string }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const [, setSearch] = useSearchText();
  return (
    <p className="history-one">
      {t('history.oneThing', { kind: kindWords(subject.split(':')[0] ?? '', language) })}{' '}
      <button
        type="button"
        className="button button-tertiary"
        onClick={() => {
          setSearch({ ting: undefined, after: undefined, page: undefined });
        }}
      >
        {t('history.everything')}
      </button>
    </p>
  );
}
