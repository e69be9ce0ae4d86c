import type { ReactElement } from 'react';
import { useAlliance } from '../../api/session.js';
import { Page, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { Rights } from '../person-rights/rights.js';
import { linkRightsRoute } from './routes.js';

/** What whoever a link was sent to has a right to: to know what is kept and who has seen it, and to have it erased. */
export function LinkRightsPage(): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const { linkId } = useRouteParams(linkRightsRoute);
  const list = `/a/${slug}/indstillinger/links`;
  return (
    <Page
      title={t('links.rightsTitle')}
      lead={t('links.rightsLead')}
      breadcrumbs={[
        { label: t('settings.title'), to: `/a/${slug}/indstillinger` },
        { label: t('links.title'), to: list },
      ]}
    >
      <Rights kind="link-holder" subjectId={linkId} fileName={t('links.rightsFile')} afterErasure={list} />
    </Page>
  );
}
