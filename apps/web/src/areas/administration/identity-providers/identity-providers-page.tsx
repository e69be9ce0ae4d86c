import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { identityProviderList } from '#libs/api-schema';
import { useApi } from '../../../api/use-api.js';
import { ButtonLink, EmptyState, Loaded, Page, Status, Table } from '../../../kit/index.js';
import type { Column } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { useProviderName } from '../../logins/use-provider-name.js';
import { identityProviderPaths as paths } from './paths.js';

type List = z.infer<typeof identityProviderList>;
type Row = List['items'][number];

/** Identity providers of the installation. */
export function IdentityProvidersPage(): ReactElement {
  const t = useText();
  const query = useApi<List>(paths.list);
  const add = <ButtonLink to={`${paths.page}/ny`}>{t('identityProviders.add')}</ButtonLink>;
  const isEmpty = query.data?.items.length === 0;
  return (
    <Page
      title={t('identityProviders.title')}
      lead={t('identityProviders.lead')}
      actions={query.data === undefined || isEmpty ? null : add}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('identityProviders.empty')} action={add}>
              {t('identityProviders.emptyHelp')}
            </EmptyState>
          ) : (
            <Providers items={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Providers({ items }: { items: readonly Row[] }): ReactElement {
  const t = useText();
  const f = useFormats();
  const nameOf = useProviderName();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('identityProviders.name'),
      isName: true,
      cell: (row) => <Link to={`${paths.page}/${row.id}`}>{nameOf({ da: row.nameDa, en: row.nameEn })}</Link>,
    },
    {
      key: 'kind',
      header: t('identityProviders.kind'),
      cell: (row) => t(`identityProviders.kind.${row.kind}`),
    },
    {
      key: 'emailDomains',
      header: t('identityProviders.emailDomains'),
      wide: true,
      cell: (row) => row.emailDomains.join(', ') || '–',
    },
    {
      key: 'state',
      header: t('identityProviders.state'),
      cell: (row) => (
        <Status tone={row.isActive ? 'good' : 'neutral'}>
          {t(row.isActive ? 'identityProviders.active' : 'identityProviders.inactive')}
        </Status>
      ),
    },
    {
      key: 'logins',
      header: t('identityProviders.logins'),
      align: 'end',
      cell: (row) => f.number(row.logins),
    },
  ];
  return <Table name={t('identityProviders.title')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}
