import type { ReactElement } from 'react';
import { Loaded, useRouteParams } from '../../kit/index.js';
import { useAgenda, useVersion } from './api.js';
import { versionRoute } from './routes.js';
import { VersionSheet } from './version-sheet.js';

/** One version of the agenda, with who has adopted it. */
export function VersionPage(): ReactElement {
  const { versionId } = useRouteParams(versionRoute);
  const version = useVersion(versionId);
  return (
    <Loaded query={useAgenda()}>
      {(agenda) => (
        <Loaded query={version}>{(shown) => <VersionSheet version={shown} agenda={agenda} own />}</Loaded>
      )}
    </Loaded>
  );
}
