import type { ReactElement } from 'react';
import type { InitiativeListed, InitiativeStage } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

const tones: Readonly<Record<InitiativeStage, StatusTone>> = {
  idea: 'neutral',
  small_test: 'waiting',
  adapt: 'waiting',
  spread: 'good',
  embedded: 'good',
  closed: 'ended',
};

/** How far an initiative has come, as word and shape. */
export function StageStatus({ stage }: { stage: InitiativeStage }): ReactElement {
  const t = useText();
  return <Status tone={tones[stage]}>{t(`portfolio.stage.${stage}`)}</Status>;
}

/** When it is looked at again, and whether that day has passed. */
export function ReviewDate({
  initiative: { reviewOn, reviewOverdue, stage, closedAt },
}: {
  initiative: Pick<InitiativeListed, 'reviewOn' | 'reviewOverdue' | 'stage' | 'closedAt'>;
}): ReactElement {
  const t = useText();
  const f = useFormats();
  if (stage === 'closed')
    return (
      <span className="portfolio-soft">
        {closedAt === null ? null : t('portfolio.closedOn', { date: f.date(closedAt) })}
      </span>
    );
  if (reviewOn === null) return <span className="portfolio-soft">{t('portfolio.noReview')}</span>;
  const date = f.date(reviewOn);
  return reviewOverdue ? (
    <Status tone="attention">{t('portfolio.overdue', { date })}</Status>
  ) : (
    <span>{t('portfolio.due', { date })}</span>
  );
}
