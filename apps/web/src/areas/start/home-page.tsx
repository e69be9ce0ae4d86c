import type { ReactElement } from 'react';
import { Link, Navigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { overview } from '#libs/api-schema';
import { mePath, useMe } from '../../api/session.js';
import type { Me, MyAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, EmptyState, Loaded, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { WaitingInvitations } from '../invitation/waiting-invitations.js';
import { DueList } from '../overview/due-list.js';
import { RestingAlliances } from './resting-alliances.js';
import './start.css';

/** How often it is looked whether a pause is over, in milliseconds. */
const pauseLooksMs = 15_000;

/** The start of a person: straight to the only alliance, or what waits in each of several, and where a role rests. */
export function HomePage(): ReactElement {
  const me = useMe();
  // Where a role rests there is no socket to say that it is over.
  useApi(mePath, { everyMs: pauseLooksMs, enabled: (me.data?.resting.length ?? 0) > 0 });
  return <Loaded query={me}>{(found) => <Home me={found} />}</Loaded>;
}

function Home({ me }: { me: Me }): ReactElement {
  const t = useText();
  const [first, ...others] = me.alliances;
  if (!first && me.person.isAdmin && me.resting.length === 0) return <Navigate to="/ny" replace />;
  if (!first) {
    return (
      <Page title={t('start.home')}>
        <WaitingInvitations />
        <RestingAlliances resting={me.resting} />
        {me.resting.length === 0 ? (
          <EmptyState title={t('start.none')}>{t('start.noneHelp')}</EmptyState>
        ) : null}
      </Page>
    );
  }
  if (others.length === 0 && me.resting.length === 0)
    return <Navigate to={`/a/${first.slug}/overblik`} replace />;
  return (
    <Page
      title={t('start.home')}
      actions={
        <ButtonLink to="/ny" kind="secondary">
          {t('start.newAlliance')}
        </ButtonLink>
      }
    >
      <WaitingInvitations />
      <RestingAlliances resting={me.resting} />
      <ul className="start-alliances bare-list no-max-width">
        {me.alliances.map((alliance) => (
          <AllianceCard key={alliance.id} alliance={alliance} />
        ))}
      </ul>
    </Page>
  );
}

const shown = 3;

function AllianceCard({ alliance }: { alliance: MyAlliance }): ReactElement {
  const t = useText();
  const query = useApi<z.infer<typeof overview>>('/api/v1/alliances/{allianceId}/overview', {
    path: { allianceId: alliance.id },
  });
  return (
    <li>
      <h2>
        <Link to={`/a/${alliance.slug}/overblik`}>{alliance.name}</Link>
        {alliance.isExample ? <span className="menu-note"> {t('shell.example')}</span> : null}
      </h2>
      <Loaded query={query}>
        {({ due, dueTotal }) => (
          <>
            <p>{t('start.dueCount', { count: dueTotal })}</p>
            {due.length > 0 ? (
              <DueList items={due.slice(0, shown)} slug={alliance.slug} allianceId={alliance.id} />
            ) : null}
          </>
        )}
      </Loaded>
    </li>
  );
}
