import type { ReactElement } from 'react';
import type { InstallationAlliance } from '#libs/api-schema';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, EmptyState, Loaded, Page, Status, Table } from '../../kit/index.js';
import type { Column } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import './administration.css';

/** The alliances of the installation: that they are there, and nothing of what they do. */
export function AlliancesPage(): ReactElement {
  const t = useText();
  const query = useApi<{ items: InstallationAlliance[] }>('/api/v1/admin/alliances');
  return (
    <Page
      title={t('administration.alliances')}
      lead={t('administration.alliancesLead')}
      actions={<ButtonLink to="/ny">{t('administration.newAlliance')}</ButtonLink>}
    >
      <Loaded query={query}>{({ items }) => <Alliances alliances={items} />}</Loaded>
    </Page>
  );
}

function Alliances({ alliances }: { alliances: readonly InstallationAlliance[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const columns: Column<InstallationAlliance>[] = [
    {
      key: 'name',
      header: t('administration.name'),
      isName: true,
      cell: ({ name, isExample }) => (
        <>
          {name} {isExample ? <Status tone="neutral">{t('administration.example')}</Status> : null}
        </>
      ),
    },
    {
      key: 'people',
      header: t('administration.people'),
      align: 'end',
      cell: ({ people }) => f.number(people),
    },
    { key: 'created', header: t('administration.created'), cell: ({ createdAt }) => f.date(createdAt) },
    {
      key: 'activity',
      header: t('administration.lastActivity'),
      cell: ({ lastActivityAt }) =>
        lastActivityAt === null ? t('administration.noActivity') : f.dateTime(lastActivityAt),
    },
  ];
  if (alliances.length === 0)
    return (
      <EmptyState title={t('administration.noAlliances')}>{t('administration.noAlliancesHelp')}</EmptyState>
    );
  return (
    <Table name={t('administration.alliances')} columns={columns} rows={alliances} rowKey={({ id }) => id} />
  );
}
