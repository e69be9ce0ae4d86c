import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { InitiativeDetail } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Loaded, Page, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { InitiativeForm } from './initiative-form.js';
import { editInitiativeRoute } from './routes.js';

const path = '/api/v1/alliances/{allianceId}/initiatives/{id}';

/** Changes what is said of an initiative. */
export function EditInitiativePage(): ReactElement {
  const { initiativeId: id } = useRouteParams(editInitiativeRoute);
  const { id: allianceId } = useAlliance();
  const initiative = useApi<InitiativeDetail>(path, { path: { allianceId, id } });
  return <Loaded query={initiative}>{(shown) => <Edit initiative={shown} />}</Loaded>;
}

function Edit({ initiative }: { initiative: InitiativeDetail }): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  const navigate = useNavigate();
  const save = useSend<InitiativeDetail>('PUT', path);
  const here = `/a/${slug}/portefoelje/${initiative.id}`;
  const back = (): void => void navigate({ to: here });
  const { name, purpose, outcomeId, responsibleOrganisationId, operatingUnits, stopRule, reviewOn } =
    initiative;
  return (
    <Page
      title={t('portfolio.edit')}
      narrow
      breadcrumbs={[
        { label: t('portfolio.title'), to: `/a/${slug}/portefoelje` },
        { label: name, to: here },
      ]}
    >
      <InitiativeForm
        defaultValues={{
          name,
          purpose,
          outcomeId,
          responsibleOrganisationId,
          operatingUnits,
          stopRule,
          reviewOn,
        }}
        onSave={(body) =>
          save.mutateAsync({ path: { allianceId, id: initiative.id }, body, version: initiative.version })
        }
        onSaved={back}
        onCancel={back}
      />
    </Page>
  );
}
