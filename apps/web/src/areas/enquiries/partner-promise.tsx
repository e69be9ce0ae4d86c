import type { ReactElement } from 'react';
import type { PromiseRates } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Facts, Section } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';

/** On a partner's own page: how far its promises were kept, and where young people can write to it. */
export function PartnerPromise({ partnerId }: { partnerId: string }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const { id: allianceId } = useAlliance();
  const follows = useHasRole('secretariat', 'caseworker');
  const rates = useApi<PromiseRates>(enquiryPaths.rates, {
    path: { allianceId },
    query: { partner: partnerId },
    enabled: follows,
  });
  const address = useApi<{ url: string }>(enquiryPaths.address, {
    path: { allianceId, partnerId },
    enabled: follows,
  });
  if (!rates.data) return null;
  const { kept, counted, rate } = rates.data.alliance;
  const share =
    rate === null
      ? t('enquiries.promiseNone')
      : `${f.percent(rate)} (${t('enquiries.promiseOf', { kept, counted })})`;
  return (
    <Section title={t('enquiries.title')}>
      <Facts
        rows={[
          [t('enquiries.promise'), share],
          [
            t('enquiries.address'),
            address.data === undefined ? null : (
              <a key="address" href={address.data.url}>
                {t('enquiries.addressOpen')}
              </a>
            ),
          ],
        ]}
      />
    </Section>
  );
}
