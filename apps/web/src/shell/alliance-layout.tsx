import type { ReactElement } from 'react';
import { Outlet, useMatches } from '@tanstack/react-router';
import { useAlliance } from '../api/session.js';
import { useText } from '../language/use-text.js';
import { Loading } from '../kit/index.js';
import { useAccessWatch } from './access-watch.js';
import { NotFound } from './fallback-pages.js';
import { AllianceFeed } from './feed-context.js';
import { SideNavigation } from './side-navigation.js';

/** Side navigation beside the pages of an alliance. */
export function AllianceLayout(): ReactElement {
  const t = useText();
  const alliance = useAlliance();
  if (!useAccessWatch(alliance)) return <Loading />;
  return (
    <AllianceFeed key={alliance.id} allianceId={alliance.id}>
      <div className="shell">
        <SideNavigation />
        <main id="main" tabIndex={-1} className="main">
          {alliance.isExample ? <p className="example-line">{t('shell.exampleNotice')}</p> : null}
          <PageOrNone />
        </main>
      </div>
    </AllianceFeed>
  );
}

function PageOrNone(): ReactElement {
  return useIsForOthers() ? <NotFound /> : <Outlet />;
}

/** Whether the page is for roles that the person does not have (`onlyFor`). */
function useIsForOthers(): boolean {
  const matches: readonly { context: unknown }[] = useMatches();
  return matches.some(({ context }) => (context as { isForOthers?: boolean }).isForOthers === true);
}
