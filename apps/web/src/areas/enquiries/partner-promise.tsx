import type { ReactElement } from 'react';
import type { PromiseRates } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Facts, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';
import { PromiseFigure } from './promise-figure.js';

/** On a partner's own page: how far its promises were kept, and where young people can write to it. */
export function PartnerPromise({ partnerId }: { partnerId: string }): ReactElement | null {
  const t = useText();
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
  const share = <PromiseFigure key="share" count={rates.data.alliance} />;
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
