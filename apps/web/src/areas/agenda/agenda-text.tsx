import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { AgendaContent, AgendaVersion } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { OutcomeFigure } from './outcome-figure.js';

/** The text of a version: purpose, outcomes with what is contributed to each, strategies. */
export function AgendaText({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  const { content } = version;
  return (
    <>
      <Section title={t('agenda.vision')}>
        <Prose text={content.vision} className="agenda-text agenda-text-vision" />
      </Section>
      <Section title={t('agenda.problem')}>
        <Prose text={content.problem} className="agenda-text" />
      </Section>
      {content.mission === '' ? null : (
        <Section title={t('agenda.mission')}>
          <Prose text={content.mission} className="agenda-text" />
        </Section>
      )}
      <Section title={t('agenda.outcomes')}>
        {content.outcomes.length === 0 ? (
          <p className="agenda-unwritten">{t('agenda.nothingWritten')}</p>
        ) : (
          <div className="agenda-outcomes">
            {content.outcomes.map((outcome) => (
              <Outcome key={outcome.id} outcome={outcome} version={version} />
            ))}
          </div>
        )}
      </Section>
      {content.strategies.length === 0 ? null : (
        <Section title={t('agenda.strategies')}>
          <div className="agenda-strategies">
            {content.strategies.map(({ id, title, description }) => (
              <div key={id} className="agenda-strategy">
                <h3>{title}</h3>
                {description === '' ? null : <p className="agenda-text">{description}</p>}
              </div>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

function Prose({ text, className }: { text: string; className: string }): ReactElement {
  const t = useText();
  return text === '' ? (
    <p className="agenda-unwritten">{t('agenda.nothingWritten')}</p>
  ) : (
    <p className={className}>{text}</p>
  );
}

function Outcome({
  outcome,
  version,
}: {
  outcome: AgendaContent['outcomes'][number];
  version: AgendaVersion;
}): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const contributions = version.content.contributions.filter(({ outcomeId }) => outcomeId === outcome.id);
  const indicatorName =
    outcome.indicatorId === null ? undefined : version.indicatorNames[outcome.indicatorId];
  return (
    <article className="agenda-outcome">
      <h3>{outcome.title}</h3>
      {outcome.description === '' ? null : <p className="agenda-text">{outcome.description}</p>}
      <p className="agenda-indicator">
        {t('agenda.indicator')}:{' '}
        {outcome.indicatorId === null || indicatorName === undefined ? (
          <span className="agenda-unwritten">{t('agenda.noIndicator')}</span>
        ) : (
          <>
            <Link to={`/a/${slug}/maalinger/${outcome.indicatorId}`}>{indicatorName}</Link>{' '}
            <OutcomeFigure indicatorId={outcome.indicatorId} />
          </>
        )}
      </p>
      {contributions.length === 0 ? null : (
        <dl className="agenda-commitments" aria-label={t('agenda.contributionsTo')}>
          {contributions.map(({ id, organisationId, commitment }) => (
            <div key={id}>
              <dt>{version.organisationNames[organisationId] ?? '–'}</dt>
              <dd>{commitment}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
