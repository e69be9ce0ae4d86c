import type { ReactElement } from 'react';
import { Page, Tabs } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { AuditTable } from '../../history/audit-table.js';
import { Anchors } from './anchors.js';

/** What happened in the installation itself, and the anchors of all histories. */
export function AuditPage(): ReactElement {
  const t = useText();
  return (
    <Page title={t('adminAudit.title')} lead={t('adminAudit.lead')}>
      <Tabs
        label={t('adminAudit.tabs')}
        tabs={[
          {
            key: 'haendelser',
            label: t('adminAudit.events'),
            content: (
              <AuditTable path="/api/v1/admin/audit" facetsPath="/api/v1/admin/audit/facets" params={{}} />
            ),
          },
          { key: 'forankring', label: t('adminAudit.anchors'), content: <Anchors /> },
        ]}
      />
    </Page>
  );
}
