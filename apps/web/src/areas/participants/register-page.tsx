import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { ConsentTexts } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Loaded, Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ParticipantForm } from './participant-form.js';
import { participantPaths } from './participant-paths.js';

/** Take a young person in. */
export function RegisterPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { id: allianceId, slug } = useAlliance();
  const register = useSend<{ id: string }>('POST', participantPaths.all);
  const texts = useApi<ConsentTexts>(participantPaths.consentTexts, { path: { allianceId } });
  const list = `/a/${slug}/unge`;
  return (
    <Page title={t('participants.add')} narrow breadcrumbs={[{ label: t('participants.title'), to: list }]}>
      <Loaded query={texts}>
        {(known) => (
          <ParticipantForm
            participant={null}
            texts={known}
            onSave={(body) => register.mutateAsync({ path: { allianceId }, body })}
            onSaved={(answer) => void navigate({ to: `${list}/${(answer as { id: string }).id}` })}
            onCancel={() => void navigate({ to: list })}
          />
        )}
      </Loaded>
    </Page>
  );
}
