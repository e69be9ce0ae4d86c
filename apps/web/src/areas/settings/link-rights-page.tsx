import type { ReactElement } from 'react';
import type { ScopedLink } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Facts, Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';
import { linksPath } from '../links/links-path.js';
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
      <Whose linkId={linkId} />
      <Rights kind="link-holder" subjectId={linkId} fileName={t('links.rightsFile')} afterErasure={list} />
    </Page>
  );
}

/** To whom the link was sent and for what, so that nobody's data is handed out or erased by mistake. */
function Whose({ linkId }: { linkId: string }): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const { id: allianceId } = useAlliance();
  const query = useApi<{ items: ScopedLink[] }>(linksPath, { path: { allianceId }, query: { linkId } });
  return (
    <Loaded query={query}>
      {({ items: [link] }) =>
        link === undefined ? null : (
          <Facts
            rows={[
              [t('links.to'), link.to.email === null ? link.to.name : `${link.to.name}, ${link.to.email}`],
              [t('links.about'), link.about?.title[language] ?? link.label[language]],
            ]}
          />
        )
      }
    </Loaded>
  );
}
