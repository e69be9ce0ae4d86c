import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/session.js';
import type { MyAlliance } from '../../api/session.js';
import { EmptyState, Loaded, Section, Table } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { LeaveAlliance } from './leave-alliance.js';

/** The alliances one takes part in, what one is there, and the way out of each. */
export function YourAlliances(): ReactElement {
  const t = useText();
  return (
    <Section title={t('account.alliances')}>
      <Loaded query={useMe()}>{({ alliances }) => <Alliances alliances={alliances} />}</Loaded>
    </Section>
  );
}

function Alliances({ alliances }: { alliances: readonly MyAlliance[] }): ReactElement {
  const t = useText();
  if (alliances.length === 0) return <EmptyState title={t('start.none')}>{t('start.noneHelp')}</EmptyState>;
  return (
    <Table<MyAlliance>
      name={t('account.alliances')}
      rows={alliances}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('account.alliance'),
          isName: true,
          cell: ({ slug, name }) => <Link to={`/a/${slug}/overblik`}>{name}</Link>,
        },
        {
          key: 'roles',
          header: t('account.roles'),
          cell: ({ roles }) => [...new Set(roles.map(({ role }) => t(`settings.role.${role}`)))].join(', '),
        },
        {
          key: 'actions',
          header: t('account.actions'),
          isActions: true,
          cell: (alliance) => <LeaveAlliance alliance={alliance} />,
        },
      ]}
    />
  );
}
