import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { personStates } from '#libs/api-schema';
import type { personListItem } from '#libs/api-schema';
import { DataTable, EmptyState, Page } from '../../../kit/index.js';
import { useFormats } from '../../../language/use-formats.js';
import { useText } from '../../../language/use-text.js';
import { PersonStatus } from './person-words.js';

type Person = z.infer<typeof personListItem>;

/** Everybody who can sign in to the installation. */
export function PeoplePage(): ReactElement {
  const t = useText();
  const formats = useFormats();
  return (
    <Page title={t('everybody.title')} lead={t('everybody.lead')}>
      <DataTable<Person>
        name={t('everybody.title')}
        path="/api/v1/admin/people"
        columns={[
          {
            key: 'name',
            header: t('everybody.name'),
            sortable: true,
            isName: true,
            cell: ({ id, name }) => <Link to={`/administration/personer/${id}`}>{name}</Link>,
            text: ({ name }) => name,
          },
          {
            key: 'email',
            header: t('everybody.email'),
            cell: ({ email, addresses }) =>
              addresses > 1 ? `${email} ${t('everybody.moreAddresses', { count: addresses - 1 })}` : email,
            text: ({ email }) => email,
          },
          { key: 'state', header: t('everybody.state'), cell: ({ state }) => <PersonStatus state={state} /> },
          {
            key: 'admin',
            header: t('everybody.admin'),
            wide: true,
            cell: ({ isAdmin }) => (isAdmin ? t('everybody.admin') : '–'),
          },
          {
            key: 'used',
            header: t('everybody.lastUsed'),
            sortable: true,
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('everybody.never') : formats.ago(lastUsedAt)),
          },
          {
            key: 'created',
            header: t('everybody.created'),
            sortable: true,
            wide: true,
            cell: ({ createdAt }) => formats.date(createdAt),
          },
        ]}
        rowKey={({ id }) => id}
        defaultSort="name"
        filters={[
          {
            key: 'state',
            label: t('everybody.state'),
            options: personStates.map((value) => ({ value, label: t(`everybody.state.${value}`) })),
          },
        ]}
        empty={<EmptyState title={t('everybody.empty')}>{t('everybody.emptyHelp')}</EmptyState>}
      />
    </Page>
  );
}
