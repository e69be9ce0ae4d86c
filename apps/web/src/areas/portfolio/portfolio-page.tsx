import type { ReactElement } from 'react';
import { useAlliance, useHasRole } from '../../api/session.js';
import { ButtonLink, Page, Tabs } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { InitiativeBoard } from './initiative-board.js';
import { InitiativeList } from './initiative-list.js';
import { StoppedInitiatives } from './stopped-initiatives.js';
import './portfolio.css';

/** The portfolio as a board, as a list, and what has been stopped. */
export function PortfolioPage(): ReactElement {
  const t = useText();
  const { slug, roles } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const mayAdd =
    isSecretariat || roles.some(({ role, organisationId }) => role === 'member' && organisationId !== null);
  return (
    <Page
      title={t('portfolio.title')}
      lead={t('portfolio.lead')}
      actions={mayAdd ? <ButtonLink to={`/a/${slug}/portefoelje/ny`}>{t('portfolio.new')}</ButtonLink> : null}
    >
      <Tabs
        label={t('portfolio.views')}
        name="visning"
        tabs={[
          { key: 'tavle', label: t('portfolio.board'), content: <InitiativeBoard mayAdd={mayAdd} /> },
          { key: 'liste', label: t('portfolio.list'), content: <InitiativeList mayAdd={mayAdd} /> },
          { key: 'afsluttede', label: t('portfolio.stopped'), content: <StoppedInitiatives /> },
        ]}
      />
    </Page>
  );
}
