import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { initiativeStages } from '#libs/api-schema';
import type { InitiativeListed } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { DataTable } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { NoInitiatives } from './no-initiatives.js';
import { ReviewDate, StageStatus } from './stage-status.js';

/** All initiatives, the closed ones too. */
export function InitiativeList({ mayAdd }: { mayAdd: boolean }): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  return (
    <DataTable<InitiativeListed>
      name={t('portfolio.title')}
      path="/api/v1/alliances/{allianceId}/initiatives"
      params={{ allianceId }}
      defaultSort="name"
      rowKey={({ id }) => id}
      exportAs="portefoelje"
      filters={[
        {
          key: 'stage',
          label: t('portfolio.stage'),
          options: initiativeStages.map((value) => ({ value, label: t(`portfolio.stage.${value}`) })),
        },
      ]}
      columns={[
        {
          key: 'name',
          header: t('portfolio.name'),
          sortable: true,
          isName: true,
          cell: ({ id, name }) => <Link to={`/a/${slug}/portefoelje/${id}`}>{name}</Link>,
          text: ({ name }) => name,
        },
        {
          key: 'stage',
          header: t('portfolio.stage'),
          cell: ({ stage }) => <StageStatus stage={stage} />,
          text: ({ stage }) => t(`portfolio.stage.${stage}`),
        },
        {
          key: 'outcome',
          header: t('portfolio.outcome'),
          wide: true,
          cell: ({ outcomeTitle }) => outcomeTitle,
          text: ({ outcomeTitle }) => outcomeTitle ?? '',
        },
        {
          key: 'units',
          header: t('portfolio.units'),
          wide: true,
          cell: ({ operatingUnits }) => operatingUnits.join(', '),
          text: ({ operatingUnits }) => operatingUnits.join(', '),
        },
        {
          key: 'reviewOn',
          header: t('portfolio.reviewOn'),
          sortable: true,
          cell: (initiative) => <ReviewDate initiative={initiative} />,
          text: ({ reviewOn }) => reviewOn ?? '',
        },
      ]}
      empty={<NoInitiatives mayAdd={mayAdd} />}
    />
  );
}
