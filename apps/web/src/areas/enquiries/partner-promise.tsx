import type { ReactElement } from 'react';
import type { PromiseRates } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { enquiryPaths } from './enquiry-paths.js';

/** One partner's kept promises in a line, for the partner's own page: "81 % (4 af 5 løfter holdt)". */
export function PartnerPromise({ partnerId }: { partnerId: string }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const { id: allianceId } = useAlliance();
  const rates = useApi<PromiseRates>(enquiryPaths.rates, {
    path: { allianceId },
    query: { partner: partnerId },
  });
  if (!rates.data) return null;
  const { kept, counted, rate } = rates.data.alliance;
  if (rate === null) return <>{t('enquiries.promiseNone')}</>;
  return <>{`${f.percent(rate)} (${t('enquiries.promiseOf', { kept, counted })})`}</>;
}
