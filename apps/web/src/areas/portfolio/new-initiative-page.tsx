import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { InitiativeForm } from './initiative-form.js';

/** Writes an idea down. */
export function NewInitiativePage(): ReactElement {
  const t = useText();
  const { id: allianceId, slug, roles } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const navigate = useNavigate();
  const add = useSend<{ id: string }>('POST', '/api/v1/alliances/{allianceId}/initiatives');
  const portfolio = `/a/${slug}/portefoelje`;
  const own = roles.find(({ role, organisationId }) => role === 'member' && organisationId !== null);
  return (
    <Page title={t('portfolio.new')} narrow breadcrumbs={[{ label: t('portfolio.title'), to: portfolio }]}>
      <InitiativeForm
        defaultValues={{
          name: '',
          purpose: '',
          outcomeId: null,
          responsibleOrganisationId: isSecretariat ? null : (own?.organisationId ?? null),
          operatingUnits: [],
          stopRule: '',
          reviewOn: null,
        }}
        onSave={(body) => add.mutateAsync({ path: { allianceId }, body })}
        onSaved={({ id }) => void navigate({ to: `${portfolio}/${id}` })}
        onCancel={() => void navigate({ to: portfolio })}
      />
    </Page>
  );
}
