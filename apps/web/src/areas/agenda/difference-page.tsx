import { Fragment } from 'react';
import type { ReactElement } from 'react';
import type { AgendaDifference } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Loaded, Page, Status, useRouteParams, useSearchText } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { differenceRoute } from './routes.js';
import './agenda.css';

type Change = AgendaDifference['changes'][number];

const tones: Readonly<Record<Change['kind'], StatusTone>> = {
  changed: 'attention',
  added: 'good',
  removed: 'ended',
};

/** What changed between two versions, in words. */
export function DifferencePage(): ReactElement {
  const { versionId: id } = useRouteParams(differenceRoute);
  const [{ fra: from }] = useSearchText();
  const { id: allianceId } = useAlliance();
  const difference = useApi<AgendaDifference>(
    '/api/v1/alliances/{allianceId}/agenda/versions/{id}/difference',
    {
      path: { allianceId, id },
      query: from === undefined ? {} : { from },
    },
  );
  return <Loaded query={difference}>{(shown) => <Difference difference={shown} />}</Loaded>;
}

function Difference({ difference: { from, to, changes } }: { difference: AgendaDifference }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  return (
    <Page
      title={t('agenda.differenceTitle', { from: from.number, to: to.number })}
      lead={changes.length === 0 ? null : t('agenda.differenceLead')}
      breadcrumbs={[
        { label: t('agenda.shared'), to: `/a/${slug}/dagsorden` },
        { label: t('agenda.version', { number: to.number }), to: `/a/${slug}/dagsorden/${to.id}` },
      ]}
    >
      {changes.length === 0 ? <EmptyState title={t('agenda.noDifference')} /> : null}
      {changes.map((change, index) => (
        <ChangeText key={index} change={change} />
      ))}
    </Page>
  );
}

function ChangeText({ change }: { change: Change }): ReactElement {
  const t = useText();
  return (
    <section className="agenda-change">
      <h2>
        {t(`agenda.part.${change.part}`)}
        <Status tone={tones[change.kind]}>{t(`agenda.kind.${change.kind}`)}</Status>
      </h2>
      <p>
        {change.pieces.map(({ kind, text }, index) => (
          <Fragment key={index}>
            {kind === 'same' ? text : null}
            {kind === 'added' ? (
              <ins>
                <span className="sr-only">{t('agenda.added')} </span>
                {text}
              </ins>
            ) : null}
            {kind === 'removed' ? (
              <del>
                <span className="sr-only">{t('agenda.removed')} </span>
                {text}
              </del>
            ) : null}
          </Fragment>
        ))}
      </p>
    </section>
  );
}
