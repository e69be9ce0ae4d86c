import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { contractRow } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Notice } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import type { ChosenPartner } from './partner-chooser.js';

/** The most partners whose contracts one question asks for, and the most contracts that are named. */
const mostAsked = 50;

/**
 * Names the contracts that chosen partners have in force. Another one may be sent, for a renewal is signed while the
 * running contract still holds, but nobody sends it unaware.
 */
export function AlreadyInForce({ chosen }: { chosen: readonly ChosenPartner[] }): ReactElement | null {
  const t = useText();
  const formats = useFormats();
  const { id, slug } = useAlliance();
  const { data } = useApi<{ items: z.output<typeof contractRow>[] }>(
    '/api/v1/alliances/{allianceId}/contracts',
    {
      path: { allianceId: id },
      query: {
        organisationId: chosen
          .slice(-mostAsked)
          .map((partner) => partner.id)
          .join(','),
        status: 'active',
        limit: mostAsked,
      },
      enabled: chosen.length > 0,
    },
  );
  if (chosen.length === 0 || data === undefined || data.items.length === 0) return null;
  return (
    <div role="status">
      <Notice kind="warning" title={t('contracts.wizard.inForce', { count: data.items.length })}>
        <p>{t('contracts.wizard.inForceHelp')}</p>
        <ul>
          {data.items.map((contract) => (
            <li key={contract.id}>
              {contract.organisationName}:{' '}
              <Link to={`/a/${slug}/kontrakter/${contract.id}`}>{contract.templateName}</Link>
              {contract.endsOn === null
                ? null
                : `, ${t('contracts.wizard.inForceUntil', { date: formats.date(contract.endsOn) })}`}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
