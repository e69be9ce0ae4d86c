import type { ReactElement } from 'react';
import { linkStates } from '#libs/api-schema';
import type { ScopedLink } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { DataTable, EmptyState } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useLinkColumns } from '../links/link-columns.js';
import { linksPath } from '../links/links-path.js';
import { SettingsFrame } from './settings-frame.js';

/** The links without account of the alliance: who holds them, what they open, and how they are ended. */
export function LinksPage(): ReactElement {
  const t = useText();
  const { id } = useAlliance();
  const columns = useLinkColumns({ withThing: true });
  return (
    <SettingsFrame title={t('links.title')} lead={t('links.lead')}>
      <DataTable<ScopedLink>
        name={t('links.title')}
        path={linksPath}
        params={{ allianceId: id }}
        columns={columns}
        rowKey={(link) => link.id}
        defaultSort="-createdAt"
        filters={[
          {
            key: 'state',
            label: t('links.state'),
            options: linkStates.map((value) => ({ value, label: t(`links.state.${value}`) })),
          },
        ]}
        empty={<EmptyState title={t('links.empty')}>{t('links.emptyHelp')}</EmptyState>}
      />
    </SettingsFrame>
  );
}
