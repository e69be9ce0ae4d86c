import type { ReactElement } from 'react';
import { useAlliance, useHasRole } from '../../api/session.js';
import { AuditExport } from './audit-export.js';
import { AuditTable } from './audit-table.js';
import { VerifyHistory } from './verify-history.js';

/** The alliance's history to search, take out and check. */
export function SearchHistory(): ReactElement {
  const { id, slug } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  return (
    <AuditTable
      path="/api/v1/alliances/{allianceId}/audit"
      facetsPath="/api/v1/alliances/{allianceId}/audit/facets"
      params={{ allianceId: id }}
      slug={slug}
      actions={
        isSecretariat ? (
          <>
            <AuditExport />
            <VerifyHistory />
          </>
        ) : null
      }
    />
  );
}
