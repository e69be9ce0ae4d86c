import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { EnquiryDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { EmptyState, Loaded, Page, useRouteParams, useToast } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ErasePerson } from '../person-rights/erase-person.js';
import { HandOut } from '../person-rights/hand-out.js';
import { WhoHasSeen } from '../person-rights/who-has-seen.js';
import { enquiryPaths } from './enquiry-paths.js';
import { enquiryRightsRoute } from './routes.js';

/** What the young person of an enquiry has a right to: to know what is kept and who has seen it, and to have it erased. */
export function EnquiryRightsPage(): ReactElement {
  const { enquiryId } = useRouteParams(enquiryRightsRoute);
  const { id: allianceId } = useAlliance();
  const enquiry = useApi<EnquiryDetail>(enquiryPaths.one, { path: { allianceId, enquiryId } });
  return <Loaded query={enquiry}>{(found) => <Rights enquiry={found} />}</Loaded>;
}

function Rights({ enquiry }: { enquiry: EnquiryDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const toast = useToast();
  const navigate = useNavigate();
  const { slug } = useAlliance();
  const list = `/a/${slug}/henvendelser`;
  const page = `${list}/${enquiry.id}`;
  const of = { kind: 'enquiry', subjectId: enquiry.id } as const;
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
        <>
          <WhoHasSeen {...of} />
          <HandOut {...of} fileName={t('enquiries.rightsFile')} />
          <ErasePerson
            {...of}
            onErased={() => {
              toast({ text: t('rights.erased') });
              void navigate({ to: page });
            }}
          />
        </>
      )}
    </Page>
  );
}
