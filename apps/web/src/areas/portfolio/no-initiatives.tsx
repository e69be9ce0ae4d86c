import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { ButtonLink, EmptyState } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

/** What stands here while there is no initiative. */
export function NoInitiatives({ mayAdd }: { mayAdd: boolean }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  return (
    <EmptyState
      title={t('portfolio.empty')}
      action={
        mayAdd ? (
          <ButtonLink kind="secondary" to={`/a/${slug}/portefoelje/ny`}>
            {t('portfolio.new')}
          </ButtonLink>
        ) : null
      }
    >
      {mayAdd ? t('portfolio.emptyHelp') : t('portfolio.emptyReader')}
    </EmptyState>
  );
}
