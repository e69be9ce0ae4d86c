import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { InitiativePage } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Loaded } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

/** Stopped initiatives with what was learned: a sign of health. */
export function StoppedInitiatives(): ReactElement {
  const t = useText();
  const f = useFormats();
  const { id: allianceId, slug } = useAlliance();
  const stopped = useApi<InitiativePage>('/api/v1/alliances/{allianceId}/initiatives', {
    path: { allianceId },
    query: { stage: 'closed', sort: '-created', limit: 200 },
  });
  return (
    <Loaded query={stopped}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('portfolio.stoppedEmpty')}>{t('portfolio.stoppedEmptyHelp')}</EmptyState>
        ) : (
          <>
            <p className="page-lead">{t('portfolio.stoppedLead')}</p>
            {items.map(({ id, name, closedAt, closedReason, learned }) => (
              <article key={id} className="portfolio-lesson">
                <h2>
                  <Link to={`/a/${slug}/portefoelje/${id}`}>{name}</Link>
                </h2>
                {closedAt === null ? null : (
                  <span className="portfolio-soft">
                    {t('portfolio.closedOn', { date: f.date(closedAt) })}
                  </span>
                )}
                <p>
                  <strong>{t('portfolio.learnedShown')}: </strong>
                  {learned}
                </p>
                <p>
                  <strong>{t('portfolio.closedReason')}: </strong>
                  {closedReason}
                </p>
              </article>
            ))}
          </>
        )
      }
    </Loaded>
  );
}
