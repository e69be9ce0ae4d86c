import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { membershipStatuses } from '#libs/api-schema';
import type { partnerFacets, partnerListItem } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, DataTable, EmptyState, Page } from '../../kit/index.js';
import type { Column, ListFilter } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ContractState, contractText, MembershipState } from './partner-words.js';
import { facetsPath, partnersPath } from './paths.js';
import './partners.css';

type PartnerRow = z.infer<typeof partnerListItem>;
type Facets = z.infer<typeof partnerFacets>;

/** All partners of the alliance. */
export function PartnersPage(): ReactElement {
  const t = useText();
  const { id, slug } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const facets = useApi<Facets>(facetsPath, { path: { allianceId: id } });
  const columns = useColumns(facets.data);
  const filters = useFilters(facets.data);
  const actions = isSecretariat ? (
    <>
      <ButtonLink kind="secondary" to={`/a/${slug}/partnere/import`}>
        {t('partners.import')}
      </ButtonLink>
      <ButtonLink to={`/a/${slug}/partnere/ny`}>{t('partners.add')}</ButtonLink>
    </>
  ) : null;
  return (
    <Page title={t('partners.title')} actions={actions}>
      <DataTable<PartnerRow>
        name={t('partners.title')}
        path={partnersPath}
        params={{ allianceId: id }}
        columns={columns}
        rowKey={(partner) => partner.id}
        filters={filters}
        defaultSort="name"
        {...(isSecretariat ? { exportPath: '/api/v1/alliances/{allianceId}/partners/export' as const } : {})}
        empty={<NoPartners isSecretariat={isSecretariat} importAt={`/a/${slug}/partnere/import`} />}
      />
    </Page>
  );
}

function NoPartners({ isSecretariat, importAt }: { isSecretariat: boolean; importAt: string }): ReactElement {
  const t = useText();
  if (!isSecretariat)
    return <EmptyState title={t('partners.empty')}>{t('partners.emptyForOthers')}</EmptyState>;
  return (
    <EmptyState
      title={t('partners.empty')}
      action={
        <ButtonLink kind="secondary" to={importAt}>
          {t('partners.import')}
        </ButtonLink>
      }
    >
      {t('partners.emptyHelp')}
    </EmptyState>
  );
}

/** A column in which no partner has anything yet is left out. */
function useColumns(facets: Facets | undefined): Column<PartnerRow>[] {
  const t = useText();
  const formats = useFormats();
  const { slug } = useAlliance();
  const hasContracts = (facets?.contractStatuses.length ?? 0) > 0;
  const hasOwners = (facets?.contactOwners.length ?? 0) > 0;
  const columns: (Column<PartnerRow> | false)[] = [
    {
      key: 'name',
      header: t('partners.field.name'),
      sortable: true,
      isName: true,
      cell: ({ id, name, status }) => (
        <>
          <Link to={`/a/${slug}/partnere/${id}`}>{name}</Link>
          {status === 'joined' ? null : (
            <span className="partners-standing">
              <MembershipState status={status} />
            </span>
          )}
        </>
      ),
      text: ({ name }) => name,
    },
    { key: 'sector', header: t('partners.field.sector'), cell: ({ sector }) => sector ?? '–' },
    { key: 'city', header: t('partners.field.city'), sortable: true, cell: ({ city }) => city ?? '–' },
    {
      key: 'contact',
      header: t('partners.contact'),
      cell: ({ contact }) => contact?.name ?? '–',
    },
    hasContracts && {
      key: 'contractStatus',
      header: t('partners.contractStatus'),
      cell: ({ contractStatus }) => <ContractState status={contractStatus} />,
      text: ({ contractStatus }) => contractText(contractStatus, t),
    },
    hasOwners && {
      key: 'contactOwner',
      header: t('partners.contactOwner'),
      wide: true,
      cell: ({ contactOwner }) => contactOwner?.name ?? '–',
    },
    {
      key: 'joined',
      header: t('partners.field.joinedOn'),
      sortable: true,
      wide: true,
      cell: ({ joinedOn }) => formats.date(joinedOn),
    },
  ];
  return columns.filter((column) => column !== false);
}

function useFilters(facets: Facets | undefined): ListFilter[] {
  const t = useText();
  const counted = ({ value, count }: { value: string; count: number }) => ({
    value,
    label: `${value} (${String(count)})`,
  });
  const filters: ListFilter[] = [
    { key: 'sector', label: t('partners.field.sector'), options: facets?.sectors.map(counted) ?? [] },
    { key: 'city', label: t('partners.field.city'), options: facets?.cities.map(counted) ?? [] },
    {
      key: 'contractStatus',
      label: t('partners.contractStatus'),
      options:
        facets?.contractStatuses
          .map(({ value, count }) => counted({ value, count }))
          .map((option) => ({
            ...option,
            label: option.label.replace(option.value, contractText(option.value, t)),
          })) ?? [],
    },
    {
      key: 'contactOwner',
      label: t('partners.contactOwner'),
      options: facets?.contactOwners.length
        ? [
            ...facets.contactOwners.map(({ value, name, count }) => ({
              value,
              label: `${name} (${String(count)})`,
            })),
            { value: 'none', label: t('partners.contactOwner.none') },
          ]
        : [],
    },
    {
      key: 'status',
      label: t('partners.status'),
      options: membershipStatuses.map((value) => ({ value, label: t(`partners.status.${value}`) })),
    },
  ];
  return filters.filter(({ options }) => options.length > 0);
}
