import type { ReactElement } from 'react';
import type { InitiativeDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { ButtonLink, Facts, Loaded, Notice, Page, Section, Status, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { InitiativeSteps, isReady } from './initiative-steps.js';
import { initiativeRoute } from './routes.js';
import { ReviewDate, StageStatus } from './stage-status.js';
import './portfolio.css';

/** One initiative: what it is, its stop rule, its reviews and how it got here. */
export function InitiativePage(): ReactElement {
  const { initiativeId: id } = useRouteParams(initiativeRoute);
  const { id: allianceId } = useAlliance();
  const initiative = useApi<InitiativeDetail>('/api/v1/alliances/{allianceId}/initiatives/{id}', {
    path: { allianceId, id },
  });
  return <Loaded query={initiative}>{(shown) => <Initiative initiative={shown} />}</Loaded>;
}

function Initiative({ initiative }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  return (
    <Page
      title={initiative.name}
      breadcrumbs={[{ label: t('portfolio.title'), to: `/a/${slug}/portefoelje` }]}
      actions={
        <>
          <InitiativeSteps initiative={initiative} />
          {initiative.may.edit ? (
            <ButtonLink kind="secondary" to={`/a/${slug}/portefoelje/${initiative.id}/ret`}>
              {t('portfolio.edit')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {initiative.reviewOverdue ? (
        <Notice kind="warning" title={t('portfolio.overdueTitle')}>
          <p>{t('portfolio.overdueHelp', { rule: initiative.stopRule })}</p>
        </Notice>
      ) : null}
      {initiative.stage === 'idea' && initiative.may.edit && !isReady(initiative) ? (
        <Notice
          title={t('portfolio.notReady')}
          actions={
            <ButtonLink kind="secondary" to={`/a/${slug}/portefoelje/${initiative.id}/ret`}>
              {t('portfolio.makeReady')}
            </ButtonLink>
          }
        />
      ) : null}
      <About initiative={initiative} />
      <Lesson initiative={initiative} />
      {initiative.stage === 'idea' ? null : <Reviews initiative={initiative} />}
      {initiative.moves.length === 0 ? null : <Moves initiative={initiative} />}
      <ThingHistory kind="initiative" id={initiative.id} />
    </Page>
  );
}

function About({ initiative }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  return (
    <>
      {initiative.purpose === '' ? null : <p className="portfolio-text">{initiative.purpose}</p>}
      <Section title={t('portfolio.stopRule')}>
        {initiative.stopRule === '' ? (
          <p className="portfolio-soft">{t('portfolio.noRule')}</p>
        ) : (
          <p className="portfolio-rule">{initiative.stopRule}</p>
        )}
        <Facts
          rows={[
            [t('portfolio.stage'), <StageStatus key="stage" stage={initiative.stage} />],
            [
              initiative.stage === 'closed' ? t('portfolio.ended') : t('portfolio.reviewOn'),
              <ReviewDate key="review" initiative={initiative} />,
            ],
            [t('portfolio.outcome'), initiative.outcomeTitle],
            [t('portfolio.responsible'), initiative.responsibleOrganisationName],
            [t('portfolio.units'), initiative.operatingUnits.join(', ')],
          ]}
        />
      </Section>
    </>
  );
}

function Lesson({
  initiative: { stage, learned, closedReason },
}: {
  initiative: InitiativeDetail;
}): ReactElement | null {
  const t = useText();
  if (stage !== 'closed') return null;
  return (
    <Section title={t('portfolio.learnedShown')}>
      <p className="portfolio-text">{learned}</p>
      <Facts rows={[[t('portfolio.closedReason'), closedReason]]} />
    </Section>
  );
}

function Reviews({ initiative: { reviews } }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  return (
    <Section title={t('portfolio.reviews')}>
      {reviews.length === 0 ? <p className="portfolio-soft">{t('portfolio.noReviews')}</p> : null}
      {reviews.map(({ id, decision, words, reviewedBy, reviewedAt }) => (
        <article key={id} className="portfolio-entry">
          <Status tone={decision === 'close' ? 'ended' : 'good'}>{t(`portfolio.decided.${decision}`)}</Status>{' '}
          <span className="portfolio-soft">
            {t('portfolio.by', { name: reviewedBy, date: f.date(reviewedAt) })}
          </span>
          <p>{words}</p>
        </article>
      ))}
    </Section>
  );
}

function Moves({ initiative: { moves } }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  return (
    <Section title={t('portfolio.moves')}>
      <ol className="bare-list">
        {moves.map(({ from, to, reason, movedBy, movedAt }) => (
          <li key={movedAt + to}>
            <div className="portfolio-entry">
              {t('portfolio.moved', { from: t(`portfolio.stage.${from}`), to: t(`portfolio.stage.${to}`) })}{' '}
              <span className="portfolio-soft">
                {t('portfolio.by', { name: movedBy, date: f.date(movedAt) })}
              </span>
              {reason === '' ? null : <p>{reason}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
