import type { ReactElement } from 'react';
import type { EnquiryDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { Rights } from '../person-rights/rights.js';
import { enquiryPaths } from './enquiry-paths.js';
import { enquiryRightsRoute } from './routes.js';

/** What the young person of an enquiry has a right to: to know what is kept and who has seen it, and to have it erased. */
export function EnquiryRightsPage(): ReactElement {
  const { enquiryId } = useRouteParams(enquiryRightsRoute);
  const { id: allianceId } = useAlliance();
  const enquiry = useApi<EnquiryDetail>(enquiryPaths.one, { path: { allianceId, enquiryId } });
  return <Loaded query={enquiry}>{(found) => <EnquiryRights enquiry={found} />}</Loaded>;
}

function EnquiryRights({ enquiry }: { enquiry: EnquiryDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const { slug } = useAlliance();
  const list = `/a/${slug}/henvendelser`;
  const page = `${list}/${enquiry.id}`;
  const title = t('enquiries.detailTitle', { partner: enquiry.partner.name });
  return (
    <Page
      title={t('rights.title')}
      lead={t('rights.lead')}
      breadcrumbs={[
        { label: t('enquiries.title'), to: list },
        { label: title, to: page },
      ]}
    >
      {enquiry.personErasedAt !== null || !enquiry.mayReadPerson ? (
        <EmptyState title={t('enquiries.rightsNone')}>
          {enquiry.personErasedAt === null
            ? t('enquiries.rightsNotYours')
            : t('enquiries.personErased', { date: f.date(enquiry.personErasedAt) })}
        </EmptyState>
      ) : (
        <Rights
          kind="enquiry"
          subjectId={enquiry.id}
          fileName={t('enquiries.rightsFile')}
          afterErasure={page}
        />
      )}
    </Page>
  );
}
