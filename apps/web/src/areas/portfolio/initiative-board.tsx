import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { initiativeStages } from '#libs/api-schema';
import type { InitiativeListed, InitiativePage, InitiativeStage } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Loaded } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { NoInitiatives } from './no-initiatives.js';
import { ReviewDate } from './stage-status.js';

const shown = initiativeStages.filter((stage) => stage !== 'closed');

/** What runs, stage by stage; what is to be looked at first stands first. */
export function InitiativeBoard({ mayAdd }: { mayAdd: boolean }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const initiatives = useApi<InitiativePage>('/api/v1/alliances/{allianceId}/initiatives', {
    path: { allianceId },
    query: { stage: shown.join(','), sort: 'reviewOn', limit: 200 },
  });
  return (
    <Loaded query={initiatives}>
      {({ items, total }) =>
        total === 0 ? (
          <NoInitiatives mayAdd={mayAdd} />
        ) : (
          <>
            <div className="portfolio-board">
              {shown.map((stage) => (
                <Column key={stage} stage={stage} items={items.filter((item) => item.stage === stage)} />
              ))}
            </div>
            {total > items.length ? <p>{t('portfolio.more', { count: total - items.length })}</p> : null}
          </>
        )
      }
    </Loaded>
  );
}

function Column({
  stage,
  items,
}: {
  stage: InitiativeStage;
  items: readonly InitiativeListed[];
}): ReactElement {
  const t = useText();
  return (
    <section className="portfolio-column" aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`}>
        {t(`portfolio.stage.${stage}`)}{' '}
        <span className="portfolio-soft">{t('portfolio.countInStage', { count: items.length })}</span>
      </h2>
      {items.length === 0 ? null : (
        <ul className="bare-list">
          {items.map((initiative) => (
            <li key={initiative.id}>
              <Card initiative={initiative} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ initiative }: { initiative: InitiativeListed }): ReactElement {
  const { slug } = useAlliance();
  return (
    <div className="portfolio-card">
      <Link to={`/a/${slug}/portefoelje/${initiative.id}`}>{initiative.name}</Link>
      {initiative.outcomeTitle === null ? null : <p>{initiative.outcomeTitle}</p>}
      {initiative.operatingUnits.length === 0 ? null : (
        <p className="portfolio-soft">{initiative.operatingUnits.join(', ')}</p>
      )}
      <p>
        <ReviewDate initiative={initiative} />
      </p>
    </div>
  );
}
